import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withDeadline } from '../../platform/resilience/deadline';

const READY_LIMIT_MILLIS = 180_000;
/** Longer than the product takes to force its own end. */
const STOP_LIMIT_MILLIS = 30_000;
const root = path.join(__dirname, '../..');

export interface BodegaProcess {
  /** Of GraphQL over HTTP. */
  readonly url: string;
  /** Where PostgreSQL keeps its files. */
  readonly directory: string;
  stop(): Promise<void>;
}

/**
 * The whole product with its own PostgreSQL in a temporary folder: in one process, or one for each subgraph. Rejects when it
 * ends, or is not ready within three minutes.
 */
export async function startBodega(distributed: boolean): Promise<BodegaProcess> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bodega-bench-'));
  const program = distributed
    ? ['scripts/run.mjs', 'processes/distributed.ts']
    : ['scripts/run.mjs', 'processes/embedded.ts'];
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      BODEGA_DATA_DIR: directory,
      BODEGA_DEMO: '1',
      LOG_LEVEL: 'silent',
      // What limits a person is not what is measured.
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_BUSINESS: '0',
      RATE_LIMIT_ADDRESS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MILLIS);
    await ended;
    clearTimeout(forced);
    rmSync(directory, { recursive: true, force: true });
  };
  const ready = new Promise<string>((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, url] = /Bodega is ready\S* at \S*?(http:\/\/[\w.:]+)/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  try {
    const failed = ended.then(() => Promise.reject(new Error('The product ended before it was ready')));
    const url = await withDeadline(Promise.race([ready, failed]), READY_LIMIT_MILLIS, 'The product');
    return { url: `${url}/graphql`, directory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
