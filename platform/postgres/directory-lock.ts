import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './postgres-error';

/** About two seconds: a holder that was just told to stop may need as long. */
const ATTEMPTS = 40;
const HOLDER = /^(\d+)-(\d+)-[0-9a-f]+$/;

/** Another process holds the lock. */
export class DirectoryInUseError extends EmbeddedPostgresError {
  constructor(
    readonly directory: string,
    readonly processId: number,
  ) {
    super(
      `Another Bodega (process ${processId}) uses ${directory}. Stop it, or set BODEGA_DATA_DIR to another folder.`,
    );
  }
}

/**
 * Takes a directory for this process; a holder that was killed is found dead by its process id and start time, so nothing has
 * to be cleaned up by hand. Each contender announces itself in a file of its own and withdraws when it sees another alive:
 * two that start at the same moment may both withdraw and try again, but never both hold it.
 * @returns releases the lock; may be called twice.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const contenders = path.join(directory, 'lock');
  fs.mkdirSync(contenders, { recursive: true, mode: 0o700 });
  const name = `${process.pid}-${startTime(process.pid) ?? 0}-${randomBytes(4).toString('hex')}`;
  const own = path.join(contenders, name);
  for (let attempt = 1; ; attempt++) {
    fs.writeFileSync(own, '', { mode: 0o600, flag: 'wx' });
    const other = liveHolders(directory, name)[0];
    if (other === undefined) return () => fs.rmSync(own, { force: true });
    fs.rmSync(own);
    if (attempt === ATTEMPTS) throw new DirectoryInUseError(directory, other);
    await sleep(20 + Math.random() * 60);
  }
}

/** Whether a living process holds the directory; false also for a directory that was never locked. */
export function isLocked(directory: string): boolean {
  return liveHolders(directory, '').length > 0;
}

function liveHolders(directory: string, except: string): number[] {
  const contenders = path.join(directory, 'lock');
  if (!fs.existsSync(contenders)) return [];
  return fs.readdirSync(contenders).flatMap((name) => {
    const [, pid, started] = HOLDER.exec(name) ?? [];
    if (pid === undefined || started === undefined || name === except) return [];
    if (isAlive(Number(pid), Number(started))) return [Number(pid)];
    // Names are never used twice, so whoever removes this one removes nobody else's.
    fs.rmSync(path.join(contenders, name), { force: true });
    return [];
  });
}

/** Whether the process runs and, where that can be seen, is the one that started then (0: unknown) and not a later one of its number. */
function isAlive(pid: number, started: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const current = startTime(pid);
  return current === undefined || started === 0 || current === started;
}

/** Clock ticks after boot (proc_pid_stat(5), field 22); undefined where there is no /proc; -1 for one that has ended. */
function startTime(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? -1 : Number(fields[19]);
  } catch {
    return undefined;
  }
}
