import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Logger } from 'pino';
import { ConfigurationError } from '../../platform/config/environment';
import { makeFolder } from '../../platform/files/make-folder';
import type { Cleanup } from '../cleanup';
import { SupervisedChild } from './child-process';
import { freePort } from './free-port';

/** A Redis of this machine's own, kept in the data directory, from the `redis-server` on the PATH; resolves to its address. */
export async function startRedis(dataDirectory: string, log: Logger, cleanup: Cleanup): Promise<string> {
  if (spawnSync('redis-server', ['--version']).error) {
    throw new ConfigurationError(
      'REDIS_URL: is required, for there is no redis-server on the PATH (Debian: apt-get install redis-server)',
    );
  }
  const folder = path.join(dataDirectory, 'redis');
  makeFolder(folder, 0o700);
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ];
  const environment = process.env;
  const redis = new SupervisedChild(
    { name: 'redis', command: 'redis-server', args, environment, ready: /eady to accept connections/ },
    log,
  );
  await redis.start();
  cleanup.add(() => redis.stop());
  return `redis://127.0.0.1:${port}`;
}
