import { serviceUnavailable } from '../graphql/errors';
import { ConsumerWorld, deadLetters, Effects } from './consumer.fixture';
import { listDeadLetters } from './dead-letters';
import { Arrivals, context, envelope, eventDatabase, nameOf, newEvent, silent } from './events.fixture';
import { InProcessBus } from './in-process-bus';
import { Outbox } from './outbox';
import { Relay } from './relay';

let world: ConsumerWorld;

beforeEach(async () => {
  world = await ConsumerWorld.create();
});
afterEach(() => world.end());

describe('A consumer', () => {
  it('has an effect once, however often the bus brings the event', async () => {
    const effects = new Effects();
    world.consume(effects);
    const event = envelope('lamp', 1);
    // The event that follows in the same aggregate tells that the repeated one is over.
    for (let n = 2; n <= 4; n++) {
      await world.bus.publish([event, envelope('lamp', n)]);
      await effects.told.reach(n);
    }
    expect(await world.events.effects()).toEqual(['lamp:1', 'lamp:2', 'lamp:3', 'lamp:4']);
  });

  it('has one effect when two processes handle the same event at the same time', async () => {
    const effects = new Effects();
    const second = new InProcessBus();
    let meeting = 0;
    effects.before = async () => void (meeting += 1);
    world.consume(effects);
    world.consume(effects, { bus: second, database: await world.events.connect() });
    const batch = Array.from({ length: 50 }, (_, n) => envelope(`lamp-${n}`, n));
    await Promise.all([world.bus.publish(batch), second.publish(batch)]);
    await effects.told.reach(50);
    await world.stopConsumers();
    expect((await world.events.effects()).sort()).toEqual(batch.map(nameOf).sort());
    expect(await world.inbox()).toHaveLength(50);
    expect(meeting).toBe(50);
  });

  it('tries again after a failure, keeping the order of the aggregate, while others go on', async () => {
    const effects = new Effects();
    let failures = 2;
    effects.before = async (event) => {
      if (nameOf(event) === 'lamp:1' && failures-- > 0) throw new Error('not yet');
    };
    world.consume(effects);
    await world.bus.publish([envelope('lamp', 1), envelope('lamp', 2), envelope('chair', 1)]);
    expect(await effects.told.reach(3)).toEqual(['chair:1', 'lamp:1', 'lamp:2']);
    expect(await world.events.effects()).toEqual(['chair:1', 'lamp:1', 'lamp:2']);
  });

  it('gives a poison event up after its attempts, keeps it as a dead letter and goes on', async () => {
    const effects = new Effects();
    let attempts = 0;
    effects.before = async (event) => {
      if (nameOf(event) !== 'lamp:1') return;
      attempts += 1;
      throw new TypeError('cannot divide by nothing');
    };
    world.consume(effects, { maxAttempts: 3 });
    const poison = envelope('lamp', 1);
    await world.bus.publish([poison, envelope('lamp', 2)]);
    await effects.told.reach(1);
    expect(attempts).toBe(3);
    expect(await world.events.effects()).toEqual(['lamp:2']);
    expect(await listDeadLetters(world.events.database)).toEqual([
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
    await world.bus.publish([poison, envelope('lamp', 3)]);
    await effects.told.reach(2);
    expect(attempts).toBe(3);
  });

  it.each([
    ['an unknown version', { version: 2 }, /Version 2 of products.changed is unknown/],
    ['an unreadable payload', { payload: { n: 'many' } }, /expected number, received string/],
  ])('makes a dead letter of %s at once', async (_, more, reason) => {
    const effects = new Effects();
    const dead = deadLetters(1);
    world.consume(effects, { onDeadLetter: dead.onDeadLetter });
    await world.bus.publish([envelope('lamp', 1, more), envelope('lamp', 2)]);
    await dead.reached;
    await effects.told.reach(1);
    expect(await world.events.effects()).toEqual(['lamp:2']);
    const [letter] = await listDeadLetters(world.events.database);
    expect(letter?.attempts).toBe(1);
    expect(letter?.error).toMatch(reason);
  });

  it('ignores types that nothing handles', async () => {
    const effects = new Effects();
    world.consume(effects);
    await world.bus.publish([envelope('lamp', 1, { type: 'products.archived' }), envelope('lamp', 2)]);
    await effects.told.reach(1);
    expect(await world.inbox()).toHaveLength(1);
  });

  it('takes an unavailable database for no attempt', async () => {
    const effects = new Effects();
    const healthy = jest.spyOn(world.events.database, 'healthy').mockResolvedValue(false);
    let outages = 4;
    effects.before = async () => {
      if (outages-- > 0) throw serviceUnavailable('The database');
      healthy.mockRestore();
    };
    world.consume(effects, { maxAttempts: 1 });
    await world.bus.publish([envelope('lamp', 1)]);
    expect(await effects.told.reach(1)).toEqual(['lamp:1']);
    expect(await listDeadLetters(world.events.database)).toEqual([]);
  });

  it('leaves no inbox row where the effect was rolled back', async () => {
    const effects = new Effects();
    const consumer = world.consume(effects);
    const failed = new Arrivals<null>();
    effects.before = async () => {
      failed.add(null);
      throw new Error('refused');
    };
    await world.bus.publish([envelope('lamp', 1)]);
    await failed.reach(1);
    await consumer.stop();
    expect(await world.inbox()).toEqual([]);
    expect(await world.events.effects()).toEqual([]);
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
    const consumer = world.consume(first);
    await world.bus.publish([envelope('lamp', 1), envelope('lamp', 2)]);
    await begun.reach(1);
    const stopped = consumer.stop();
    world.consume(second);
    finish();
    await stopped;
    expect(await second.told.reach(1)).toEqual(['lamp:2']);
    expect(await world.events.effects()).toEqual(['lamp:1', 'lamp:2']);
  });

  it('forgets inbox rows after a week and no sooner', async () => {
    const age = (id: string, interval: string): Promise<unknown> =>
      world.events.database.transaction(world.events.tenant, (transaction) =>
        transaction.query(
          `INSERT INTO inbox (event_id, consumer, tenant_id, handled_at) VALUES ($1, 'inventory', $2, now() - $3::interval)`,
          [id, world.events.tenant, interval],
        ),
      );
    const [old, young] = [envelope('a', 1).id, envelope('a', 1).id];
    await age(old, '7 days 1 minute');
    await age(young, '6 days 23 hours');
    world.consume(new Effects());
    while ((await world.inbox()).length > 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await world.inbox()).toEqual([{ event_id: young }]);
  });
});

describe('From commit to effect', () => {
  it('has one effect in another database although the relay dies between publishing and marking', async () => {
    const effects = new Effects();
    const producer = await eventDatabase('products');
    world.consume(effects);
    const publish = jest.spyOn(world.bus, 'publish');
    publish.mockImplementationOnce(async (batch, memory) => {
      await InProcessBus.prototype.publish.call(world.bus, batch, memory);
      await effects.told.reach(1);
      throw new Error('the process died here');
    });
    const relay = new Relay({
      producer: 'products',
      database: producer.database,
      bus: world.bus,
      log: silent,
    });
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
    expect(await world.events.effects()).toEqual(['lamp:1', 'lamp:2']);
  });
});
