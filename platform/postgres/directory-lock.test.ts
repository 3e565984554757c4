import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isLocked, lockDirectory } from './directory-lock';

let directory: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-lock-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

test('belongs to one of many that ask at once, and to the next one when it is released', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(directory)));
  const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(locks).toHaveLength(1);
  expect(isLocked(directory)).toBe(true);
  for (const release of locks) release();
  expect(isLocked(directory)).toBe(false);
  (await lockDirectory(directory))();
});

test('waits for a holder that is just about to release it', async () => {
  const release = await lockDirectory(directory);
  const next = lockDirectory(directory);
  setTimeout(release, 100);
  (await next)();
});

test('is free when its holder was killed', async () => {
  const script = `require(${JSON.stringify(require.resolve('./directory-lock.ts'))})
    .lockDirectory(${JSON.stringify(directory)}).then(() => console.log('held')); setInterval(() => {}, 60000)`;
  const holder = spawn(process.execPath, ['-r', require.resolve('tsx/cjs'), '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(isLocked(directory)).toBe(true);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(isLocked(directory)).toBe(false);
  (await lockDirectory(directory))();
});

test('is free when another program has the number of a holder that is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  fs.mkdirSync(path.join(directory, 'lock'));
  fs.writeFileSync(path.join(directory, 'lock', `${pid}-1-0a`), '');
  // This very process, had it started a moment after boot.
  fs.writeFileSync(path.join(directory, 'lock', `${process.pid}-1-0b`), '');
  expect(isLocked(directory)).toBe(process.platform !== 'linux');
});
