import { v7 as uuidv7 } from 'uuid';
import { findContradictions } from '../checks.fixture';
import { until } from '../../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from '../inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

it('sells exactly what there is to 200 takers of 50 units in two processes', async () => {
  const shop = inventory.business();
  const second = await inventory.start();
  const productId = await shop.open(50);
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      (n % 2 ? shop : shop.through(second)).take(uuidv7(), { productId, quantity: 1 }),
    ),
  );
  const count = (type: string): number => outcomes.filter((outcome) => outcome.__typename === type).length;
  expect([count('OrderStock'), count('InsufficientStock')]).toEqual([50, 150]);
  expect(await shop.stock(productId)).toMatchObject({ onHand: 0, reserved: 0 });
  expect((await shop.ledger(productId)).map((line) => line.onHandAfter)).toEqual(
    Array.from({ length: 51 }, (_, n) => 50 - n),
  );
  expect((await shop.alerts()).map((alert) => [alert.level, alert.status])).toEqual([
    ['LOW', 'RESOLVED'],
    ['OUT', 'OPEN'],
  ]);
});

it('lets carts that name the same products in opposite order through without a deadlock', async () => {
  const shop = inventory.business();
  const products = await Promise.all(Array.from({ length: 6 }, () => shop.open(1_000)));
  const before = await deadlocks();
  const carts = Array.from({ length: 120 }, (_, n) => {
    const lines = products.map((productId) => ({ productId, quantity: 1 }));
    return shop.take(uuidv7(), ...(n % 2 ? lines : lines.reverse()));
  });
  for (const answer of await Promise.all(carts)) expect(answer.state).toBe('TAKEN');
  for (const productId of products) expect(await shop.stock(productId)).toMatchObject({ onHand: 880 });
  expect(await deadlocks()).toBe(before);

  async function deadlocks(): Promise<string | undefined> {
    const [row] = await inventory.sql<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks;
  }
});

it('finds units that came to a new location while it waited for the product', async () => {
  const shop = inventory.business();
  const productId = await shop.open(5);
  const barn = await shop.createLocation('Barn');
  const [main] = await shop.locations();
  // A transfer that has moved everything and has not committed yet.
  const other = await inventory.session();
  await other.query('BEGIN');
  await other.query('SELECT FROM stock WHERE product_id = $1 FOR UPDATE', [productId]);
  await other.query('UPDATE stock_location SET on_hand = 0 WHERE product_id = $1', [productId]);
  await other.query(
    'INSERT INTO stock_location (tenant_id, product_id, location_id, on_hand) VALUES ($1, $2, $3, 5)',
    [shop.identity.tenantId, productId, barn],
  );
  await other.query(
    `INSERT INTO stock_movement (tenant_id, product_id, line, location_id, kind, quantity, on_hand_after)
     VALUES ($1, $2, 2, $3, 'TRANSFER_OUT', -5, 0), ($1, $2, 3, $4, 'TRANSFER_IN', 5, 5)`,
    [shop.identity.tenantId, productId, main?.id, barn],
  );
  await other.query('UPDATE stock SET last_line = 3 WHERE product_id = $1', [productId]);
  const taking = shop.take(uuidv7(), { productId, quantity: 5 });
  await until(() => inventory.somebodyWaits());
  await other.query('COMMIT');
  expect(await taking).toMatchObject({ state: 'TAKEN' });
  expect((await shop.stock(productId)).locations.map((place) => place.onHand)).toEqual([0, 0]);
});

it('serves those who come at once in the order in which they came, each by their own', async () => {
  const shop = inventory.business();
  const productId = await shop.open(10, { lowStockThreshold: 0 });
  const orders = [4, 4, 4, 2].map((quantity) => ({ orderId: uuidv7(), quantity }));
  const outcomes = await Promise.all(
    orders.map(({ orderId, quantity }) => shop.take(orderId, { productId, quantity })),
  );
  expect(outcomes).toMatchObject([
    { state: 'TAKEN', orderId: orders[0]?.orderId },
    { state: 'TAKEN', orderId: orders[1]?.orderId },
    { __typename: 'InsufficientStock', requested: 4, available: 2 },
    { state: 'TAKEN', orderId: orders[3]?.orderId },
  ]);
  expect((await shop.ledger(productId)).slice(1)).toMatchObject(
    [0, 1, 3].map((n) => ({ quantity: -(orders[n]?.quantity ?? 0), order: { id: orders[n]?.orderId } })),
  );
});

it('combines those who come for the same product while another is on its way', async () => {
  const shop = inventory.business();
  const productId = await shop.open(500);
  const orders = Array.from({ length: 200 }, () => uuidv7());
  await Promise.all(orders.map((orderId) => shop.take(orderId, { productId, quantity: 2 })));
  const rows = await inventory.sql<{ order_id: string; transaction: string }>(
    `SELECT order_id, xmin::text AS transaction FROM stock_movement WHERE product_id = $1 AND kind = 'SALE' ORDER BY line`,
    [productId],
  );
  expect(rows.map((row) => row.order_id)).toEqual(orders);
  expect(new Set(rows.map((row) => row.transaction)).size).toBe(3);
});

it('gives up on a product that somebody else holds for too long, and has done nothing then', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  const other = await inventory.session();
  await other.query('BEGIN');
  await other.query('SELECT FROM stock WHERE product_id = $1 FOR UPDATE', [productId]);
  const orders = [uuidv7(), uuidv7(), uuidv7()];
  const outcomes = await Promise.allSettled(
    orders.map((orderId) => shop.take(orderId, { productId, quantity: 1 })),
  );
  await other.query('ROLLBACK');
  expect(outcomes).toMatchObject(
    orders.map(() => ({ status: 'rejected', reason: { extensions: { code: 'SERVICE_UNAVAILABLE' } } })),
  );
  expect(await shop.ledger(productId)).toHaveLength(1);
  for (const orderId of orders) {
    expect(await shop.take(orderId, { productId, quantity: 1 })).toMatchObject({ state: 'TAKEN' });
  }
});
