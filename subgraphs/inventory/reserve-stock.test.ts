import { v7 as uuidv7 } from 'uuid';
import type { Business } from './business.fixture';
import { eventsOf, findContradictions } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

const HOUR = 3_600;

async function reservation(shop: Business, more: { units?: number; seconds?: number } = {}) {
  const productId = await shop.open(20);
  const orderId = uuidv7();
  await shop.reserve(orderId, more.seconds ?? HOUR, { productId, quantity: more.units ?? 4 });
  return { productId, orderId };
}

/** As if its time had passed. */
function letExpire(orderId: string): Promise<unknown[]> {
  return inventory.sql(
    `UPDATE order_stock SET expires_at = clock_timestamp() - interval '1 millisecond' WHERE order_id = $1`,
    [orderId],
  );
}

it('reserves units of all lines: they stay on hand and are not available', async () => {
  const shop = inventory.business();
  const products = [await shop.open(20), await shop.open(8)];
  const orderId = uuidv7();
  const before = Date.now();
  const answer = await shop.reserve(
    orderId,
    900,
    ...products.map((productId) => ({ productId, quantity: 5 })),
  );
  expect(answer).toEqual({
    __typename: 'OrderStock',
    orderId,
    state: 'RESERVED',
    expiresAt: expect.any(String),
  });
  const expiresAt = Date.parse(answer.expiresAt ?? '');
  expect(expiresAt).toBeGreaterThanOrEqual(before + 899_000);
  expect(expiresAt).toBeLessThanOrEqual(Date.now() + 901_000);
  expect(await shop.stock(products[0] ?? '')).toMatchObject({
    onHand: 20,
    reserved: 5,
    available: 15,
    level: 'OK',
  });
  expect(await shop.stock(products[1] ?? '')).toMatchObject({
    onHand: 8,
    reserved: 5,
    available: 3,
    level: 'LOW',
  });
  expect(await shop.ledger(products[0] ?? '')).toHaveLength(1);
});

it('does not sell or reserve what is reserved', async () => {
  const shop = inventory.business();
  const { productId } = await reservation(shop, { units: 15 });
  const line = { productId, quantity: 6 };
  expect(await shop.take(uuidv7(), line)).toMatchObject({ __typename: 'InsufficientStock', available: 5 });
  expect(await shop.reserve(uuidv7(), HOUR, line)).toMatchObject({
    __typename: 'InsufficientStock',
    available: 5,
  });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 15 });
});

it('lets reserved units leave when the order is confirmed, once', async () => {
  const shop = inventory.business();
  const { productId, orderId } = await reservation(shop);
  expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'TAKEN' });
  expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'TAKEN' });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 16, reserved: 0 });
  expect((await shop.ledger(productId)).slice(1)).toEqual([
    {
      kind: 'PURCHASE',
      quantity: -4,
      onHandAfter: 16,
      reason: null,
      location: { name: 'Main' },
      order: { id: orderId },
      actor: { id: shop.identity.userId },
    },
  ]);
});

it('frees reserved units when the order is released, once, and confirms it no more', async () => {
  const shop = inventory.business();
  const { productId, orderId } = await reservation(shop);
  for (let n = 0; n < 2; n++) expect(await shop.release(orderId)).toEqual({ orderId, state: 'RELEASED' });
  expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'RELEASED' });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 0 });
  expect(await shop.ledger(productId)).toHaveLength(1);
});

it('gives units that had left back to their locations, once, with the reason', async () => {
  const shop = inventory.business();
  const { productId, orderId } = await reservation(shop);
  await shop.confirm(orderId);
  for (let n = 0; n < 2; n++) {
    expect(await shop.release(orderId, 'The customer changed their mind')).toEqual({
      orderId,
      state: 'RELEASED',
    });
  }
  expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 0 });
  expect((await shop.ledger(productId)).slice(2)).toMatchObject([
    { kind: 'CANCELLATION', quantity: 4, onHandAfter: 20, reason: 'The customer changed their mind' },
  ]);
});

it('refuses an order that was released before it came', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  const line = { productId, quantity: 1 };
  const orders = [uuidv7(), uuidv7(), uuidv7()];
  for (const orderId of orders) expect(await shop.release(orderId)).toEqual({ orderId, state: 'RELEASED' });
  expect(await shop.take(orders[0] ?? '', line)).toMatchObject({ state: 'RELEASED' });
  expect(await shop.reserve(orders[1] ?? '', HOUR, line)).toMatchObject({ state: 'RELEASED' });
  expect(
    await shop.take(orders[2] ?? '', line, { productId: await shop.open(3), quantity: 1 }),
  ).toMatchObject({
    state: 'RELEASED',
  });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 0 });
});

it('answers a confirmation of an order that nobody knows so that it stays true', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  const orderId = uuidv7();
  expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'RELEASED' });
  expect(await shop.reserve(orderId, HOUR, { productId, quantity: 1 })).toMatchObject({ state: 'RELEASED' });
  expect(await shop.stock(productId)).toMatchObject({ reserved: 0 });
});

it('confirms nothing after the expiry, whether or not the worker has come by', async () => {
  const shop = inventory.business();
  const { productId, orderId } = await reservation(shop);
  const expired = eventsOf(inventory, 'inventory.reservation-expired');
  await letExpire(orderId);
  expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'EXPIRED' });
  expect(await shop.release(orderId)).toEqual({ orderId, state: 'EXPIRED' });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 0, available: 20 });
  await until(() => expired.length > 0);
  expect(expired.map(({ payload }) => payload)).toEqual([{ orderId }]);
});

it('ends reservations of every business by itself, each once, with several workers', async () => {
  await inventory.start();
  const expired = eventsOf(inventory, 'inventory.reservation-expired');
  const shops = [inventory.business(), inventory.business()];
  const reservations = await Promise.all(
    shops.flatMap((shop) =>
      Array.from({ length: 60 }, async () => ({ shop, ...(await reservation(shop, { seconds: 1 })) })),
    ),
  );
  await until(() => expired.length >= reservations.length);
  for (const { shop, productId, orderId } of reservations) {
    expect(await shop.stock(productId)).toMatchObject({ onHand: 20, reserved: 0 });
    expect(await shop.confirm(orderId)).toEqual({ orderId, state: 'EXPIRED' });
  }
  expect(expired.map(({ aggregateId }) => aggregateId).sort()).toEqual(
    reservations.map(({ orderId }) => orderId).sort(),
  );
});

it('lets one of confirmation, release and expiry win, whatever comes at the same time', async () => {
  const shop = inventory.business();
  const second = await inventory.start();
  const wins = { TAKEN: 0, RELEASED: 0, EXPIRED: 0 };
  for (let round = 0; round < 40; round++) {
    const { productId, orderId } = await reservation(shop);
    const answers = await Promise.all([
      shop.confirm(orderId),
      shop.through(second).release(orderId),
      letExpire(orderId),
      shop.through(second).confirm(orderId),
    ]);
    const final = await shop.confirm(orderId);
    const { onHand, reserved } = await shop.stock(productId);
    // A release after the confirmation gives the units back: then the release has won.
    expect({ state: final.state, reserved, onHand }).toEqual({
      state: final.state,
      reserved: 0,
      onHand: final.state === 'TAKEN' ? 16 : 20,
    });
    expect(answers.map((answer) => ('state' in answer ? answer.state : undefined))).toContain(final.state);
    wins[final.state as keyof typeof wins] += 1;
  }
  expect(wins.TAKEN + wins.RELEASED + wins.EXPIRED).toBe(40);
});

it('reserves exactly what there is for 100 takers of 30 units', async () => {
  const shop = inventory.business();
  const productId = await shop.open(30, { lowStockThreshold: 0 });
  const orders = Array.from({ length: 100 }, () => uuidv7());
  const outcomes = await Promise.all(
    orders.map((orderId) => shop.reserve(orderId, HOUR, { productId, quantity: 1 })),
  );
  const reserved = orders.filter((_, index) => outcomes[index]?.state === 'RESERVED');
  expect(reserved).toHaveLength(30);
  expect(await shop.stock(productId)).toMatchObject({ onHand: 30, reserved: 30, level: 'OUT' });
  await Promise.all(reserved.map((orderId) => shop.confirm(orderId)));
  expect(await shop.stock(productId)).toMatchObject({ onHand: 0, reserved: 0 });
});

it('refuses an expiry that no order should have', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  for (const seconds of [0, -1, 2_592_001]) {
    await expect(shop.reserve(uuidv7(), seconds, { productId, quantity: 1 })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  for (const reason of ['nul\0', '\uD800']) {
    await expect(shop.release(uuidv7(), reason)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  expect(await shop.stock(productId)).toMatchObject({ reserved: 0 });
});
