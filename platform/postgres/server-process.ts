import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { diesWithParent } from '../process/dies-with-parent';
import type { ServerAccount } from './server-account';

const LAST_LINES = 20;

export interface ServerProgram {
  /** Folder that holds `bin/`. */
  readonly native: string;
  readonly name: 'initdb' | 'postgres';
  readonly cluster: string;
  readonly account: ServerAccount | null;
  /** A file that the program reads although its account may not enter the folders above; see {@link inherited}. */
  readonly extraFile?: string;
  /** What the kernel sends it when this process dies, however that happens. Linux only. */
  readonly whenParentDies: 'INT' | 'KILL';
}

/** How a program must write the path of its cluster (first) and of its extra file (second). */
export interface InheritedPaths {
  readonly cluster: string;
  readonly extraFile: string;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  /** Rejects when the program cannot be started at all. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What it said last, for error messages. */
  readonly lastLines: () => string[];
}

/**
 * Starts a program of PostgreSQL with a clean environment: no variable of the caller (PGDATA, PGOPTIONS, LC_MESSAGES) changes
 * what it does or says.
 */
export function startProgram(
  program: ServerProgram,
  args: (paths: InheritedPaths) => string[],
  onLine: (line: string) => void = () => undefined,
): RunningProgram {
  const { account, cluster, extraFile } = program;
  const opened =
    account && process.platform === 'linux'
      ? [cluster, ...(extraFile ? [extraFile] : [])].map((file) => fs.openSync(file, 'r'))
      : [];
  const paths = opened.length > 0 ? inherited : { cluster, extraFile: extraFile ?? '' };
  const [file, ...before] = [
    ...diesWithParent(program.whenParentDies),
    path.join(program.native, 'bin', program.name),
  ];
  try {
    const child = spawn(file ?? '', [...before, ...args(paths)], {
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
      cwd: '/',
      // Its own group: Ctrl-C in a terminal reaches this process alone, which then stops the server in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', ...opened],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    return follow(child, onLine);
  } finally {
    for (const descriptor of opened) fs.closeSync(descriptor);
  }
}

/**
 * The cluster of a checkout under a private home cannot be reached by the account that the server runs under. An open
 * descriptor of it can be inherited, and /proc/self/fd names it without a look at the folders above (proc_pid_fd(5)).
 */
const inherited: InheritedPaths = { cluster: '/proc/self/fd/3', extraFile: '/proc/self/fd/4' };

function follow(child: ChildProcess, onLine: (line: string) => void): RunningProgram {
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const complete = (rest + chunk).split('\n');
    rest = complete.pop() ?? '';
    for (const line of complete) {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      onLine(line);
    }
  });
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    // 'exit' and not 'close': a backend that outlives the server for a moment keeps the pipe open.
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  // Whoever needs the outcome awaits it; nobody has to.
  exited.catch(() => undefined);
  return { child, exited, lastLines: () => (rest === '' ? [...lines] : [...lines, rest]) };
}
