import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAccount } from './server-account';
import { EmbeddedPostgresError } from './postgres-error';

const FAST_SHUTDOWN_MILLIS = 15_000;
const IMMEDIATE_SHUTDOWN_MILLIS = 5_000;

/**
 * Stops the server that a killed process left behind in this cluster, if there is one, and waits until it is gone.
 * To be called under the lock of the data directory, or it would stop the server of a living Bodega.
 */
export async function stopOrphanedServer(cluster: string, account: ServerAccount | null): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = readProcessId(file);
  if (pid === null) return;
  if (isServerOf(cluster, pid, account)) {
    const gone = (millis: number): Promise<boolean> =>
      waitUntil(() => !isServerOf(cluster, pid, account), millis);
    signal(pid, 'SIGINT');
    if (await gone(FAST_SHUTDOWN_MILLIS)) return;
    signal(pid, 'SIGQUIT');
    if (await gone(IMMEDIATE_SHUTDOWN_MILLIS)) return;
    throw new EmbeddedPostgresError(
      `An earlier PostgreSQL (process ${pid}) in ${cluster} does not stop: end it with "kill -9 ${pid}" and start again.`,
    );
  }
  // The number may belong to another program by now, and PostgreSQL would refuse to start. Our own number, its parent's, it
  // passes over, and it still sees by the rest of the file whether a process of the old server is left.
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, [process.pid, ...rest].join('\n'));
}

function readProcessId(file: string): number | null {
  if (!fs.existsSync(file)) return null;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

/** A server works in its data directory, so its current directory tells whose it is. */
function isServerOf(cluster: string, pid: number, account: ServerAccount | null): boolean {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      cluster,
    );
  }
  return workingDirectory(pid, account) === fs.realpathSync(cluster);
}

function workingDirectory(pid: number, account: ServerAccount | null): string | null {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    if (!account) return null;
    // In a container, root may not look into other users' processes; the account itself may.
    const ids = { uid: account.uid, gid: account.gid };
    const answer = spawnSync('readlink', [`/proc/${pid}/cwd`], { ...ids, cwd: '/', encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout.trimEnd() : null;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in this moment, or is not ours: the wait that follows tells.
  }
}

/** There is no event for the end of a process that is not our child. */
async function waitUntil(condition: () => boolean, millis: number): Promise<boolean> {
  const deadline = Date.now() + millis;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
