import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

export interface BodegaProcess {
  readonly child: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** Resolves to the address in the line "Bodega is ready"; rejects with what was printed when it ends before. */
  readonly ready: Promise<string>;
  /** Exit code, or the signal's name. */
  readonly exited: Promise<number | string>;
}

/** `npm start`, as a person types it, in a process group of its own. */
export function npmStart(
  environment: Record<string, string>,
  options: { uid?: number; gid?: number } = {},
): BodegaProcess {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited(), LOG_LEVEL: 'warn', ...environment },
    ...options,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const exited = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, url] = /Bodega is ready\S* at \S*?(http:\/\/[\w.:[\]]+)/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
    void exited.then((code) => reject(new Error(`It ended with ${code}: ${printed}`)));
  });
  // Tests of a refusal look at `exited` alone.
  ready.catch(() => undefined);
  return { child, output: () => printed, ready, exited };
}

/** Without what the test run itself put there, e.g. NODE_ENV=test or npm's own variables. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, USER } = process.env;
  return { PATH, HOME, TMPDIR, LANG, USER, NO_COLOR: '1' };
}
