import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database';
import type { Outbox } from '../../platform/events/outbox';
import { Pause } from '../../platform/async/pause';
import { dueBusinesses, expireReservations } from './expire-reservations';

export interface ExpiryWorkerOptions {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  /** Between two looks. Default 1,000. */
  readonly pollMillis?: number;
}

/** Ends reservations soon after they have expired. Every process may have one: they share the work. */
export class ExpiryWorker {
  readonly #pause = new Pause();
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(private readonly options: ExpiryWorkerOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Finishes the batch that it is working on. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { database, log, pollMillis = 1_000 } = this.options;
    while (!this.#stopping) {
      try {
        for (const tenantId of await dueBusinesses(database)) await this.#expire(tenantId);
      } catch (error) {
        log.warn({ err: error }, 'reservations that have expired cannot be looked up at the moment');
      }
      if (!this.#stopping) await this.#pause.wait(pollMillis);
    }
  }

  /** One business that fails does not keep the others waiting. */
  async #expire(tenantId: string): Promise<void> {
    const { database, outbox, log } = this.options;
    const cause = { tenantId, actorId: null, traceId: randomBytes(16).toString('hex') };
    try {
      const count = await expireReservations(database, outbox, cause);
      if (count > 0) log.info({ tenantId, traceId: cause.traceId, count }, 'reservations have expired');
    } catch (error) {
      log.warn({ err: error, tenantId, traceId: cause.traceId }, 'reservations could not be ended');
    }
  }
}
