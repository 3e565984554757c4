import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../files/make-folder';
import { clusterPath, ensureCluster, readPassword, SUPERUSER } from './cluster';
import { lockDirectory } from './directory-lock';
import { nativeBinaries } from './native-binaries';
import { stopOrphanedServer } from './orphaned-server';
import { serverAccount } from './server-account';
import { type RunningProgram, type ServerProgram, startProgram } from './server-process';
import { EmbeddedPostgresError } from './postgres-error';

export interface EmbeddedPostgresOptions {
  /** Created when missing; holds the cluster, its superuser's password and a lock. Kept between runs. */
  readonly dataDir: string;
  /** On 127.0.0.1. A free one unless given. */
  readonly port?: number;
  /** Settings of the server over the defaults below; `fsync: 'off'` gives up durability, for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gives up starting, and leaves nothing running. A server that has started is stopped with `stop()`. */
  readonly signal?: AbortSignal;
  /** Each line of the server's log. */
  readonly onLogLine?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Connection address as superuser, who bypasses row-level security: for provisioning only. */
  superuserUrl(database: string): string;
  /** Resolves when the server has ended, by `stop()` or by itself. */
  readonly exited: Promise<void>;
  /** Ends all sessions, writes a checkpoint and ends the server; by force after 15 s. May be called twice. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const DEFAULTS: Readonly<Record<string, string>> = {
  max_connections: '200',
  shared_buffers: '128MB',
  // Compiling costs more than it saves on queries that take a millisecond.
  jit: 'off',
};
const START_TIMEOUT_MILLIS = 60_000;
const OLD_SERVER_TIMEOUT_MILLIS = 10_000;
const FAST_SHUTDOWN_MILLIS = 15_000;
const IMMEDIATE_SHUTDOWN_MILLIS = 5_000;

/**
 * Starts the PostgreSQL server that comes with the npm package, as root or as an ordinary user; no Unix socket, passwords by
 * SCRAM, durable by default. Whatever ends this process ends the server, and what a killed process left behind is cleared
 * away. Rejects with one line that says what to do next: the directory is used by another Bodega, the port is taken, …
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const settings = { ...DEFAULTS, ...options.settings };
  makeDataDirectory(dataDir);
  const cluster = clusterPath(dataDir);
  const unlock = await lockDirectory(dataDir);
  try {
    const account = serverAccount(cluster);
    assertUsable(cluster);
    const native = nativeBinaries(account);
    await stopOrphanedServer(cluster, account);
    await ensureCluster(dataDir, native, account, {
      durable: settings.fsync !== 'off',
      signal: options.signal,
    });
    options.signal?.throwIfAborted();
    const password = encodeURIComponent(readPassword(dataDir));
    const program = { native, name: 'postgres', cluster, account, whenParentDies: 'INT' } as const;
    const { server, port } = await startServer(program, settings, options);
    const exited = server.exited.then(unlock, unlock);
    return {
      host: HOST,
      port,
      pid: server.child.pid ?? 0,
      superuserUrl: (database) =>
        `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${encodeURIComponent(database)}`,
      exited,
      stop: () => stop(server),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeDataDirectory(dataDir: string): void {
  try {
    makeFolder(dataDir, 0o700);
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(
      `Cannot write to ${dataDir} (${reason}). Change its permissions, or set BODEGA_DATA_DIR to another folder.`,
    );
  }
}

/** PostgreSQL would say "invalid permissions"; what happened is that somebody else started it here before. */
function assertUsable(cluster: string): void {
  const user = process.getuid?.();
  if (user === undefined || user === 0) return;
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === user) return;
  throw new EmbeddedPostgresError(
    `The database in ${cluster} belongs to another user (number ${owner}), perhaps because it was first started as root. Start Bodega as before, or set BODEGA_DATA_DIR to another folder.`,
  );
}

async function startServer(
  program: ServerProgram,
  settings: Readonly<Record<string, string>>,
  options: EmbeddedPostgresOptions,
): Promise<{ server: RunningProgram; port: number }> {
  const deadline = Date.now() + OLD_SERVER_TIMEOUT_MILLIS;
  for (;;) {
    const port = options.port ?? (await freePort());
    try {
      return { server: await startOnce(program, settings, port, options), port };
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      // A backend of a killed server may need a moment to notice; a free port may have been taken in between.
      const passing =
        message.includes('pre-existing shared memory block') ||
        (!options.port && message.includes('Address already in use'));
      if (!passing || Date.now() > deadline || options.signal?.aborted) throw asOneLine(error, port);
      await sleep(100);
    }
  }
}

async function startOnce(
  program: ServerProgram,
  settings: Readonly<Record<string, string>>,
  port: number,
  { signal, onLogLine }: EmbeddedPostgresOptions,
): Promise<RunningProgram> {
  let markReady: () => void = () => undefined;
  const ready = new Promise<'ready'>((resolve) => (markReady = () => resolve('ready')));
  const server = startProgram(
    program,
    ({ cluster }) => [
      ...['-D', cluster, '-p', String(port)],
      ...Object.entries({ ...settings, listen_addresses: HOST, unix_socket_directories: '' }).flatMap(
        ([name, value]) => ['-c', `${name}=${value}`],
      ),
    ],
    (line) => {
      if (line.includes('database system is ready to accept connections')) markReady();
      onLogLine?.(line);
    },
  );
  const kill = (): boolean => server.child.kill('SIGINT');
  const timer = setTimeout(kill, START_TIMEOUT_MILLIS);
  signal?.addEventListener('abort', kill);
  try {
    const outcome = await Promise.race([ready, server.exited]);
    if (outcome === 'ready' && !signal?.aborted) return server;
    await server.exited;
    signal?.throwIfAborted();
    throw new Error(server.lastLines().join('\n') || `PostgreSQL ended at once (${JSON.stringify(outcome)})`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

function asOneLine(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || error.name === 'AbortError') return error;
  if (error.message.includes('Address already in use')) {
    return new EmbeddedPostgresError(
      `PostgreSQL cannot listen on port ${port} of ${HOST}: it is taken. Choose another port, or let one be chosen.`,
    );
  }
  const lines = error.message.split('\n');
  const telling = lines.filter((line) => /\b(FATAL|PANIC|HINT)\b/.test(line));
  const reason = (telling.length > 0 ? telling : lines.slice(-2))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|HINT): +/, ''))
    .join(' ');
  return new EmbeddedPostgresError(`PostgreSQL does not start: ${reason}`);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, HOST);
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string')
    throw new EmbeddedPostgresError(`No port of ${HOST} is free`);
  return address.port;
}

async function stop({ child, exited }: RunningProgram): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const immediate = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MILLIS);
  const force = setTimeout(() => child.kill('SIGKILL'), FAST_SHUTDOWN_MILLIS + IMMEDIATE_SHUTDOWN_MILLIS);
  await exited;
  clearTimeout(immediate);
  clearTimeout(force);
}
