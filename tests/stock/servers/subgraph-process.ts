import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { SubgraphName } from '../../../platform/subgraph/subgraph';

const ROOT = path.join(__dirname, '../../..');
const READY_TIMEOUT_MILLIS = 60_000;
const STOP_TIMEOUT_MILLIS = 25_000;

export interface SubgraphProcessOptions {
  readonly name: SubgraphName;
  readonly port: number;
  /** All that the process is told; of this process's own environment it gets only what every program needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Modules that are loaded before the program, e.g. to break it on purpose. Absolute paths. */
  readonly preload?: readonly string[];
}

/** One subgraph as a process of its own, by the entry point that containers use. */
export interface SubgraphProcess {
  readonly name: SubgraphName;
  /** Of its GraphQL API, with an internal token only. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** Ends it as a crash would, and waits for its end. */
  kill(): Promise<void>;
  /** SIGTERM, and SIGKILL when that does not help. */
  stop(): Promise<void>;
}

/** Resolves when it can be used; rejects with what it printed when it ends before. */
export async function startSubgraphProcess(options: SubgraphProcessOptions): Promise<SubgraphProcess> {
  const { name, port, environment, preload = [] } = options;
  const required = ['tsx/cjs', ...preload].flatMap((module) => ['--require', module]);
  const command = [...diesWithParent(), process.execPath, ...required, 'processes/subgraph.ts', name];
  const [program = '', ...args] = command;
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: 'warn', ...environment, PORT: String(port), HOST: '127.0.0.1' },
  });
  let printed = '';
  const exited = once(child, 'close');
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${name} is not ready: ${printed}`)),
      READY_TIMEOUT_MILLIS,
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed = (printed + text).slice(-100_000);
        if (!printed.includes(`${name} is ready`)) return;
        clearTimeout(late);
        resolve();
      });
    }
    void exited.then(() => {
      clearTimeout(late);
      reject(new Error(`${name} ended: ${printed}`));
    });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MILLIS);
    await exited;
    clearTimeout(forced);
  };
  await ready;
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    child,
    output: () => printed,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** A run that is killed must not leave processes behind. */
function diesWithParent(): string[] {
  const known =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return known ? ['setpriv', '--pdeathsig', 'KILL'] : [];
}
