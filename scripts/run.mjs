// Runs a TypeScript program of this repository: node scripts/run.mjs FILE ARGUMENTS… Installs what is missing first.
import './require-node.mjs';
import './end-with-npm.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

const [, , file, ...rest] = process.argv;
if (file === undefined) {
  console.error('Usage: node scripts/run.mjs FILE.ts ARGUMENTS…');
  process.exit(1);
}
const program = path.resolve(file);
process.argv = [process.argv[0], program, ...rest];
const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
require(program);
