// Installs the packages of the lockfile when node_modules is missing or stale. Needs nothing but Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './install-lock.mjs';

const root = path.resolve(import.meta.dirname, '..');
const PROGRESS_MILLIS = 500;
/** npm that was told to stop and has not by then is killed. */
const STOP_MILLIS = 3_000;

/**
 * Makes sure that node_modules is what package-lock.json says, for this Node and this platform. Two starts at once take turns;
 * without a network it works as long as nothing has changed. Ends the process with one clear line when it cannot be done.
 */
export async function ensureInstalled(folder = root) {
  try {
    const key = installationKey(folder);
    if (isCurrent(folder, key)) return;
    await withLock(folder, async () => {
      if (isCurrent(folder, key)) return;
      await install(folder);
      writeMarker(folder, key);
    });
  } catch (error) {
    console.error(`bodega: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

function markerPath(folder) {
  return path.join(folder, 'node_modules', '.bodega-install.json');
}

export function installationKey(folder) {
  const lockfile = fs.readFileSync(path.join(folder, 'package-lock.json'));
  // Packages with native parts depend on the ABI, not on each version of Node.
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch} abi${process.versions.modules}`;
}

function isCurrent(folder, key) {
  const marker = readJson(markerPath(folder));
  if (marker?.key === key) return true;
  // Somebody may have run "npm ci" by hand: npm's own record of what it installed says so.
  if ((marker && !sameMachine(marker.key, key)) || !matchesLockfile(folder)) return false;
  writeMarker(folder, key);
  return true;
}

function sameMachine(one, other) {
  const machine = (key) => String(key).split(' ').slice(1).join(' ');
  return machine(one) === machine(other);
}

function matchesLockfile(folder) {
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  return expectedPackages(folder).every(([location, { version, integrity }]) => {
    const found = installed[location];
    if (found?.version !== version || found?.integrity !== integrity) return false;
    // "npm install --package-lock-only" keeps that record without installing anything.
    return readJson(path.join(folder, location, 'package.json'))?.version === version;
  });
}

/** What belongs into node_modules on this platform. Optional packages for others, or for another C library, do not. */
function expectedPackages(folder) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([location, { optional, os, cpu, libc, link }]) => {
    if (location === '' || link) return false;
    if (!optional) return true;
    return Boolean(os ?? cpu) && !libc && allows(os, process.platform) && allows(cpu, process.arch);
  });
}

function allows(list, value) {
  return !list || (list.includes(value) && !list.includes(`!${value}`));
}

function writeMarker(folder, key) {
  try {
    fs.writeFileSync(markerPath(folder), JSON.stringify({ key }));
  } catch {
    // A checkout of somebody else's: the next start compares again, which takes a few milliseconds.
  }
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function install(folder) {
  const expected = expectedPackages(folder).map(([location]) => path.join(folder, location, 'package.json'));
  const started = Date.now();
  console.error(`bodega: installing ${expected.length} packages (once, and when they have changed)`);
  const cache = cacheFolder();
  const npm = spawn(
    process.execPath,
    [npmCli(), 'ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: what npm has started ends with it.
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        ...(cache.temporary ? { npm_config_cache: cache.folder } : {}),
        // npm's own patience with a registry that cannot be reached is minutes.
        npm_config_fetch_retry_mintimeout: '1000',
        npm_config_fetch_retry_maxtimeout: '5000',
        npm_config_fetch_timeout: '60000',
      },
    },
  );
  let output = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const progress = setInterval(() => showProgress(expected), PROGRESS_MILLIS);
  let interrupted;
  const stop = (signal) => {
    if (interrupted) return signalGroup(npm, 'SIGKILL');
    interrupted = signal;
    console.error(`${process.stderr.isTTY ? '\r\x1b[K' : ''}bodega: stopping the installation`);
    clearInterval(progress);
    signalGroup(npm, signal);
    setTimeout(() => signalGroup(npm, 'SIGKILL'), STOP_MILLIS).unref();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      npm.once('error', reject).once('close', (...outcome) => resolve(outcome));
    });
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    const how = interrupted ?? signal;
    if (how) throw new Error(`the installation was interrupted (${how}); start again to repeat it`);
    if (code !== 0) throw new Error(explain(output));
    console.error(`bodega: installed in ${Math.round((Date.now() - started) / 1000)} s`);
  } finally {
    clearInterval(progress);
    for (const signal of signals) process.off(signal, stop);
    if (cache.temporary) fs.rmSync(cache.folder, { recursive: true, force: true });
  }
}

/** Also what npm has started: it may go on for long after npm itself was told to stop. */
function signalGroup(npm, signal) {
  try {
    if (process.platform === 'win32') npm.kill(signal);
    else if (npm.pid !== undefined) process.kill(-npm.pid, signal);
  } catch {
    // Everything has ended already.
  }
}

let lastShown = Date.now();
function showProgress(expected) {
  const done = expected.filter((file) => fs.existsSync(file)).length;
  const share = done / expected.length;
  if (process.stderr.isTTY) {
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
    process.stderr.write(`\r\x1b[K${bar} ${done}/${expected.length}`);
  } else if (Date.now() - lastShown > 10_000) {
    lastShown = Date.now();
    console.error(`bodega: ${done} of ${expected.length} packages`);
  }
}

function explain(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/.test(
      output,
    )
  ) {
    return 'the npm registry cannot be reached, and packages are missing. Check the network (and npm\'s "registry" and "proxy" settings), then start again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `cannot write to ${path.join(root, 'node_modules')}. Run "npm ci" once as the owner of this folder, then start again.`;
  }
  return `the packages could not be installed. npm says:\n${lines.slice(-15).join('\n')}`;
}

/** The npm that started this, or the one beside this Node. */
function npmCli() {
  const candidates = [
    process.env.npm_execpath,
    path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => realPath(path.join(folder, 'npm'))),
  ];
  const found = candidates.find((file) => file?.endsWith('npm-cli.js') && fs.existsSync(file));
  if (!found)
    throw new Error(
      'packages are missing, and npm was not found: install npm, run "npm ci", and start again.',
    );
  return found;
}

function realPath(file) {
  try {
    return fs.realpathSync(file);
  } catch {
    return undefined;
  }
}

/** npm wants to write to a home folder that an account need not have. */
function cacheFolder() {
  const usual = process.env.npm_config_cache ?? path.join(os.homedir(), '.npm');
  try {
    fs.mkdirSync(usual, { recursive: true });
    fs.accessSync(usual, fs.constants.W_OK);
    return { folder: usual, temporary: false };
  } catch {
    return { folder: fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-npm-')), temporary: true };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href)
  await ensureInstalled(process.argv[2]);
