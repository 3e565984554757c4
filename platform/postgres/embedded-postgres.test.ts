import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { on, once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describeIf, isRoot } from '../../tests/support/conditions';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres';
import { isLocked } from './directory-lock';

const FAST = { fsync: 'off' };
const started: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];
let folder: string;
let dataDir: string;

// Creating a cluster takes a second: most tests begin with a copy of this one.
let template: string;
beforeAll(async () => {
  template = fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-launcher-template-'));
  await (await startEmbeddedPostgres({ dataDir: template, settings: FAST })).stop();
});

afterAll(() => fs.rmSync(template, { recursive: true, force: true }));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-launcher-'));
  dataDir = path.join(folder, 'data');
  execFileSync('cp', ['-a', template, dataDir]);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map((postgres) => postgres.stop()));
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, settings: FAST, ...options });
  started.push(postgres);
  return postgres;
}

async function query(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.superuserUrl('postgres') });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts a server and then waits; resolves with that server's process id. */
async function startInChild(
  environment: Record<string, string> = {},
): Promise<{ child: ChildProcess; serverPid: number }> {
  const script = `require(${JSON.stringify(require.resolve('./embedded-postgres.ts'))})
    .startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } })
    .then(({ pid }) => console.log(pid)); setInterval(() => {}, 60000)`;
  const child = spawn(process.execPath, ['-r', require.resolve('tsx/cjs'), '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, serverPid: Number(String(line)) };
}

/** A process that has ended may keep its number until its parent asks for the exit code. */
function isRunning(pid: number): boolean {
  return (
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .replace(/^Z.*/, '') !== ''
  );
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('starts a server whose data outlives it, and stops it in order', async () => {
  fs.rmSync(dataDir, { recursive: true });
  const first = await start({ settings: {} });
  await query(first, 'CREATE TABLE kept AS SELECT 1 AS one');
  expect(
    await query(first, "SELECT current_setting('fsync'), current_setting('synchronous_commit')"),
  ).toEqual([['on', 'on']]);
  await first.stop();
  await first.exited;
  expect(isLocked(dataDir)).toBe(false);

  const lines: string[] = [];
  const second = await start({ onLogLine: (line) => lines.push(line) });
  expect(await query(second, 'SELECT one FROM kept')).toEqual([[1]]);
  expect(lines.join('\n')).not.toMatch(/recover|interrupted/);
});

test('sorts and folds case as Unicode says, whatever the locale of the machine', async () => {
  const postgres = await start();
  expect(await query(postgres, "SELECT lower('ÁRBOL'), current_setting('server_encoding')")).toEqual([
    ['árbol', 'UTF8'],
  ]);
});

test('lets nobody in without the password, and opens no Unix socket', async () => {
  const postgres = await start();
  const url = new URL(postgres.superuserUrl('postgres'));
  url.password = 'guessed';
  await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow(
    'password authentication failed',
  );
  expect(
    await query(
      postgres,
      "SELECT current_setting('unix_socket_directories'), current_setting('listen_addresses')",
    ),
  ).toEqual([['', '127.0.0.1']]);
  expect(fs.statSync(path.join(dataDir, 'superuser-password')).mode & 0o777).toBe(0o600);
});

test('refuses a data directory that a living process uses, and says which', async () => {
  const { child, serverPid } = await startInChild();
  await expect(start()).rejects.toThrow(
    `Another Bodega (process ${child.pid}) uses ${dataDir}. Stop it, or set BODEGA_DATA_DIR to another folder.`,
  );
  expect(isRunning(serverPid)).toBe(true);
});

test('lets exactly one of several simultaneous starts have a data directory', async () => {
  const outcomes = await Promise.allSettled([start(), start(), start()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('starts again at once after its process was killed, with what was committed', async () => {
  const { child } = await startInChild();
  await killed(child);
  expect(await query(await start(), 'SELECT 1')).toEqual([[1]]);
});

test('stops the server that a killed process left running, where nothing else stops it', async () => {
  // Without setpriv on the PATH the kernel does not stop the server together with its parent.
  const { child, serverPid } = await startInChild({ PATH: '' });
  await killed(child);
  expect(isRunning(serverPid)).toBe(true);
  expect(await query(await start(), 'SELECT 1')).toEqual([[1]]);
  expect(isRunning(serverPid)).toBe(false);
});

test('is not deceived by a stale process id that another program has now', async () => {
  const postgres = await start();
  const pidFile = path.join(dataDir, 'cluster', 'postmaster.pid');
  const content = fs.readFileSync(pidFile, 'utf8');
  await postgres.stop();
  // PostgreSQL takes only processes of its own user for a server.
  const { uid, gid } = fs.statSync(path.join(dataDir, 'cluster'));
  const other = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
  children.push(other);
  fs.writeFileSync(pidFile, content.replace(/^\d+/, String(other.pid)));
  fs.chownSync(pidFile, uid, gid);
  expect(await query(await start(), 'SELECT 1')).toEqual([[1]]);
  expect(other.exitCode ?? other.signalCode).toBeNull();
});

test('leaves no half-made cluster when it is interrupted, and begins anew afterwards', async () => {
  fs.rmSync(dataDir, { recursive: true });
  const controller = new AbortController();
  const interrupted = start({ signal: controller.signal });
  const watcher = fs.watch(dataDir);
  for await (const [, name] of on(watcher, 'change', { signal: AbortSignal.timeout(10_000) })) {
    if (String(name).startsWith('cluster.new-')) break;
  }
  watcher.close();
  controller.abort();
  await expect(interrupted).rejects.toThrow('aborted');
  expect(fs.readdirSync(dataDir)).toEqual(['lock']);
  // A process that is killed cannot even tidy up.
  fs.mkdirSync(path.join(dataDir, 'cluster.new-killed'));
  await start();
  expect(fs.readdirSync(dataDir).sort()).toEqual(['cluster', 'lock', 'superuser-password']);
});

test('says in one line that the port is taken, and takes another one itself when none was asked for', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    await expect(start({ port })).rejects.toThrow(
      `PostgreSQL cannot listen on port ${port} of 127.0.0.1: it is taken. Choose another port, or let one be chosen.`,
    );
    expect(isLocked(dataDir)).toBe(false);
    expect((await start()).port).not.toBe(port);
  } finally {
    other.close();
  }
});

test('says in one line which setting the server refuses', async () => {
  await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
    /^PostgreSQL does not start: invalid value for parameter "shared_buffers": "plenty"$/,
  );
});

test('says that the password is missing rather than letting nobody in', async () => {
  await (await start()).stop();
  fs.rmSync(path.join(dataDir, 'superuser-password'));
  await expect(start()).rejects.toThrow(/superuser-password cannot be read/);
  expect(isLocked(dataDir)).toBe(false);
});

describeIf(isRoot, 'for root', 'needs root', () => {
  test('runs as another user, also under a private home', async () => {
    fs.rmSync(dataDir, { recursive: true });
    fs.chmodSync(folder, 0o700);
    const postgres = await start();
    expect(fs.statSync(`/proc/${postgres.pid}`).uid).not.toBe(0);
    expect(await query(postgres, 'SELECT 1')).toEqual([[1]]);
  });
});
