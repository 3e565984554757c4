import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { figureOf, printTable, shown } from '../support/figures';
import type { Scenario } from '../support/scenario';

const ROUNDS = 5;
const root = path.join(__dirname, '../..');

/** From `node scripts/start.mjs` to the line that says that it is ready. */
export const scenario: Scenario = {
  title: 'seconds until everything in one process is ready',
  async run(progress) {
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      progress(`round ${round} of ${ROUNDS}`);
      const directory = mkdtempSync(path.join(tmpdir(), 'bodega-bench-start-'));
      try {
        first.push(await secondsToReady(directory));
        again.push(await secondsToReady(directory));
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    }
    printTable(
      ['start', 'seconds'],
      [
        ['the first: databases and the demo business are made', shown(figureOf(first), 2)],
        ['every other', shown(figureOf(again), 2)],
      ],
    );
  },
};

async function secondsToReady(directory: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: '0', BODEGA_DATA_DIR: directory, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const ready = new Promise<number>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes('Bodega is ready')) resolve((performance.now() - started) / 1000);
    });
  });
  const seconds = await Promise.race([ready, ended.then(() => NaN)]);
  child.kill('SIGINT');
  await ended;
  if (Number.isNaN(seconds)) throw new Error('It ended before it was ready');
  return seconds;
}
