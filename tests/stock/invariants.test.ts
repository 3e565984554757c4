import { invariants } from './invariants';
import { queryAs } from './query-as';
import type { StockSystem } from './servers/system';
import { Shop } from './shop';
import { StockSystems } from './systems';

const systems = new StockSystems({ embeddedOnly: true });
let system: StockSystem;
beforeAll(async () => {
  system = await systems.embedded();
}, 60_000);
afterAll(() => systems.stop());

const untrue = async (settleMillis?: number): Promise<string[]> =>
  (await invariants(system, settleMillis)).filter(({ ok }) => !ok).map(({ what }) => what);

interface Change {
  readonly what: string;
  readonly where: 'inventory' | 'orders';
  readonly done: string;
  readonly undone: string;
  readonly untrue: readonly string[];
}

const NO_TRIGGER = 'SET session_replication_role = replica;';
const CHANGES: readonly Change[] = [
  {
    what: 'a unit appears from nowhere',
    where: 'inventory',
    done: 'UPDATE stock SET on_hand = on_hand + 1',
    undone: 'UPDATE stock SET on_hand = on_hand - 1',
    untrue: ['the ledger adds up to what is on hand', 'locations add up to their product'],
  },
  {
    what: 'more is reserved than is on hand',
    where: 'inventory',
    done: 'ALTER TABLE stock DROP CONSTRAINT stock_units; UPDATE stock SET reserved = reserved + 1',
    undone: 'UPDATE stock SET reserved = reserved - 1',
    untrue: [
      '0 <= reserved <= on hand',
      'locations add up to their product',
      'reserved are the units of open reservations',
    ],
  },
  {
    what: 'a ledger line notes another balance',
    where: 'inventory',
    done: `${NO_TRIGGER} UPDATE stock_movement SET on_hand_after = 9 WHERE line = 2`,
    undone: `${NO_TRIGGER} UPDATE stock_movement SET on_hand_after = 8 WHERE line = 2`,
    untrue: [
      'each ledger line notes the balance after it',
      'each change of stock was told once, in its order',
    ],
  },
  {
    what: 'a sale is cancelled whose units have left',
    where: 'orders',
    done: `UPDATE orders SET status = 'CANCELLED', number = NULL WHERE number = 2`,
    undone: `UPDATE orders SET status = 'COMPLETED', number = 2 WHERE status = 'CANCELLED'`,
    untrue: ['units sold are those of COMPLETED orders', 'order numbers are 1, 2, 3 … in each business'],
  },
  {
    what: 'a number is left out',
    where: 'orders',
    done: 'UPDATE orders SET number = 3 WHERE number = 2',
    undone: 'UPDATE orders SET number = 2 WHERE number = 3',
    untrue: ['order numbers are 1, 2, 3 … in each business'],
  },
  {
    what: 'a reservation ends of which orders hears nothing',
    where: 'inventory',
    done: `UPDATE order_stock SET state = 'EXPIRED' WHERE state = 'RESERVED'`,
    undone: `UPDATE order_stock SET state = 'RESERVED' WHERE state = 'EXPIRED'`,
    untrue: [
      'reserved are the units of open reservations',
      'open reservations are those of PENDING purchases',
    ],
  },
  {
    what: 'a purchase outlives its expiry',
    where: 'orders',
    done: `UPDATE orders SET expires_at = now() - interval '1 second' WHERE status = 'PENDING'`,
    undone: `UPDATE orders SET expires_at = now() + interval '1 hour' WHERE status = 'PENDING'`,
    untrue: ['no order is PENDING past its expiry'],
  },
  {
    what: 'an order stays in the middle',
    where: 'orders',
    done: `UPDATE orders SET step = 'RELEASE' WHERE status = 'PENDING'`,
    undone: `UPDATE orders SET step = 'AWAIT' WHERE status = 'PENDING'`,
    untrue: ['no order is in the middle of a step'],
  },
  {
    what: 'an alert is not raised',
    where: 'inventory',
    done: 'UPDATE stock_alert SET product_id = gen_random_uuid() WHERE position = 2',
    undone: 'UPDATE stock_alert SET product_id = (SELECT product_id FROM stock) WHERE position = 2',
    untrue: ['one alert for each crossing, none missing or twice'],
  },
  {
    what: 'an alert is raised twice, and its position is lost',
    where: 'inventory',
    done: `INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message, resolved_at)
           SELECT tenant_id, 4, product_id, level, available, low_stock_threshold, message, now()
             FROM stock_alert WHERE position = 1`,
    undone: 'DELETE FROM stock_alert WHERE position = 4',
    untrue: ['positions of alerts have no gap', 'one alert for each crossing, none missing or twice'],
  },
  {
    what: 'an event tells another figure',
    where: 'inventory',
    done: `UPDATE outbox SET payload = payload || '{"onHand": 9}' WHERE payload->>'onHand' = '4'`,
    undone: `UPDATE outbox SET payload = payload || '{"onHand": 4}' WHERE payload->>'onHand' = '9'`,
    untrue: ['each change of stock was told once, in its order'],
  },
  {
    what: 'an event never reaches the bus',
    where: 'orders',
    done: `INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload, published_at)
           SELECT gen_random_uuid(), type, version, tenant_id, aggregate_id, 'lost', payload, now() FROM outbox LIMIT 1`,
    undone: `DELETE FROM outbox WHERE trace_id = 'lost'`,
    untrue: ['every event of the outbox reached the bus, in order'],
  },
];

describe('The invariants', () => {
  it('do not hold where there is nothing to look at', async () => {
    const [settled, ...facts] = await invariants(system);
    expect(settled?.ok).toBe(true);
    expect(facts.filter(({ ok }) => ok)).toEqual([]);
  });

  it('hold of a shop that has sold', async () => {
    const shop = await Shop.open(system.url, 1);
    const productId = await shop.product(12);
    const lines = [{ productId, quantity: 4 }];
    for (const what of ['sell', 'purchase', 'sell'] as const) await shop.ask(what, { input: { lines } });
    await shop.close();
    expect(await untrue()).toEqual([]);
  });

  it.each(CHANGES)('see it when $what', async (change) => {
    const { superuserUrl } = system.databases[change.where];
    await queryAs(superuserUrl, change.done);
    expect(await untrue(0)).toEqual(change.untrue);
    await queryAs(superuserUrl, change.undone);
    expect(await untrue(0)).toEqual([]);
  });
});
