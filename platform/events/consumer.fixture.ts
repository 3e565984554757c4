import { z } from 'zod';
import type { Transaction } from '../database/transaction';
import { createConsumer, type Consumer, type ConsumerOptions } from './consumer';
import { Arrivals, eventDatabase, type EventDatabase, silent } from './events.fixture';
import type { EventEnvelope } from './event';
import { eventHandler, type EventHandler } from './event-handler';
import { InProcessBus } from './in-process-bus';

/** Writes `<aggregate>:<n>` into the table of effects, and tells. */
export class Effects {
  readonly told = new Arrivals<string>();
  /** Runs inside the transaction, before the effect is written. */
  before: (event: EventEnvelope) => Promise<void> = async () => undefined;

  readonly handler: EventHandler = eventHandler({
    version: 1,
    payload: z.object({ n: z.int() }),
    handle: async (transaction: Transaction, event, { n }) => {
      await this.before(event);
      await transaction.query('INSERT INTO effect (tenant_id, note) VALUES ($1, $2)', [
        transaction.tenantId,
        `${event.aggregateId}:${n}`,
      ]);
      transaction.onCommit(() => this.told.add(`${event.aggregateId}:${n}`));
    },
  });
}

/** A consumer's database, its bus, and the consumers that a test starts on them. */
export class ConsumerWorld {
  readonly bus = new InProcessBus();
  readonly #consumers: Consumer[] = [];

  private constructor(readonly events: EventDatabase) {}

  static async create(): Promise<ConsumerWorld> {
    return new ConsumerWorld(await eventDatabase('inventory'));
  }

  consume(effects: Effects, options: Partial<ConsumerOptions> = {}): Consumer {
    const consumer = createConsumer({
      group: 'inventory',
      bus: this.bus,
      database: this.events.database,
      handlers: { 'products.changed': effects.handler },
      log: silent,
      ...options,
    });
    this.#consumers.push(consumer);
    consumer.start();
    return consumer;
  }

  inbox(): Promise<{ event_id: string }[]> {
    return this.events.rows<{ event_id: string }>('SELECT event_id FROM inbox');
  }

  async stopConsumers(): Promise<void> {
    await Promise.all(this.#consumers.splice(0).map((consumer) => consumer.stop()));
  }

  async end(): Promise<void> {
    await this.stopConsumers();
    await this.bus.close();
    await this.events.drop();
  }
}

/** What to give a consumer to learn when so many events have become dead letters. */
export function deadLetters(count: number): {
  readonly onDeadLetter: () => void;
  readonly reached: Promise<unknown>;
} {
  const dead = new Arrivals<null>();
  return { onDeadLetter: () => dead.add(null), reached: dead.reach(count) };
}
