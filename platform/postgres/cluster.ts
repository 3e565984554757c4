import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { giveTo, type ServerAccount } from './server-account';
import { startProgram } from './server-process';
import { EmbeddedPostgresError } from './postgres-error';

export const SUPERUSER = 'postgres';

const INIT_TIMEOUT_MILLIS = 60_000;

/** Where a data directory keeps what. */
export function clusterPath(dataDir: string): string {
  return path.join(dataDir, 'cluster');
}

function passwordPath(dataDir: string): string {
  return path.join(dataDir, 'superuser-password');
}

/** The superuser's password of an existing cluster. */
export function readPassword(dataDir: string): string {
  try {
    return fs.readFileSync(passwordPath(dataDir), 'utf8').trim();
  } catch {
    throw new EmbeddedPostgresError(
      `${passwordPath(dataDir)} cannot be read, and without it nobody can enter the database there. Restore the file, or choose another BODEGA_DATA_DIR.`,
    );
  }
}

/**
 * Creates the cluster where there is none. It is made in a sibling folder and renamed, so that an interruption at any moment
 * leaves no cluster rather than a part of one. To be called under the lock of the data directory.
 * @param durable whether it must survive a power cut from the first moment.
 */
export async function ensureCluster(
  dataDir: string,
  native: string,
  account: ServerAccount | null,
  { durable, signal }: { durable: boolean; signal?: AbortSignal },
): Promise<void> {
  const cluster = clusterPath(dataDir);
  if (fs.existsSync(cluster)) return;
  for (const name of fs.readdirSync(dataDir)) {
    if (name.startsWith('cluster.new-'))
      fs.rmSync(path.join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const password = randomBytes(24).toString('base64url');
  const temporary = fs.mkdtempSync(path.join(dataDir, 'cluster.new-'));
  giveTo(account, temporary);
  const passwordForInit = `${temporary}.password`;
  try {
    fs.writeFileSync(passwordForInit, `${password}\n`, { mode: 0o600, flag: 'wx' });
    giveTo(account, passwordForInit);
    await initialise({ cluster: temporary, native, account, passwordFile: passwordForInit, durable, signal });
    // First the password: a cluster whose password is lost would be worth nothing.
    writeDurably(passwordPath(dataDir), `${password}\n`);
    fs.renameSync(temporary, cluster);
    syncPath(dataDir);
  } finally {
    fs.rmSync(passwordForInit, { force: true });
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Initialisation {
  readonly cluster: string;
  readonly native: string;
  readonly account: ServerAccount | null;
  readonly passwordFile: string;
  readonly durable: boolean;
  readonly signal?: AbortSignal | undefined;
}

async function initialise({
  cluster,
  native,
  account,
  passwordFile,
  durable,
  signal,
}: Initialisation): Promise<void> {
  const initdb = startProgram(
    { native, name: 'initdb', cluster, account, extraFile: passwordFile, whenParentDies: 'KILL' },
    (paths) => [
      `--pgdata=${paths.cluster}`,
      `--pwfile=${paths.extraFile}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...syncing(durable),
    ],
  );
  const kill = (): boolean => initdb.child.kill('SIGKILL');
  const timer = setTimeout(kill, INIT_TIMEOUT_MILLIS);
  signal?.addEventListener('abort', kill);
  try {
    const { code } = await initdb.exited;
    signal?.throwIfAborted();
    if (code === 0) return;
    const reason =
      initdb
        .lastLines()
        .join(' ')
        .replace(/^initdb: (error: )?/, '') || 'it took too long';
    throw new EmbeddedPostgresError(`The database cannot be created in ${cluster}: ${reason}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

/** On Linux the whole file system in one call: a thousand files one by one take a second longer. */
function syncing(durable: boolean): string[] {
  if (!durable) return ['--no-sync'];
  return process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
}

function writeDurably(file: string, content: string): void {
  const temporary = `${file}.new`;
  fs.writeFileSync(temporary, content, { mode: 0o600, flush: true });
  fs.renameSync(temporary, file);
  syncPath(path.dirname(file));
}

function syncPath(folder: string): void {
  const descriptor = fs.openSync(folder, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}
