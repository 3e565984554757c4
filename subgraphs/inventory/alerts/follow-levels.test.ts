import { v7 as uuidv7 } from 'uuid';
import { eventsOf, findContradictions } from '../checks.fixture';
import { until } from '../../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from '../inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

const levels = (alerts: { level: string; status: string }[]) =>
  alerts.map(({ level, status }) => [level, status]);

it('raises one alert when available stock falls below the threshold, however many sales there are', async () => {
  const shop = inventory.business();
  const productId = await shop.open(12);
  for (let n = 0; n < 6; n++) await shop.take(uuidv7(), { productId, quantity: 1 });
  expect(await shop.alerts()).toEqual([
    {
      id: expect.any(String),
      productId,
      level: 'LOW',
      available: 9,
      lowStockThreshold: 10,
      message: '"Red screws" is running low: 9 left (alert below 10).',
      status: 'OPEN',
      resolvedAt: null,
      acknowledgedBy: null,
      cursor: expect.any(String),
    },
  ]);
});

it('escalates to OUT with an alert of its own, which takes the place of the one before', async () => {
  const shop = inventory.business();
  const productId = await shop.open(11);
  await shop.take(uuidv7(), { productId, quantity: 2 });
  await shop.take(uuidv7(), { productId, quantity: 9 });
  const [low, out] = await shop.alerts();
  expect(low).toMatchObject({ level: 'LOW', status: 'RESOLVED', resolvedAt: expect.any(String) });
  expect(out).toMatchObject({
    level: 'OUT',
    status: 'OPEN',
    available: 0,
    message: '"Red screws" is out of stock.',
  });
});

it('raises OUT alone when all is sold at once, and nothing on the way back until OK resolves it', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  await shop.take(uuidv7(), { productId, quantity: 20 });
  await shop.adjust({ productId, delta: 5 });
  expect(levels(await shop.alerts())).toEqual([['OUT', 'OPEN']]);
  await shop.adjust({ productId, delta: 5 });
  expect(levels(await shop.alerts())).toEqual([['OUT', 'RESOLVED']]);
  await shop.adjust({ productId, delta: -1 });
  expect(levels(await shop.alerts())).toEqual([
    ['OUT', 'RESOLVED'],
    ['LOW', 'OPEN'],
  ]);
});

it('counts reserved units as gone, and back when they are free again', async () => {
  const shop = inventory.business();
  const productId = await shop.open(15);
  const orderId = uuidv7();
  await shop.reserve(orderId, 900, { productId, quantity: 6 });
  expect(levels(await shop.alerts())).toEqual([['LOW', 'OPEN']]);
  await shop.release(orderId);
  expect(levels(await shop.alerts())).toEqual([['LOW', 'RESOLVED']]);
});

it('leaves alerts alone when reserved units leave or units change their place', async () => {
  const shop = inventory.business();
  const productId = await shop.open(15);
  const attic = await shop.createLocation('Attic');
  const main = (await shop.locations())[0]?.id;
  const orderId = uuidv7();
  await shop.reserve(orderId, 900, { productId, quantity: 6 });
  await shop.confirm(orderId);
  await shop.transfer({ productId, fromLocationId: main, toLocationId: attic, quantity: 9 });
  expect(levels(await shop.alerts())).toEqual([['LOW', 'OPEN']]);
});

it('raises an alert for a product that begins below its threshold', async () => {
  const shop = inventory.business();
  await shop.open(9);
  await shop.open(0);
  await shop.open(2, { lowStockThreshold: 2 });
  await shop.open(0, { lowStockThreshold: 0 });
  expect(levels(await shop.alerts())).toEqual([
    ['LOW', 'OPEN'],
    ['OUT', 'OPEN'],
    ['OUT', 'OPEN'],
  ]);
});

it('raises and resolves when the threshold moves across the stock', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  expect(await shop.setThreshold(productId, 21)).toEqual({ __typename: 'Product', id: productId });
  expect(await shop.setThreshold(productId, 30)).toMatchObject({ __typename: 'Product' });
  expect(levels(await shop.alerts())).toEqual([['LOW', 'OPEN']]);
  await shop.setThreshold(productId, 0);
  expect(levels(await shop.alerts())).toEqual([['LOW', 'RESOLVED']]);
  expect(await shop.stock(productId)).toMatchObject({ lowStockThreshold: 0, level: 'OK' });
});

it('refuses thresholds that cannot be, and products that are not there', async () => {
  const [shop, other] = [inventory.business(), inventory.business()];
  const productId = await shop.open(20);
  for (const threshold of [-1, 1_000_001]) {
    expect(await shop.setThreshold(productId, threshold)).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: ['threshold'] }],
    });
  }
  for (const unknown of [await other.open(20), uuidv7(), 'no-uuid']) {
    expect(await shop.setThreshold(unknown, 5)).toEqual({
      __typename: 'ProductNotFound',
      productId: unknown,
    });
  }
  expect(await shop.stock(productId)).toMatchObject({ lowStockThreshold: 10 });
});

it('raises one alert per crossing when many take at the same time, and numbers them without a gap', async () => {
  const shop = inventory.business();
  const second = await inventory.start();
  const products = await Promise.all(Array.from({ length: 12 }, () => shop.open(14)));
  await Promise.all(
    products.flatMap((productId, p) =>
      Array.from({ length: 16 }, (_, n) =>
        ((n + p) % 2 ? shop : shop.through(second)).take(uuidv7(), { productId, quantity: 1 }),
      ),
    ),
  );
  const alerts = await shop.alerts();
  for (const productId of products) {
    const own = alerts.filter((alert) => alert.productId === productId);
    expect(own.map(({ level, status, available }) => [level, status, available])).toEqual([
      ['LOW', 'RESOLVED', 9],
      ['OUT', 'OPEN', 0],
    ]);
  }
  const positions = await inventory.sql<{ position: number }>(
    'SELECT position FROM stock_alert WHERE tenant_id = $1 ORDER BY position',
    [shop.identity.tenantId],
  );
  expect(positions.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
});

it('tells the bus what was raised and what was resolved', async () => {
  const shop = inventory.business();
  const raised = eventsOf(inventory, 'inventory.alert-raised');
  const resolved = eventsOf(inventory, 'inventory.alert-resolved');
  const productId = await shop.open(11);
  // Together in one transaction, as far as they meet.
  await Promise.all(Array.from({ length: 11 }, () => shop.take(uuidv7(), { productId, quantity: 1 })));
  await shop.adjust({ productId, delta: 100 });
  const [low, out] = await shop.alerts();
  await until(() => raised.length >= 2 && resolved.length >= 2);
  expect(raised.map(({ payload }) => payload)).toEqual([
    { alertId: low?.id, productId, level: 'LOW', position: 1 },
    { alertId: out?.id, productId, level: 'OUT', position: 2 },
  ]);
  expect(resolved.map(({ payload }) => payload)).toEqual([
    { alertId: low?.id, productId },
    { alertId: out?.id, productId },
  ]);
});

it('notes who acknowledged an alert first', async () => {
  const shop = inventory.business();
  const productId = await shop.open(5);
  const [alert] = await shop.alerts();
  const acknowledge = `mutation ($id: ID!) {
    acknowledgeStockAlert(id: $id) {
      __typename ... on StockAlert { id status acknowledgedBy { id } } ... on StockAlertNotFound { alertId }
    }
  }`;
  const { userId } = shop.identity;
  const answer = {
    __typename: 'StockAlert',
    id: alert?.id,
    status: 'ACKNOWLEDGED',
    acknowledgedBy: { id: userId },
  };
  expect(await shop.ask(acknowledge, { id: alert?.id })).toEqual(answer);
  expect(await shop.as({ userId: uuidv7() }).ask(acknowledge, { id: alert?.id })).toEqual(answer);
  await shop.adjust({ productId, delta: 10 });
  expect(await shop.ask(acknowledge, { id: alert?.id })).toEqual({ ...answer, status: 'RESOLVED' });
  for (const id of [uuidv7(), 'no-uuid', 'nul\0']) {
    expect(await shop.ask(acknowledge, { id })).toEqual({ __typename: 'StockAlertNotFound', alertId: id });
  }
  expect(await inventory.business().ask(acknowledge, { id: alert?.id })).toEqual({
    __typename: 'StockAlertNotFound',
    alertId: alert?.id,
  });
});
