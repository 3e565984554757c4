import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isLocked } from '../../platform/postgres/directory-lock';
import { startEmbeddedPostgres } from '../../platform/postgres/embedded-postgres';
import { setTearDown } from './tear-down';

const PREFIX = 'bodega-test-';
/** Lost on a power cut, which a test run survives. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL server for the whole run; `createTestDatabase` finds it by BODEGA_TEST_POSTGRES_URL. */
export default async function globalSetup(): Promise<void> {
  removeLeftovers();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  const interrupted = new AbortController();
  const starting = startEmbeddedPostgres({ dataDir, settings: FAST, signal: interrupted.signal });
  const tearDown = async (): Promise<void> => {
    interrupted.abort();
    const postgres = await starting.catch(() => undefined);
    await postgres?.stop();
    await postgres?.exited;
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  setTearDown(tearDown);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Jest ends at once on these and calls no teardown.
    process.once(signal, () => void tearDown().finally(() => process.kill(process.pid, signal)));
  }
  const postgres = await starting;
  process.env.BODEGA_TEST_POSTGRES_URL = postgres.superuserUrl('postgres');
}

/** Of runs that were killed: their server died with them, their files did not. */
function removeLeftovers(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    if (
      !name.startsWith(PREFIX) ||
      fs.statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()
    )
      continue;
    // An empty one belongs to a run that is about to lock it.
    if (fs.existsSync(path.join(folder, 'lock')) && !isLocked(folder))
      fs.rmSync(folder, { recursive: true, force: true });
  }
}
