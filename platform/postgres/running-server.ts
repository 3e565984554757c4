import fs from 'node:fs';
import path from 'node:path';
import { clusterPath, readPassword, SUPERUSER } from './cluster';

/**
 * The embedded server that another process runs in this data directory, by what PostgreSQL notes in `postmaster.pid`
 * (process, port, state: "Database File Layout" in its manual); null when there is none that is ready.
 * @throws EmbeddedPostgresError when the superuser's password cannot be read.
 */
export function findRunningServer(dataDir: string): { superuserUrl(database: string): string } | null {
  const cluster = clusterPath(path.resolve(dataDir));
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, , , port, , , , state] = lines.map((line) => line.trim());
  if (state !== 'ready' || !isAlive(Number(pid))) return null;
  const password = encodeURIComponent(readPassword(path.resolve(dataDir)));
  return {
    superuserUrl: (database) =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
