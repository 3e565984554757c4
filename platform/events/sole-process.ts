import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import pg from 'pg';
import { Periodic } from '../async/periodic';
import { ConfigurationError } from '../config/environment';

export interface SoleProcessOptions {
  /** Name of the subgraph whose database it is. */
  readonly name: string;
  readonly url: string;
  readonly log: Logger;
  /** A process that is just being stopped is waited for so long. Default 5,000. */
  readonly patienceMillis?: number;
}

const LOCK = `SELECT pg_try_advisory_lock(hashtext('bodega bus in process')) AS taken`;
const CONNECT_TIMEOUT_MILLIS = 5_000;
const LOOK_MILLIS = 5_000;

/**
 * Makes sure that one process alone carries the events of a database over a bus of its own: two would each hear half of
 * them. Holds a lock in the database for as long as this process lives, also after the database was restarted.
 * @returns gives it up.
 * @throws ConfigurationError when another process has it.
 */
export async function claimSoleProcess(options: SoleProcessOptions): Promise<() => Promise<void>> {
  const { name, url, log, patienceMillis = 5_000 } = options;
  const claim = new Claim(url);
  const end = performance.now() + patienceMillis;
  while (!(await claim.take())) {
    if (performance.now() > end)
      throw new ConfigurationError(
        `REDIS_URL: is required when several processes use one database, and another one uses that of ${name}`,
      );
    await sleep(100);
  }
  const watch = new Periodic({
    what: 'claiming the events of a database for this process',
    everyMillis: LOOK_MILLIS,
    log,
    async work() {
      if (!claim.held && !(await claim.take()))
        log.error(
          { name },
          'another process uses the same database without Redis: events are lost between them',
        );
    },
  });
  return async () => {
    await watch.stop();
    await claim.release();
  };
}

/** The lock of one session, which ends with it. */
class Claim {
  #session: pg.Client | undefined;

  constructor(private readonly url: string) {}

  get held(): boolean {
    return this.#session !== undefined;
  }

  /** False when somebody else has the lock; rejects when the database cannot be reached. */
  async take(): Promise<boolean> {
    const session = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MILLIS,
      query_timeout: CONNECT_TIMEOUT_MILLIS,
      keepAlive: true,
      application_name: 'bodega-sole-process',
    });
    session.on('error', () => this.#forget(session));
    session.on('end', () => this.#forget(session));
    await session.connect();
    const { rows } = await session.query<{ taken: boolean }>(LOCK);
    if (rows[0]?.taken === true) this.#session = session;
    else await session.end();
    return this.held;
  }

  async release(): Promise<void> {
    await this.#session?.end();
  }

  #forget(session: pg.Client): void {
    if (this.#session === session) this.#session = undefined;
  }
}
