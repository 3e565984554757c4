// The code of this repository as one file.
import { createRequire, isBuiltin } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { cachePath, readCache, root, writeCache } from './cache-files.mjs';

const require = createRequire(import.meta.url);

/**
 * A program in TypeScript with all that it imports from this repository, compiled into one file; again only when a file of it has
 * changed. Types are not checked.
 * @param {string} entry path from the root of the repository, with extension.
 * @returns {Promise<{ code: string, packages: string[] }>} the code, and the packages that it asks for.
 */
export async function ownCode(entry) {
  const file = cachePath('own-code', `2 ${root} ${process.versions.node} ${entry}`);
  const { state, ...known } = JSON.parse(readCache(file)?.toString() ?? '{}');
  if (state && isCurrent(state)) return known;
  const { inputs, ...built } = await bundle(entry);
  writeCache(file, Buffer.from(JSON.stringify({ state: stateOf([...inputs, 'tsconfig.json']), ...built })));
  return built;
}

async function bundle(entry) {
  const { build } = require('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'program.js',
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    packages: 'external',
    // TypeORM knows migrations and entities by the names of their classes.
    keepNames: true,
    sourcemap: 'inline',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [ownFolder],
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.filter(
    ({ external, path: id }) => external && id !== '<runtime>' && !isBuiltin(id),
  );
  return {
    code: outputFiles[0].text,
    packages: [...new Set(packages.map(({ path: id }) => id))].sort(),
    inputs: Object.keys(metafile.inputs).filter((input) => !input.startsWith('<')),
  };
}

/** A file keeps its own `__dirname`, by which it finds what stands beside it. */
const ownFolder = {
  name: 'own folder',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, 'utf8');
      if (!/\b__(dirname|filename)\b/.test(source)) return undefined;
      const own = `const __filename = ${JSON.stringify(file)}, __dirname = ${JSON.stringify(path.dirname(file))};`;
      return { contents: own + source, loader: 'ts' };
    });
  },
};

function stateOf(files) {
  return Object.fromEntries(files.map((file) => [file, look(file)]));
}

function isCurrent(state) {
  return Object.entries(state).every(([file, seen]) => look(file) === seen);
}

function look(file) {
  const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : 'missing';
}
