import { v7 as uuidv7 } from 'uuid';
import { streamOf } from './checks.fixture';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());

it('takes no change of the ledger, not even from its owner', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  for (const sql of [
    'UPDATE stock_movement SET quantity = 1',
    'UPDATE stock_movement SET reason = NULL WHERE false',
    `UPDATE stock_movement SET actor_id = '${uuidv7()}'`,
    'DELETE FROM stock_movement',
    'TRUNCATE stock_movement',
  ]) {
    await expect(inventory.sql(sql)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The ledger stock_movement is append-only: it takes no (UPDATE|DELETE|TRUNCATE)$/,
      ),
    });
  }
  expect(await shop.ledger(productId)).toHaveLength(1);
});

it('holds no figures that cannot be', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  for (const table of ['stock', 'stock_location']) {
    for (const change of ['on_hand = -1', 'reserved = -1', 'reserved = 21', 'on_hand = 1000000001']) {
      await expect(
        inventory.sql(`UPDATE ${table} SET ${change} WHERE product_id = $1`, [productId]),
      ).rejects.toMatchObject({ constraint: `${table}_units` });
    }
  }
});

it('protects every table by the business of its rows', async () => {
  const unprotected = await inventory.sql(`
    SELECT relname FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('migration', 'bus_memory')
       AND NOT (relrowsecurity AND relforcerowsecurity
                AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'tenant'))`);
  expect(unprotected).toEqual([]);
});

it('makes UUIDs of version 7 that begin with the time', async () => {
  const [row] = await inventory.sql<{ id: string; millis: string }>(
    'SELECT uuid_v7() AS id, floor(extract(epoch FROM clock_timestamp()) * 1000) AS millis',
  );
  expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const millis = Number.parseInt((row?.id ?? '').replaceAll('-', '').slice(0, 12), 16);
  expect(Math.abs(millis - Number(row?.millis))).toBeLessThan(50);
});

it('opens stock by the event of a product and follows its name, whichever comes first, once', async () => {
  const shop = inventory.business();
  const productId = uuidv7();
  const event = (type: string, payload: object) => ({
    id: uuidv7(),
    type,
    version: 1,
    tenantId: shop.identity.tenantId,
    aggregateId: productId,
    occurredAt: new Date().toISOString(),
    traceId: 'a'.repeat(32),
    payload,
  });
  const created = {
    productId,
    sku: 'S-1',
    name: 'Red screws',
    keywords: [],
    description: null,
    categoryName: null,
    initialStock: 12,
    lowStockThreshold: null,
    enrich: false,
    actorId: shop.identity.userId,
  };
  await inventory.bus.publish([
    event('products.created', created),
    event('products.created', { ...created, initialStock: 99 }),
    event('products.updated', { productId, sku: 'S-1', name: 'Blue screws', keywords: [], status: 'ACTIVE' }),
  ]);
  const listener = streamOf(await shop.subscribe('subscription { stockAlert { message } }'));
  for (let renamed = false; !renamed;) {
    const rows = await inventory.sql('SELECT FROM stock WHERE product_id = $1 AND name = $2', [
      productId,
      'Blue screws',
    ]);
    renamed = rows.length > 0;
  }
  expect(await shop.stock(productId)).toMatchObject({ onHand: 12, lowStockThreshold: 10 });
  expect(await shop.ledger(productId)).toMatchObject([
    { kind: 'INITIAL', quantity: 12, actor: { id: shop.identity.userId } },
  ]);
  await shop.take(uuidv7(), { productId, quantity: 3 });
  expect((await listener.next()).value).toEqual({
    data: { stockAlert: { message: '"Blue screws" is running low: 9 left (alert below 10).' } },
  });
  await listener.return?.();
});

it('refuses stock that products should never open', async () => {
  const shop = inventory.business().as({ scopes: ['internal'] });
  const open = (args: object) =>
    shop.ask(
      `mutation ($productId: ID!, $name: String!, $initialStock: Int!, $threshold: Int) {
         openStock(productId: $productId, name: $name, initialStock: $initialStock, lowStockThreshold: $threshold)
       }`,
      { productId: uuidv7(), name: 'Red screws', initialStock: 1, ...args },
    );
  for (const wrong of [
    { productId: 'no-uuid' },
    { initialStock: -1 },
    { initialStock: 1_000_001 },
    { threshold: -1 },
    { threshold: 1_000_001 },
    { name: 'nul\0' },
  ]) {
    await expect(open(wrong)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
  expect(await inventory.sql('SELECT FROM stock WHERE tenant_id = $1', [shop.identity.tenantId])).toEqual([]);
});

it('lets only other subgraphs open, take, reserve, confirm and release', async () => {
  const shop = inventory.business();
  const orderId = uuidv7();
  for (const operation of [
    `openStock(productId: "${orderId}", name: "x", initialStock: 1)`,
    `takeStock(orderId: "${orderId}", lines: []) { __typename }`,
    `reserveStock(orderId: "${orderId}", lines: [], expiresInSeconds: 1) { __typename }`,
    `confirmReservation(orderId: "${orderId}") { state }`,
    `releaseStock(orderId: "${orderId}") { state }`,
  ]) {
    const { errors } = await shop.execute(`mutation { ${operation} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
  expect(await inventory.sql('SELECT FROM order_stock WHERE order_id = $1', [orderId])).toEqual([]);
});
