import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const START_LIMIT_MILLIS = 60_000;
const ANSWER_LIMIT_MILLIS = 10_000;

export interface ServerProcessOptions {
  /** A program that calls `announce`. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
}

export interface Usage {
  /** User and system time of all threads since the process began. */
  readonly cpuMicros: number;
  readonly memoryBytes: number;
}

/** A measured program in a process of its own, so that its CPU time is nobody else's. */
export class ServerProcess {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Rejects when the program ends, or has said nothing for a minute. */
  static async start({
    file,
    args = [],
    environment,
    execArgv = [],
  }: ServerProcessOptions): Promise<ServerProcess> {
    const child = fork(file, [...args], {
      execArgv: ['--no-warnings', '--require', 'tsx/cjs', ...execArgv],
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { port } = await answerOf<{ port: number }>(child, file, START_LIMIT_MILLIS);
    return new ServerProcess(port, child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @param collect after a full garbage collection, when the process was started with `--expose-gc`. */
  async usage(collect = false): Promise<Usage> {
    const answer = answerOf<Usage>(this.child, path.basename(this.child.spawnfile), ANSWER_LIMIT_MILLIS);
    this.child.send(collect ? 'collect' : 'usage');
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

async function answerOf<T>(child: ChildProcess, what: string, limitMillis: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', ended);
      then();
    };
    const answered = (message: unknown): void => settle(() => resolve(message as T));
    const ended = (): void => settle(() => reject(new Error(`${what} has ended`)));
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`${what} has said nothing for ${limitMillis / 1000} s`)));
      child.kill('SIGKILL');
    }, limitMillis);
    child.once('message', answered).once('exit', ended);
  });
}
