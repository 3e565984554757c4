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
import type { EventEnvelope } from './event';
import { InProcessBus } from './in-process-bus';
import { Outbox } from './outbox';
import { Relay } from './relay';

let events: EventDatabase;
const outbox = new Outbox('products', () => undefined);

beforeEach(async () => {
  events = await eventDatabase();
});
afterEach(() => events.drop());

async function add(box: Outbox, ...batch: ReturnType<typeof newEvent>[]): Promise<void> {
  await events.database.transaction(events.tenant, (transaction) => box.add(transaction, context, batch));
}

describe('The outbox', () => {
  it('takes no event of another producer and none without a business', async () => {
    const box = outbox;
    await expect(add(box, newEvent('lamp', 1, 'orders.placed'))).rejects.toThrow(
      'orders.placed is not an event of products',
    );
    const asWorker = events.database.asWorker((worker) => box.add(worker, context, [newEvent('lamp', 1)]));
    await expect(asWorker).rejects.toThrow('Events belong to a business');
    expect(await events.rows('SELECT FROM outbox')).toEqual([]);
  });

  it('keeps the order of the events of one call', async () => {
    const bus = new InProcessBus();
    const heard = new Arrivals<EventEnvelope>();
    bus.tail(['products'], (event) => heard.add(event));
    const relay = new Relay({ producer: 'products', database: events.database, bus, log: silent });
    relay.start();
    const woken = new Outbox('products', () => relay.wake());
    await add(woken, ...Array.from({ length: 500 }, (_, n) => newEvent('lamp', n)));
    expect((await heard.reach(500)).map(nameOf)).toEqual(Array.from({ length: 500 }, (_, n) => `lamp:${n}`));
    await relay.stop();
  });

  it('shows one business nothing of another', async () => {
    await add(outbox, newEvent('lamp', 1));
    const foreign = events.database.transaction(envelope('x', 1).tenantId, (transaction) =>
      transaction.query('SELECT id FROM outbox'),
    );
    await expect(foreign).rejects.toThrow('permission denied');
  });
});
