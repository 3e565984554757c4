import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { diesWithParent } from '../../../platform/process/dies-with-parent';

const ROOT = path.join(__dirname, '../../..');
const READY_TIMEOUT_MILLIS = 60_000;
const STOP_TIMEOUT_MILLIS = 25_000;

export interface ProductProcessOptions {
  /** The entry point and its arguments, e.g. `processes/subgraph.ts orders`. */
  readonly program: readonly string[];
  /** All that it is told; of this process's own environment it gets only what every program needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Modules that are loaded before the program. Absolute paths. */
  readonly preload: readonly string[];
}

/** A process of the product that can be killed and started again at the same address. */
export class ProductProcess {
  readonly #listeners = new Set<(text: string) => void>();
  #child: ChildProcess | undefined;
  #printed = '';
  #exited: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProductProcessOptions) {}

  /** What it printed last. */
  get output(): string {
    return this.#printed;
  }

  /** Resolves when the running process has ended, however that happens. */
  get exited(): Promise<unknown> {
    return this.#exited;
  }

  /** Resolves when it can be used; rejects with what it printed when it ends before. */
  async start(): Promise<void> {
    const { program, environment, preload } = this.options;
    const required = ['tsx/cjs', ...preload].flatMap((module) => ['--require', module]);
    // A run that is killed must not leave processes behind.
    const [command = '', ...args] = [...diesWithParent('KILL'), process.execPath, ...required, ...program];
    const { PATH, HOME, TMPDIR } = process.env;
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, TMPDIR, NO_COLOR: '1', LOG_LEVEL: 'warn', HOST: '127.0.0.1', ...environment },
    });
    this.#child = child;
    this.#exited = once(child, 'close');
    await new Promise<void>((resolve, reject) => {
      const failed = (how: string): void =>
        reject(new Error(`${program.join(' ')} ${how}: ${this.#printed}`));
      const late = setTimeout(() => failed('is not ready in time'), READY_TIMEOUT_MILLIS);
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          this.#printed = (this.#printed + text).slice(-50_000);
          for (const listener of this.#listeners) listener(text);
          if (!/is ready.* at /.test(text)) return;
          clearTimeout(late);
          resolve();
        });
      }
      void this.#exited.then(() => {
        clearTimeout(late);
        failed('has ended');
      });
    });
  }

  /** Resolves when it prints that, from now on. */
  says(what: string): Promise<void> {
    return new Promise((resolve) => {
      const listener = (text: string): void => {
        if (!text.includes(what)) return;
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  /** Ends it as a crash would, if it still runs, and waits for its end. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** In order; by force after 25 s. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    // setpriv, where it is used, has become the program: the signal reaches it.
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MILLIS);
    await this.#exited;
    clearTimeout(forced);
  }
}
