const fs = require('node:fs');

const folders = [
  'platform',
  'gateway',
  'subgraphs',
  'processes',
  'tests',
  'scripts',
  'tools',
  'examples',
  'dashboard',
  'bench',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: folders
    .filter((folder) => fs.existsSync(`${__dirname}/${folder}`))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  setupFiles: ['<rootDir>/tests/support/errors-across-realms.ts'],
  // The same language as tsconfig.json describes; types are checked by `npm run typecheck`.
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'commonjs', ignoreDynamic: false },
        sourceMaps: 'inline',
      },
    ],
  },
  // Packages that exist as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose)/)', '\\.pnp\\.'],
  testTimeout: 15_000,
  // Much of a test's time is PostgreSQL's, in processes of its own.
  maxWorkers: 2,
};
