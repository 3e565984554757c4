import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { statement, type Transaction } from '../database/transaction';
import { addDeadLetter, replayRequested } from './dead-letters';
import { UnreadableEvent, type EventHandler, type EventHandlers } from './event-handler';
import { producerOf, type BusSubscription, type EventBus, type EventEnvelope } from './event';
import { Pause } from '../async/pause';

export interface ConsumerOptions {
  /** Name of the subgraph: all its processes together handle each event once. */
  readonly group: string;
  readonly bus: EventBus;
  readonly database: Database;
  /** By event type; the types tell which producers are listened to. Other types of theirs are ignored. */
  readonly handlers: EventHandlers;
  readonly log: Logger;
  /** After so many failures the event becomes a dead letter and the next one has its turn. Default 10, some ten seconds in all. */
  readonly maxAttempts?: number;
  /** How often replays that were asked for are looked up. Default 2,000. */
  readonly replayPollMillis?: number;
  /** How long a handled event is known. Not below the age that a bus can bring back. Default 7 days. */
  readonly inboxRetentionMillis?: number;
  /** Called when an event became a dead letter, for metrics. */
  readonly onDeadLetter?: (event: EventEnvelope) => void;
}

const ENTER = statement(
  'inbox-enter',
  'INSERT INTO inbox (event_id, consumer, tenant_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
);
const SWEEP = `DELETE FROM inbox WHERE (event_id, consumer) IN (
  SELECT event_id, consumer FROM inbox
   WHERE consumer = $1 AND handled_at < now() - $2 * interval '1 millisecond' LIMIT $3)
  RETURNING event_id`;
const SWEEP_SIZE = 1_000;
const SWEEP_MILLIS = 3_600_000;
const INBOX_RETENTION_MILLIS = 7 * 24 * 3_600_000;

/**
 * Handles a group's events once in effect: the inbox row that says so commits together with the effect, so an event that
 * the bus brings again finds it and does nothing. A database that cannot be reached is no attempt: the event waits.
 */
export class Consumer {
  readonly #attempts = new Map<string, number>();
  readonly #pause = new Pause();
  readonly #maxAttempts: number;
  #subscription: BusSubscription | undefined;
  #housekeeping: Promise<void> | undefined;
  #stopping = false;
  #sweptAt = 0;

  constructor(private readonly options: ConsumerOptions) {
    this.#maxAttempts = options.maxAttempts ?? 10;
  }

  start(): void {
    const producers = [...new Set(Object.keys(this.options.handlers).map(producerOf))];
    this.#subscription ??= this.options.bus.consume(this.options.group, producers, (event) =>
      this.#receive(event),
    );
    this.#housekeeping ??= this.#keepHouse();
  }

  /** Resolves when no handler runs any more. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#subscription?.close();
    await this.#housekeeping;
  }

  async #receive(event: EventEnvelope): Promise<void> {
    const handler = this.options.handlers[event.type];
    if (handler === undefined) return;
    try {
      await this.#effect(event, handler);
    } catch (error) {
      await this.#failed(event, error);
    }
    this.#attempts.delete(event.id);
  }

  async #effect(event: EventEnvelope, handler: EventHandler): Promise<void> {
    await this.options.database.transaction(event.tenantId, async (transaction) => {
      const first = await transaction.query(ENTER, [event.id, this.options.group, event.tenantId]);
      if (first.length > 0) await handler.handle(transaction, event);
    });
  }

  /** Resolves when the event has become a dead letter, rejects when it is to be tried again. */
  async #failed(event: EventEnvelope, error: unknown): Promise<void> {
    const { database, group, log } = this.options;
    if (!(await database.healthy())) throw error;
    const attempts = (this.#attempts.get(event.id) ?? 0) + 1;
    this.#attempts.set(event.id, attempts);
    const about = {
      err: error,
      group,
      eventId: event.id,
      type: event.type,
      traceId: event.traceId,
      attempts,
    };
    if (attempts < this.#maxAttempts && !(error instanceof UnreadableEvent)) {
      log.warn(about, 'an event could not be handled: it will be tried again');
      throw error;
    }
    await database.transaction(event.tenantId, async (transaction) => {
      // Brought again, a dead letter must not be handled behind the operator's back.
      const first = await transaction.query(ENTER, [event.id, group, event.tenantId]);
      if (first.length > 0) await addDeadLetter(transaction, group, event, error, attempts);
    });
    log.error(about, 'an event could not be handled: it is a dead letter now');
    this.options.onDeadLetter?.(event);
  }

  async #keepHouse(): Promise<void> {
    const { log, group } = this.options;
    while (!this.#stopping) {
      try {
        await replayRequested(this.options);
        if (Date.now() - this.#sweptAt >= SWEEP_MILLIS) await this.#sweep();
      } catch (error) {
        log.warn({ err: error, group }, 'dead letters and old inbox rows wait');
      }
      await this.#pause.wait(this.options.replayPollMillis ?? 2_000);
    }
  }

  async #sweep(): Promise<void> {
    const { database, group, inboxRetentionMillis = INBOX_RETENTION_MILLIS } = this.options;
    const batch = (transaction: Transaction) =>
      transaction.query(SWEEP, [group, inboxRetentionMillis, SWEEP_SIZE]);
    while (!this.#stopping && (await database.asWorker(batch)).length === SWEEP_SIZE);
    this.#sweptAt = Date.now();
  }
}

/** A consumer that has not begun yet: `start()` it when the subgraph is ready. */
export function createConsumer(options: ConsumerOptions): Consumer {
  return new Consumer(options);
}
