import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { diesWithParent } from '../../platform/process/dies-with-parent';
import { backOff } from '../../platform/resilience/back-off';

export interface ChildCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** What it prints once it can be used. */
  readonly ready: RegExp;
  /** How long it may take until then. Default 60,000. */
  readonly readyMillis?: number;
}

const READY_TIMEOUT_MILLIS = 60_000;
const STOP_TIMEOUT_MILLIS = 20_000;
const FIRST_RESTART_MILLIS = 200;
const LAST_RESTART_MILLIS = 5_000;
/** A process that lived this long is not one that fails at every start. */
const LIVED_MILLIS = 10_000;

/**
 * A child that is started again, with back-off, whenever it ends by itself, as a container would be. It is told to stop when
 * this process is killed, where the kernel does that; programs in Node can watch for it themselves (watch-parent.ts).
 */
export class SupervisedChild {
  #child: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;

  constructor(
    private readonly command: ChildCommand,
    private readonly log: Logger,
  ) {}

  get name(): string {
    return this.command.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves, when it can be used, to what `ready` matched; rejects when it ends before, and ends what is late. */
  async start(): Promise<RegExpExecArray> {
    const { name, command, args, environment, ready, readyMillis = READY_TIMEOUT_MILLIS } = this.command;
    const [file = command, ...rest] = [...diesWithParent('TERM'), command, ...args];
    const child = spawn(file, rest, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const started = Date.now();
    let output = '';
    return new Promise((resolve, reject) => {
      const failed = (error: Error): void => {
        clearTimeout(late);
        reject(error);
      };
      const late = setTimeout(() => {
        failed(new Error(`${name} was not ready within ${readyMillis / 1000} s`));
        // Left alone it would hold its port against the one that is started in its place.
        child.kill('SIGKILL');
      }, readyMillis);
      child.once('error', failed);
      child.once('exit', (code, signal) =>
        failed(new Error(`${name} ended with ${code ?? signal} before it was ready`)),
      );
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-10_000);
        const match = ready.exec(output);
        if (!match) return;
        clearTimeout(late);
        child.removeAllListeners('exit');
        child.once('exit', (code, signal) => this.#ended(code ?? signal, started));
        child.stdout.removeAllListeners('data').resume();
        resolve(match);
      });
    });
  }

  /** SIGTERM, and SIGKILL after 20 s. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MILLIS);
    await exited;
    clearTimeout(forced);
  }

  #ended(how: number | string | null, started: number): void {
    if (this.#stopping) return;
    this.#failures = Date.now() - started > LIVED_MILLIS ? 0 : this.#failures + 1;
    const pause = backOff(this.#failures + 1, FIRST_RESTART_MILLIS, LAST_RESTART_MILLIS);
    this.log.warn({ process: this.command.name, how, pause }, 'a process ended and is started again');
    setTimeout(() => {
      if (this.#stopping) return;
      this.start().catch((error: unknown) => {
        this.log.error({ err: error, process: this.command.name }, 'a process could not be started again');
        this.#ended('a failed start', Date.now());
      });
    }, pause);
  }
}
