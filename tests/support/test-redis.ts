import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describeIf } from './conditions';

const START_TIMEOUT_MILLIS = 10_000;
const PORT_ATTEMPTS = 5;

export interface TestRedis {
  readonly url: string;
  /** Ends an own server and waits for it; a server from REDIS_URL is left alone. */
  stop(): Promise<void>;
}

/** A server of the test's own, empty at first and without persistence, which can be made to fail. */
export interface OwnTestRedis extends TestRedis {
  /** Ends it as a crash would. Everything in it is lost. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port. */
  restart(): Promise<void>;
  /** Stops answering without closing any connection. */
  pause(): void;
  resume(): void;
}

const program = findProgram();

/** A `redis-server` found on the PATH, or the one in REDIS_URL. In a block of {@link describeWithRedis} there is one. */
export async function startTestRedis(): Promise<TestRedis> {
  if (program !== null) return startOwnTestRedis();
  const url = process.env.REDIS_URL;
  if (!url) throw new Error(WITHOUT_ANY);
  return { url, stop: () => Promise.resolve() };
}

export async function startOwnTestRedis(): Promise<OwnTestRedis> {
  const found = program;
  if (found === null) throw new Error(WITHOUT_OWN);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-redis-'));
  const { port, server: first } = await startOnFreePort(found, folder);
  let server = first;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      server = await startOn(found, folder, port);
    },
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    // With SIGKILL because a paused server obeys nothing else, and there is nothing to save.
    stop: async () => {
      await end('SIGKILL');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

const WITHOUT_ANY = 'needs redis-server on the PATH, or REDIS_URL';
const WITHOUT_OWN = 'needs redis-server on the PATH';

/** Tests that need Redis. Where there is none they are skipped, and their names say why. */
export function describeWithRedis(name: string, tests: () => void): void {
  describeIf(program !== null || Boolean(process.env.REDIS_URL), name, WITHOUT_ANY, tests);
}

/** Tests that kill or pause Redis, for which the one in REDIS_URL will not do. */
export function describeWithOwnRedis(name: string, tests: () => void): void {
  describeIf(program !== null, name, WITHOUT_OWN, tests);
}

function findProgram(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return (
    folders.map((folder) => path.join(folder, 'redis-server')).find((file) => fs.existsSync(file)) ?? null
  );
}

async function startOnFreePort(
  file: string,
  folder: string,
): Promise<{ port: number; server: ChildProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, server: await startOn(file, folder, port) };
    } catch (error) {
      // Another process may have taken the port in between.
      if (attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function startOn(file: string, folder: string, port: number): Promise<ChildProcess> {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const [program = file, ...args] = [...diesWithParent(), file, ...options];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = setTimeout(() => server.kill('SIGKILL'), START_TIMEOUT_MILLIS);
  try {
    let output = '';
    for await (const chunk of server.stdout.setEncoding('utf8')) {
      output += String(chunk);
      if (output.includes('Ready to accept connections')) break;
    }
    if (output.includes('Ready to accept connections')) return server;
    throw new Error(`redis-server does not start: ${output.trim().split('\n').at(-1)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** A run that is killed must not leave servers behind. */
function diesWithParent(): string[] {
  const known =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return known ? ['setpriv', '--pdeathsig', 'KILL'] : [];
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
