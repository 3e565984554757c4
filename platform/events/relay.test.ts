import type { EventBus } from './event';
import { Arrivals, context, eventDatabase, nameOf, newEvent, silent } from './events.fixture';
import type { EventDatabase } from './events.fixture';
import { Outbox } from './outbox';
import { RecordingBus } from './recording-bus';
import { Relay, type RelayOptions } from './relay';

let events: EventDatabase;
const relays: Relay[] = [];

beforeEach(async () => {
  events = await eventDatabase();
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await events.drop();
});

function relay(bus: EventBus, options: Partial<RelayOptions> = {}): Relay {
  const started = new Relay({
    producer: 'products',
    database: events.database,
    bus,
    log: silent,
    ...options,
  });
  relays.push(started);
  started.start();
  return started;
}

function outbox(...woken: Relay[]): Outbox {
  return new Outbox('products', () => woken.forEach((each) => each.wake()));
}

async function add(box: Outbox, ...batch: ReturnType<typeof newEvent>[]): Promise<void> {
  await events.database.transaction(events.tenant, (transaction) => box.add(transaction, context, batch));
}

const unpublished = async (): Promise<number> =>
  (await events.rows('SELECT FROM outbox WHERE published_at IS NULL')).length;

async function untilAllMarked(): Promise<void> {
  while ((await unpublished()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('The relay', () => {
  it('publishes the whole envelope of what was committed', async () => {
    const bus = new RecordingBus();
    const started = relay(bus);
    await add(outbox(started), newEvent('lamp', 1));
    const [event] = await bus.published.reach(1);
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/),
      type: 'products.changed',
      version: 1,
      tenantId: events.tenant,
      aggregateId: 'lamp',
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      traceId: context.traceId,
      payload: { n: 1 },
    });
  });

  it('is woken by the commit and does not wait for its next look', async () => {
    const bus = new RecordingBus();
    const started = relay(bus, { pollMillis: 3_600_000 });
    const box = outbox(started);
    await add(box, newEvent('lamp', 1));
    await bus.published.reach(1);
    await add(box, newEvent('lamp', 2));
    expect((await bus.published.reach(2)).map(nameOf)).toEqual(['lamp:1', 'lamp:2']);
  });

  it('finds by itself what nobody announced', async () => {
    const bus = new RecordingBus();
    relay(bus, { pollMillis: 20 });
    await add(outbox(), newEvent('lamp', 1));
    expect((await bus.published.reach(1)).map(nameOf)).toEqual(['lamp:1']);
  });

  it('publishes nothing of a transaction that was rolled back', async () => {
    const bus = new RecordingBus();
    const started = relay(bus);
    const box = outbox(started);
    const failing = events.database.transaction(events.tenant, async (transaction) => {
      await box.add(transaction, context, [newEvent('lamp', 1)]);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await add(box, newEvent('chair', 1));
    await untilAllMarked();
    expect(bus.published.items.map(nameOf)).toEqual(['chair:1']);
  });

  it('publishes a transaction that commits after a later one', async () => {
    const bus = new RecordingBus();
    const started = relay(bus);
    const box = outbox(started);
    await events.database.transaction(events.tenant, async (slow) => {
      await box.add(slow, context, [newEvent('lamp', 1)]);
      await add(box, newEvent('chair', 1));
      expect((await bus.published.reach(1)).map(nameOf)).toEqual(['chair:1']);
      await untilAllMarked();
    });
    expect((await bus.published.reach(2)).map(nameOf)).toEqual(['chair:1', 'lamp:1']);
  });

  it('keeps the order per aggregate among several relays that work at the same time', async () => {
    const bus = new RecordingBus();
    bus.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    const aggregates = ['a', 'b', 'c', 'd', 'e'];
    const box = outbox();
    for (let n = 1; n <= 60; n++) await add(box, ...aggregates.map((aggregate) => newEvent(aggregate, n)));
    const others = await Promise.all([events.connect(), events.connect(), events.connect()]);
    for (const database of others) relay(bus, { database, batchSize: 7, pollMillis: 10 });
    const published = await bus.published.reach(300);
    await untilAllMarked();
    expect(published).toHaveLength(300);
    for (const aggregate of aggregates) {
      const order = published.filter((event) => event.aggregateId === aggregate).map(nameOf);
      expect(order).toEqual(Array.from({ length: 60 }, (_, index) => `${aggregate}:${index + 1}`));
    }
  });

  it('passes by an aggregate whose earlier event another relay is publishing', async () => {
    const held = new RecordingBus();
    let release: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => {
      held.before = () => {
        resolve();
        return new Promise((go) => (release = go));
      };
    });
    const box = outbox();
    await add(box, newEvent('lamp', 1));
    relay(held, { database: await events.connect(), pollMillis: 10 });
    await holding;
    await add(box, newEvent('lamp', 2), newEvent('chair', 1));
    const free = new RecordingBus();
    relay(free, { pollMillis: 10 });
    expect((await free.published.reach(1)).map(nameOf)).toEqual(['chair:1']);
    held.before = async () => undefined;
    release();
    await untilAllMarked();
    const all = [...held.published.items, ...free.published.items].map(nameOf);
    expect(all.sort()).toEqual(['chair:1', 'lamp:1', 'lamp:2']);
    expect(held.published.items.map(nameOf)[0]).toBe('lamp:1');
  });

  it('keeps everything while the bus is down and publishes it when it is back', async () => {
    const bus = new RecordingBus();
    const failed = new Arrivals<null>();
    bus.before = async () => {
      failed.add(null);
      throw new Error('the bus is down');
    };
    const started = relay(bus);
    await add(outbox(started), newEvent('lamp', 1), newEvent('lamp', 2));
    await failed.reach(2);
    expect(await unpublished()).toBe(2);
    const backlog = await started.backlog();
    expect(backlog.count).toBe(2);
    expect(backlog.oldestMillis).toBeGreaterThan(0);
    bus.before = async () => undefined;
    expect((await bus.published.reach(2)).map(nameOf)).toEqual(['lamp:1', 'lamp:2']);
    await untilAllMarked();
    expect(await started.backlog()).toEqual({ count: 0, oldestMillis: 0 });
  });

  it('publishes again what was published and could not be marked', async () => {
    const bus = new RecordingBus();
    const started = relay(bus);
    const mark = jest.spyOn(bus, 'publish').mockImplementationOnce(async (batch) => {
      for (const event of batch) bus.published.add(event);
      throw new Error('the process died here');
    });
    await add(outbox(started), newEvent('lamp', 1));
    const [first, second] = await bus.published.reach(2);
    expect(second).toEqual(first);
    await untilAllMarked();
    expect(mark).toHaveBeenCalledTimes(2);
    expect(bus.published.items).toHaveLength(2);
  });

  it('publishes what is in the retention again, in order, when the bus forgot it', async () => {
    const bus = new RecordingBus();
    const started = relay(bus, { pollMillis: 20 });
    const box = outbox(started);
    await add(box, newEvent('lamp', 1), newEvent('lamp', 2));
    await untilAllMarked();
    bus.name = 'second memory';
    await add(box, newEvent('lamp', 3));
    const published = await bus.published.reach(5);
    expect(published.map(nameOf)).toEqual(['lamp:1', 'lamp:2', 'lamp:1', 'lamp:2', 'lamp:3']);
    await untilAllMarked();
    expect(bus.published.items).toHaveLength(5);
  });

  it('notices that the bus forgot also when nothing new happens', async () => {
    const bus = new RecordingBus();
    const started = relay(bus, { pollMillis: 20 });
    await add(outbox(started), newEvent('lamp', 1));
    await untilAllMarked();
    bus.name = 'second memory';
    expect((await bus.published.reach(2)).map(nameOf)).toEqual(['lamp:1', 'lamp:1']);
  });

  it('publishes again also what was published long before the process died', async () => {
    const bus = new RecordingBus();
    await add(outbox(), newEvent('lamp', 1));
    await events.rows(`UPDATE outbox SET published_at = now() - interval '3 days'`);
    relay(bus);
    expect((await bus.published.reach(1)).map(nameOf)).toEqual(['lamp:1']);
  });

  it('drops what was published before the retention', async () => {
    const bus = new RecordingBus();
    await events.rows(`UPDATE bus_memory SET memory = 'first memory'`);
    await add(outbox(), newEvent('lamp', 1), newEvent('lamp', 2));
    await events.rows(
      `UPDATE outbox SET published_at = now() - interval '61 minutes' WHERE payload = '{"n": 1}'`,
    );
    relay(bus);
    expect((await bus.published.reach(1)).map(nameOf)).toEqual(['lamp:2']);
    let kept = await events.rows('SELECT payload FROM outbox');
    while (kept.length > 1) kept = await events.rows('SELECT payload FROM outbox');
    expect(kept).toEqual([{ payload: { n: 2 } }]);
    expect(bus.published.items).toHaveLength(1);
  });

  it('finishes the batch on its way when it is stopped', async () => {
    const bus = new RecordingBus();
    const started = relay(bus);
    let stopped: Promise<void> | undefined;
    bus.before = async () => {
      stopped = started.stop();
      await new Promise((resolve) => setImmediate(resolve));
    };
    await add(outbox(started), newEvent('lamp', 1));
    await bus.published.reach(1);
    await stopped;
    expect(await unpublished()).toBe(0);
  });
});
