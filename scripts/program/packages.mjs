// The packages of a program as one file, with what V8 has compiled of it: two thousand modules are loaded in a third of a second.
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { installationKey } from '../ensure-installed.mjs';
import { cachePath, forgetOthers, readCache, root, writeCache } from './cache-files.mjs';

const require = createRequire(import.meta.url);

/** What looks for files beside itself, has native parts, or starts threads of its own. */
const LEFT_OUT = ['@node-rs/argon2', 'altair-static', 'pino'];
/** What packages ask for only if it is there. */
const OPTIONAL = [
  '@google-cloud/spanner',
  '@sap/*',
  'better-sqlite3',
  'expo-sqlite',
  'hdb-pool',
  'mongodb',
  'mssql',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'react-native-sqlite-storage',
  'redis',
  'sql.js',
  'sqlite3',
  'ts-node',
  'typeorm-aurora-data-api-driver',
];

/**
 * @param {string[]} ids all packages that the program asks for.
 * @returns {((id: string) => unknown) | undefined} answers undefined for what stands in node_modules alone. There is no such
 * function where any of them was not bundled: a package that exists twice in a process does not know its own objects.
 */
export function bundledPackages(ids) {
  const { source, compiled, list } = files();
  const known = new Set(JSON.parse(readCache(list)?.toString() ?? '[]'));
  if (ids.some((id) => !known.has(id))) return undefined;
  const text = readCache(source)?.toString('latin1');
  if (text === undefined) return undefined;
  const { packages } = evaluate(text, source, readCache(compiled));
  return (id) => packages[id]?.();
}

/** Makes that file for these packages. */
export async function bundlePackages(ids) {
  const { source, compiled, list } = files();
  const bundled = ids.filter((id) => !LEFT_OUT.includes(id));
  const entries = bundled.map((id) => `${JSON.stringify(id)}: () => require(${JSON.stringify(id)})`);
  const { outputFiles } = await require('esbuild').build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = { ${entries.join(',\n')} };`, resolveDir: root },
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    external: [...LEFT_OUT, ...OPTIONAL],
    minifyWhitespace: true,
    legalComments: 'none',
    // Text of one byte a character is read without decoding it.
    charset: 'ascii',
    write: false,
    logLevel: 'silent',
  });
  const text = outputFiles[0].text;
  const { packages, script } = evaluate(text, source);
  // What is compiled by then is part of what is kept.
  for (const load of Object.values(packages)) load();
  forgetOthers('packages', [source, compiled, list]);
  writeCache(compiled, script.createCachedData());
  writeCache(source, Buffer.from(text, 'latin1'));
  writeCache(list, Buffer.from(JSON.stringify(ids)));
}

function files() {
  const base = cachePath('packages', `1 ${installationKey(root)}`);
  return { source: `${base}.js`, list: `${base}.json`, compiled: `${base}-v8-${process.versions.v8}` };
}

function evaluate(text, filename, cachedData) {
  const script = new vm.Script(Module.wrap(text), {
    filename,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  // As if it stood in the root, from where the packages that were left out are found.
  const file = path.join(root, 'packages.js');
  script.runInThisContext()(module.exports, createRequire(file), module, file, root);
  return { script, packages: module.exports };
}
