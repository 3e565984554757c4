import fs from 'node:fs';
import path from 'node:path';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const subgraphs = fs
  .readdirSync(path.join(import.meta.dirname, 'subgraphs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Arrows point one way: gateway → platform; subgraph → platform; nobody → another subgraph; platform → nobody. */
function mayNotImport(folder, forbidden, message) {
  return {
    name: `boundary of ${folder}`,
    files: [`${folder}/**/*.ts`],
    // Tests may use what starts a whole product.
    ignores: ['**/*.test.ts', '**/*.fixture.ts', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message }] },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['**/generated/', 'dist/', 'coverage/', '.bodega/', 'dashboard/dist*/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An interface may promise a promise that one implementation has at once.
      '@typescript-eslint/require-await': 'off',
      // Numbers and booleans read well in messages; objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Interfaces here are satisfied by objects of closures as often as by classes.
      '@typescript-eslint/unbound-method': 'off',
      // graphql-js types the same value sometimes as an enum and sometimes as its string.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Control characters in input are something to look for.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    name: 'tests',
    files: ['**/*.test.ts', 'tests/**/*.ts', '**/testing/**/*.ts', '**/*.fixture.ts'],
    rules: {
      // Answers are compared with exact values, which says more than a type would.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  mayNotImport(
    'platform',
    ['gateway', 'subgraphs', 'processes', 'schema', 'tests'],
    'The platform imports nothing but the platform.',
  ),
  mayNotImport(
    'gateway',
    ['subgraphs', 'processes', 'tests'],
    'The gateway knows subgraphs by the supergraph alone.',
  ),
  subgraphs.map((name) =>
    mayNotImport(
      `subgraphs/${name}`,
      [...subgraphs.filter((other) => other !== name), 'gateway', 'processes', 'tests', 'subgraphs'],
      'A subgraph speaks to others by GraphQL or events, and imports the platform only.',
    ),
  ),
);
