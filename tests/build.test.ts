import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.join(__dirname, '..');
const run = promisify(execFile);

jest.setTimeout(180_000);

let folder: string;
let child: ChildProcess | undefined;

// As `npm run build` makes it, without the check of types, which is a check of its own.
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-build-'));
  const tsc = require.resolve('typescript/bin/tsc');
  await run(process.execPath, [
    tsc,
    ...['-p', path.join(ROOT, 'tsconfig.build.json')],
    ...['--outDir', path.join(folder, 'dist'), '--noCheck'],
  ]);
  await run(process.execPath, [path.join(ROOT, 'scripts/copy-schema.mjs'), path.join(folder, 'dist')]);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
});

afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Running {
  readonly exited: Promise<number | null>;
  readonly output: () => string;
  /** Resolves when it has printed this, or has ended. */
  readonly printed: (text: string) => Promise<string>;
}

function start(program: string, ...args: string[]): Running {
  const started = spawn(process.execPath, [path.join(folder, 'dist/processes', program), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', BODEGA_DEMO: '0', NO_COLOR: '1' },
  });
  child = started;
  let said = '';
  const waiting: (() => void)[] = [];
  const look = (): void => waiting.forEach((check) => check());
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      look();
    });
  const exited = once(started, 'close').then(([code]): number | null => code);
  return {
    exited,
    output: () => said,
    printed: (text) =>
      new Promise((resolve) => {
        waiting.push(() => said.includes(text) && resolve(said));
        void exited.then(() => resolve(said));
        look();
      }),
  };
}

test('holds the entry points, and nothing of the tests', () => {
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(files).toEqual(expect.arrayContaining(['processes/embedded.js', 'processes/subgraph.js']));
  expect(files.filter((file) => /(^|\/)(tests|testing)\/|\.(test|fixture)\.js$/.test(file))).toEqual([]);
});

test('starts everything in one process, and stops it', async () => {
  const bodega = start('embedded.js');
  expect(await bodega.printed('/health/ready')).toContain('Bodega is ready');
  const [, url] = /at (http:\S+)/.exec(bodega.output()) ?? [];
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'up' });
  child?.kill('SIGTERM');
  expect(await bodega.exited).toBe(0);
});

test('says what a single subgraph needs', async () => {
  const nobody = start('subgraph.js', 'nobody');
  expect(await nobody.exited).toBe(1);
  expect(nobody.output()).toBe(
    'bodega: usage: processes/subgraph.ts products|inventory|orders|auth|enrichment\n',
  );
  const alone = start('subgraph.js', 'orders');
  expect(await alone.exited).toBe(1);
  expect(alone.output()).toMatch(/^bodega: REDIS_URL: is required .*\n$/);
});

test('ends with one line and exit code 1 when a file of it is missing', async () => {
  const missing = path.join(folder, 'dist/schema/orders.graphql');
  rmSync(missing);
  try {
    const bodega = start('embedded.js');
    expect(await bodega.exited).toBe(1);
    expect(bodega.output()).toBe(`bodega: ENOENT: no such file or directory, open '${missing}'\n`);
  } finally {
    cpSync(path.join(ROOT, 'schema/orders.graphql'), missing);
  }
});
