import { spawn } from 'node:child_process';
import { Module } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { isCacheWritable, root } from './cache-files.mjs';
import { ownCode } from './own-code.mjs';
import { bundledPackages } from './packages.mjs';

const BUNDLE_AFTER_MILLIS = 30_000;

/**
 * Runs a program of this repository in this process, in TypeScript as it stands there. Its packages come from one file where the
 * installation has made one, and else from node_modules, which takes half a second longer.
 * @param {string} entry path from the root of the repository, with extension.
 */
export async function runProgram(entry) {
  const { code, packages } = await ownCode(entry);
  const bundled = bundledPackages(packages);
  const program = new Module(path.join(root, entry));
  program.filename = path.join(root, 'program.js');
  program.paths = Module._nodeModulePaths(root);
  program.require = (id) => bundled?.(id) ?? Module.prototype.require.call(program, id);
  // Stacks name the lines of the sources.
  process.setSourceMapsEnabled(true);
  program._compile(code, program.filename);
  if (!bundled && isCacheWritable()) setTimeout(bundleForTheNext, BUNDLE_AFTER_MILLIS).unref();
}

/** Packages that were installed by hand, or are new to the program. */
function bundleForTheNext() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bundle-packages.mjs')], {
    stdio: 'ignore',
  });
  child.once('error', () => undefined).unref();
  if (child.pid === undefined) return;
  os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  process.once('exit', () => child.kill());
}
