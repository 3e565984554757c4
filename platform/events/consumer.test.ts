import { z } from 'zod';
import { serviceUnavailable } from '../graphql/errors';
import type { Transaction } from '../database/transaction';
import {
  Arrivals,
  context,
  envelope,
  eventDatabase,
  type EventDatabase,
  nameOf,
  newEvent,
  silent,
} from './events.fixture';
import { createConsumer, type Consumer, type ConsumerOptions } from './consumer';
import { dropDeadLetters, listDeadLetters, replayDeadLetters } from './dead-letters';
import type { EventEnvelope } from './event';
import { eventHandler, type EventHandler } from './event-handler';
import { InProcessBus } from './in-process-bus';
import { Outbox } from './outbox';
import { Relay } from './relay';

let events: EventDatabase;
let bus: InProcessBus;
const consumers: Consumer[] = [];

beforeEach(async () => {
  events = await eventDatabase('inventory');
  bus = new InProcessBus();
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  await bus.close();
  await events.drop();
});

/** Writes `<aggregate>:<n>` into the table of effects, and tells. */
class Effects {
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

function consume(effects: Effects, options: Partial<ConsumerOptions> = {}): Consumer {
  const consumer = createConsumer({
    group: 'inventory',
    bus,
    database: events.database,
    handlers: { 'products.changed': effects.handler },
    log: silent,
    ...options,
  });
  consumers.push(consumer);
  consumer.start();
  return consumer;
}

function deadLetters(count: number): {
  readonly onDeadLetter: () => void;
  readonly reached: Promise<unknown>;
} {
  const dead = new Arrivals<null>();
  return { onDeadLetter: () => dead.add(null), reached: dead.reach(count) };
}

const inbox = (): Promise<{ event_id: string }[]> =>
  events.rows<{ event_id: string }>('SELECT event_id FROM inbox');

describe('A consumer', () => {
  it('has an effect once, however often the bus brings the event', async () => {
    const effects = new Effects();
    consume(effects);
    const event = envelope('lamp', 1);
    // The event that follows in the same aggregate tells that the repeated one is over.
    for (let n = 2; n <= 4; n++) {
      await bus.publish([event, envelope('lamp', n)]);
      await effects.told.reach(n);
    }
    expect(await events.effects()).toEqual(['lamp:1', 'lamp:2', 'lamp:3', 'lamp:4']);
  });

  it('has one effect when two processes handle the same event at the same time', async () => {
    const effects = new Effects();
    const second = new InProcessBus();
    let meeting = 0;
    effects.before = async () => void (meeting += 1);
    consume(effects);
    consume(effects, { bus: second, database: await events.connect() });
    const batch = Array.from({ length: 50 }, (_, n) => envelope(`lamp-${n}`, n));
    await Promise.all([bus.publish(batch), second.publish(batch)]);
    await effects.told.reach(50);
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    expect((await events.effects()).sort()).toEqual(batch.map(nameOf).sort());
    expect(await inbox()).toHaveLength(50);
    expect(meeting).toBe(50);
  });

  it('tries again after a failure, keeping the order of the aggregate, while others go on', async () => {
    const effects = new Effects();
    let failures = 2;
    effects.before = async (event) => {
      if (nameOf(event) === 'lamp:1' && failures-- > 0) throw new Error('not yet');
    };
    consume(effects);
    await bus.publish([envelope('lamp', 1), envelope('lamp', 2), envelope('chair', 1)]);
    expect(await effects.told.reach(3)).toEqual(['chair:1', 'lamp:1', 'lamp:2']);
    expect(await events.effects()).toEqual(['chair:1', 'lamp:1', 'lamp:2']);
  });

  it('gives a poison event up after its attempts, keeps it as a dead letter and goes on', async () => {
    const effects = new Effects();
    let attempts = 0;
    effects.before = async (event) => {
      if (nameOf(event) !== 'lamp:1') return;
      attempts += 1;
      throw new TypeError('cannot divide by nothing');
    };
    consume(effects, { maxAttempts: 3 });
    const poison = envelope('lamp', 1);
    await bus.publish([poison, envelope('lamp', 2)]);
    await effects.told.reach(1);
    expect(attempts).toBe(3);
    expect(await events.effects()).toEqual(['lamp:2']);
    expect(await listDeadLetters(events.database)).toEqual([
      {
        id: '1',
        consumer: 'inventory',
        event: poison,
        error: 'TypeError: cannot divide by nothing',
        attempts: 3,
        failedAt: expect.any(Date),
        replayRequested: false,
      },
    ]);
    await bus.publish([poison, envelope('lamp', 3)]);
    await effects.told.reach(2);
    expect(attempts).toBe(3);
  });

  it.each([
    ['an unknown version', { version: 2 }, /Version 2 of products.changed is unknown/],
    ['an unreadable payload', { payload: { n: 'many' } }, /expected number, received string/],
  ])('makes a dead letter of %s at once', async (_, more, reason) => {
    const effects = new Effects();
    const dead = deadLetters(1);
    consume(effects, { onDeadLetter: dead.onDeadLetter });
    await bus.publish([envelope('lamp', 1, more), envelope('lamp', 2)]);
    await dead.reached;
    await effects.told.reach(1);
    expect(await events.effects()).toEqual(['lamp:2']);
    const [letter] = await listDeadLetters(events.database);
    expect(letter?.attempts).toBe(1);
    expect(letter?.error).toMatch(reason);
  });

  it('ignores types that nothing handles', async () => {
    const effects = new Effects();
    consume(effects);
    await bus.publish([envelope('lamp', 1, { type: 'products.archived' }), envelope('lamp', 2)]);
    await effects.told.reach(1);
    expect(await inbox()).toHaveLength(1);
  });

  it('takes an unavailable database for no attempt', async () => {
    const effects = new Effects();
    const healthy = jest.spyOn(events.database, 'healthy').mockResolvedValue(false);
    let outages = 4;
    effects.before = async () => {
      if (outages-- > 0) throw serviceUnavailable('The database');
      healthy.mockRestore();
    };
    consume(effects, { maxAttempts: 1 });
    await bus.publish([envelope('lamp', 1)]);
    expect(await effects.told.reach(1)).toEqual(['lamp:1']);
    expect(await listDeadLetters(events.database)).toEqual([]);
  });

  it('leaves no inbox row where the effect was rolled back', async () => {
    const effects = new Effects();
    const consumer = consume(effects);
    const failed = new Arrivals<null>();
    effects.before = async () => {
      failed.add(null);
      throw new Error('refused');
    };
    await bus.publish([envelope('lamp', 1)]);
    await failed.reach(1);
    await consumer.stop();
    expect(await inbox()).toEqual([]);
    expect(await events.effects()).toEqual([]);
  });

  it('finishes a running handler when it is stopped, and leaves the rest to the next member', async () => {
    const first = new Effects();
    const second = new Effects();
    const begun = new Arrivals<null>();
    let finish: () => void = () => undefined;
    first.before = () => {
      begun.add(null);
      return new Promise((resolve) => (finish = resolve));
    };
    const consumer = consume(first);
    await bus.publish([envelope('lamp', 1), envelope('lamp', 2)]);
    await begun.reach(1);
    const stopped = consumer.stop();
    consume(second);
    finish();
    await stopped;
    expect(await second.told.reach(1)).toEqual(['lamp:2']);
    expect(await events.effects()).toEqual(['lamp:1', 'lamp:2']);
  });

  it('forgets inbox rows after a week and no sooner', async () => {
    const age = (id: string, interval: string): Promise<unknown> =>
      events.database.transaction(events.tenant, (transaction) =>
        transaction.query(
          `INSERT INTO inbox (event_id, consumer, tenant_id, handled_at) VALUES ($1, 'inventory', $2, now() - $3::interval)`,
          [id, events.tenant, interval],
        ),
      );
    const [old, young] = [envelope('a', 1).id, envelope('a', 1).id];
    await age(old, '7 days 1 minute');
    await age(young, '6 days 23 hours');
    consume(new Effects());
    while ((await inbox()).length > 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await inbox()).toEqual([{ event_id: young }]);
  });
});

describe('Dead letters', () => {
  /** Two dead letters, and a consumer for which they would be none any more. */
  async function twoLetters(): Promise<{ effects: Effects; mend: () => void }> {
    const effects = new Effects();
    const dead = deadLetters(2);
    effects.before = async () => {
      throw new Error('broken');
    };
    consume(effects, { maxAttempts: 1, replayPollMillis: 10, onDeadLetter: dead.onDeadLetter });
    await bus.publish([envelope('lamp', 1), envelope('chair', 1)]);
    await dead.reached;
    return { effects, mend: () => (effects.before = async () => undefined) };
  }

  it('are handled once more when a replay is asked for', async () => {
    const { effects, mend } = await twoLetters();
    mend();
    const letters = await listDeadLetters(events.database);
    const lamp = letters.find((letter) => letter.event.aggregateId === 'lamp');
    expect(await replayDeadLetters(events.database, [String(lamp?.id)])).toBe(1);
    await effects.told.reach(1);
    expect(await events.effects()).toEqual(['lamp:1']);
    expect((await listDeadLetters(events.database)).map((letter) => nameOf(letter.event))).toEqual([
      'chair:1',
    ]);
    expect(await replayDeadLetters(events.database, 'all')).toBe(1);
    await effects.told.reach(2);
    expect(await listDeadLetters(events.database)).toEqual([]);
  });

  it('are handled once even when two processes do it at the same time', async () => {
    const { effects } = await twoLetters();
    let meetings = 2;
    effects.before = async () => {
      while (meetings > 0 && (await events.rows(`SELECT FROM pg_locks WHERE NOT granted`)).length === 0);
      meetings -= 1;
    };
    consume(effects, { bus: new InProcessBus(), database: await events.connect(), replayPollMillis: 10 });
    await replayDeadLetters(events.database, 'all');
    await effects.told.reach(2);
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    expect((await events.effects()).sort()).toEqual(['chair:1', 'lamp:1']);
    expect(await listDeadLetters(events.database)).toEqual([]);
  });

  it('stay with the new error when the replay fails', async () => {
    const { effects } = await twoLetters();
    effects.before = async () => {
      throw new Error('still broken');
    };
    await replayDeadLetters(events.database, 'all');
    let letters = await listDeadLetters(events.database);
    while (letters.some((letter) => letter.replayRequested)) letters = await listDeadLetters(events.database);
    expect(letters.map(({ error, attempts }) => ({ error, attempts }))).toEqual([
      { error: 'Error: still broken', attempts: 2 },
      { error: 'Error: still broken', attempts: 2 },
    ]);
    expect(await events.effects()).toEqual([]);
  });

  it('can be dropped, and listed page by page', async () => {
    await twoLetters();
    const [first] = await listDeadLetters(events.database, { limit: 1 });
    const second = await listDeadLetters(events.database, { after: String(first?.id) });
    expect(second).toHaveLength(1);
    expect(await dropDeadLetters(events.database, [String(first?.id)])).toBe(1);
    expect(await listDeadLetters(events.database)).toEqual(second);
    expect(await dropDeadLetters(events.database, 'all')).toBe(1);
    expect(await listDeadLetters(events.database)).toEqual([]);
  });
});

describe('From commit to effect', () => {
  it('has one effect in another database although the relay dies between publishing and marking', async () => {
    const effects = new Effects();
    const producer = await eventDatabase('products');
    consume(effects);
    const publish = jest.spyOn(bus, 'publish');
    publish.mockImplementationOnce(async (batch, memory) => {
      await InProcessBus.prototype.publish.call(bus, batch, memory);
      await effects.told.reach(1);
      throw new Error('the process died here');
    });
    const relay = new Relay({ producer: 'products', database: producer.database, bus, log: silent });
    relay.start();
    const outbox = new Outbox('products', () => relay.wake());
    await producer.database.transaction(producer.tenant, (transaction) =>
      outbox.add(transaction, context, [newEvent('lamp', 1)]),
    );
    while ((await producer.rows('SELECT FROM outbox WHERE published_at IS NULL')).length > 0);
    await producer.database.transaction(producer.tenant, (transaction) =>
      outbox.add(transaction, context, [newEvent('lamp', 2)]),
    );
    await effects.told.reach(2);
    await relay.stop();
    await producer.drop();
    expect(publish).toHaveBeenCalledTimes(3);
    expect(await events.effects()).toEqual(['lamp:1', 'lamp:2']);
  });
});
