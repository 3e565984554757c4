import fc from 'fast-check';
import { z } from 'zod';
import { describeWithOwnRedis, startOwnTestRedis, type OwnTestRedis } from '../../tests/support/test-redis';
import { createConsumer, type Consumer } from './consumer';
import { context, eventDatabase, type EventDatabase, newEvent, silent } from './events.fixture';
import { eventHandler } from './event-handler';
import { Outbox } from './outbox';
import { RedisStreamsBus } from './redis-streams-bus';
import { Relay } from './relay';

const AGGREGATES = ['a', 'b', 'c'];
const LEASE_MILLIS = 200;
const SETTLE_MILLIS = 20_000;

/** What may happen, in any order. */
const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      counts: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'member joins' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'member leaves' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'relay is replaced' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'Redis loses everything' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'Redis is silent' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('time passes' as const),
      millis: fc.integer({ min: 1, max: 60 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/** A producer with two relays and a consumer group of changing size, each with a bus and connections of its own. */
class World {
  readonly #buses: RedisStreamsBus[] = [];
  readonly #relays: Relay[] = [];
  readonly #members: Consumer[] = [];
  readonly #outbox = new Outbox('products', () => this.#relays.forEach((relay) => relay.wake()));
  readonly #added = new Map(AGGREGATES.map((aggregate) => [aggregate, 0]));
  #handled = 0;

  constructor(
    private readonly redis: OwnTestRedis,
    private readonly producer: EventDatabase,
    private readonly consumer: EventDatabase,
  ) {}

  #bus(): RedisStreamsBus {
    const bus = new RedisStreamsBus({ url: this.redis.url, log: silent, leaseMillis: LEASE_MILLIS });
    this.#buses.push(bus);
    return bus;
  }

  async startRelay(): Promise<void> {
    const database = await this.producer.connect();
    const relay = new Relay({
      producer: 'products',
      database,
      bus: this.#bus(),
      log: silent,
      pollMillis: 50,
      batchSize: 3,
    });
    this.#relays.push(relay);
    relay.start();
  }

  async startMember(): Promise<void> {
    const handle = eventHandler({
      version: 1,
      payload: z.object({ n: z.int() }),
      handle: async (transaction, event, { n }) => {
        await transaction.query('INSERT INTO effect (tenant_id, note) VALUES ($1, $2)', [
          transaction.tenantId,
          `${event.aggregateId}:${n}`,
        ]);
        this.#handled += 1;
        if (this.#handled % 7 === 0) throw new Error('every seventh time');
      },
    });
    const member = createConsumer({
      group: 'inventory',
      bus: this.#bus(),
      database: await this.consumer.connect(),
      handlers: { 'products.changed': handle },
      log: silent,
      maxAttempts: 100,
    });
    this.#members.push(member);
    member.start();
  }

  async take(next: Step): Promise<void> {
    switch (next.kind) {
      case 'add':
        return this.#add(next.counts);
      case 'member joins':
        return this.startMember();
      case 'member leaves':
        return this.#members.length > 1 ? this.#members.shift()?.stop() : undefined;
      case 'relay is replaced':
        await this.#relays.shift()?.stop();
        return this.startRelay();
      case 'Redis loses everything':
        return this.redis.restart();
      case 'Redis is silent':
        this.redis.pause();
        await pause(LEASE_MILLIS + 100);
        return this.redis.resume();
      case 'time passes':
        return pause(next.millis);
    }
  }

  async #add(counts: readonly number[]): Promise<void> {
    const batch = AGGREGATES.flatMap((aggregate, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => {
        const n = (this.#added.get(aggregate) ?? 0) + 1;
        this.#added.set(aggregate, n);
        return newEvent(aggregate, n);
      }),
    );
    await this.producer.database.transaction(this.producer.tenant, (transaction) =>
      this.#outbox.add(transaction, context, batch),
    );
  }

  /** Every effect there has been, by aggregate, once there are as many as events or it takes too long. */
  async outcome(): Promise<{ effects: Record<string, string[]>; expected: Record<string, string[]> }> {
    const total = [...this.#added.values()].reduce((sum, count) => sum + count, 0);
    const end = Date.now() + SETTLE_MILLIS;
    while ((await this.consumer.effects()).length < total && Date.now() < end) await pause(20);
    // Time for an effect too many.
    await pause(100);
    const all = await this.consumer.effects();
    const grouped = (list: (aggregate: string) => string[]): Record<string, string[]> =>
      Object.fromEntries(AGGREGATES.map((aggregate) => [aggregate, list(aggregate)]));
    return {
      effects: grouped((aggregate) => all.filter((note) => note.startsWith(aggregate))),
      expected: grouped((aggregate) =>
        Array.from({ length: this.#added.get(aggregate) ?? 0 }, (_, index) => `${aggregate}:${index + 1}`),
      ),
    };
  }

  async end(): Promise<void> {
    await Promise.all([...this.#relays, ...this.#members].map((each) => each.stop()));
    await Promise.all(this.#buses.map((bus) => bus.close()));
    await Promise.all([this.producer.drop(), this.consumer.drop()]);
    await this.redis.stop();
  }
}

describeWithOwnRedis('Whatever happens between commit and effect', () => {
  it('every event has its effect once, and in order per aggregate', async () => {
    const runs = Number(process.env.EVENT_FAULT_RUNS ?? 4);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const world = new World(
          await startOwnTestRedis(),
          await eventDatabase('products'),
          await eventDatabase('inventory'),
        );
        try {
          await Promise.all([
            world.startRelay(),
            world.startRelay(),
            world.startMember(),
            world.startMember(),
          ]);
          for (const next of steps) await world.take(next);
          const { effects, expected } = await world.outcome();
          expect(effects).toEqual(expected);
        } finally {
          await world.end();
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);
});
