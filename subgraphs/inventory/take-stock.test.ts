import { v7 as uuidv7 } from 'uuid';
import { eventsOf, findContradictions } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

it('opens the stock of a new product at the default location, with its first line in the ledger', async () => {
  const shop = inventory.business();
  const productId = await shop.open(40);
  expect(await shop.stock(productId)).toEqual({
    onHand: 40,
    reserved: 0,
    available: 40,
    level: 'OK',
    lowStockThreshold: 10,
    locations: [{ location: { name: 'Main' }, onHand: 40, reserved: 0, available: 40 }],
  });
  expect(await shop.ledger(productId)).toEqual([
    {
      kind: 'INITIAL',
      quantity: 40,
      onHandAfter: 40,
      reason: null,
      location: { name: 'Main' },
      order: null,
      actor: { id: shop.identity.userId },
    },
  ]);
});

it('takes units of a sale from the stock and writes who, for which order, and the balance after it', async () => {
  const shop = inventory.business();
  const [screws, nails] = [await shop.open(40), await shop.open(30)];
  const orderId = uuidv7();
  const lines = [
    { productId: screws, quantity: 4 },
    { productId: nails, quantity: 3 },
  ];
  expect(await shop.take(orderId, ...lines)).toEqual({
    __typename: 'OrderStock',
    orderId,
    state: 'TAKEN',
    expiresAt: null,
  });
  expect(await shop.stock(screws)).toMatchObject({ onHand: 36, reserved: 0, available: 36 });
  expect(await shop.stock(nails)).toMatchObject({ onHand: 27, reserved: 0, available: 27 });
  expect((await shop.ledger(screws))[1]).toEqual({
    kind: 'SALE',
    quantity: -4,
    onHandAfter: 36,
    reason: null,
    location: { name: 'Main' },
    order: { id: orderId },
    actor: { id: shop.identity.userId },
  });
});

it('merges lines of one product before it decides', async () => {
  const shop = inventory.business();
  const productId = await shop.open(10, { lowStockThreshold: 0 });
  const half = { productId, quantity: 6 };
  expect(await shop.take(uuidv7(), half, half)).toMatchObject({ requested: 12, available: 10 });
  expect(await shop.take(uuidv7(), half, { productId, quantity: 4 })).toMatchObject({ state: 'TAKEN' });
  expect(await shop.stock(productId)).toMatchObject({ onHand: 0, level: 'OUT' });
});

it('takes all lines or none, and names the first product that lacks', async () => {
  const shop = inventory.business();
  const [plenty, short, shorter] = [await shop.open(50), await shop.open(5), await shop.open(1)];
  const orderId = uuidv7();
  const refusal = await shop.take(
    orderId,
    { productId: plenty, quantity: 2 },
    { productId: shorter, quantity: 2 },
    { productId: short, quantity: 6 },
  );
  expect(refusal).toEqual({
    __typename: 'InsufficientStock',
    message: 'Not enough of "Red screws": 2 wanted, 1 available.',
    productId: shorter,
    product: { id: shorter },
    requested: 2,
    available: 1,
  });
  expect(await shop.stock(plenty)).toMatchObject({ onHand: 50 });
  expect(await shop.ledger(plenty)).toHaveLength(1);
  expect(await inventory.sql('SELECT FROM order_stock WHERE order_id = $1', [orderId])).toEqual([]);
});

it('answers a repeated order with its state and takes nothing again', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  const orderId = uuidv7();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => shop.take(orderId, { productId, quantity: 3 })),
  );
  expect(new Set(answers.map((answer) => answer.state))).toEqual(new Set(['TAKEN']));
  expect(await shop.stock(productId)).toMatchObject({ onHand: 17 });
  expect(await shop.ledger(productId)).toHaveLength(2);
});

it('knows no product that is foreign, unknown, or could not be one', async () => {
  const [shop, other] = [inventory.business(), inventory.business()];
  const [own, foreign] = [await shop.open(20), await other.open(20)];
  for (const productId of [foreign, uuidv7(), 'no-uuid', 'nul\0']) {
    const answer = await shop.take(uuidv7(), { productId: own, quantity: 1 }, { productId, quantity: 1 });
    expect(answer).toEqual({ __typename: 'ProductNotFound', productId });
  }
  expect(await shop.stock(own)).toMatchObject({ onHand: 20 });
  expect(await other.stock(foreign)).toMatchObject({ onHand: 20 });
});

it('takes from the default location first, then from the others as they were created, and the ledger adds up', async () => {
  const shop = inventory.business();
  const productId = await shop.open(5);
  const locations = [await shop.createLocation('Attic'), await shop.createLocation('Barn')];
  for (const [index, delta] of [7, 8].entries()) {
    await shop.adjust({ productId, locationId: locations[index], delta });
  }
  const orderId = uuidv7();
  expect(await shop.take(orderId, { productId, quantity: 14 })).toMatchObject({ state: 'TAKEN' });
  const lines = (await shop.ledger(productId)).slice(3);
  expect(lines.map((line) => [line.location.name, line.quantity, line.onHandAfter])).toEqual([
    ['Main', -5, 15],
    ['Attic', -7, 8],
    ['Barn', -2, 6],
  ]);
  expect(await shop.release(orderId)).toEqual({ orderId, state: 'RELEASED' });
  expect((await shop.stock(productId)).locations.map((place) => place.onHand)).toEqual([5, 7, 8]);
});

it('tells the bus the figures after each change, in their order', async () => {
  const shop = inventory.business();
  const all = eventsOf(inventory, 'inventory.stock-changed');
  const productId = await shop.open(3, { lowStockThreshold: 2 });
  for (let n = 0; n < 3; n++) await shop.take(uuidv7(), { productId, quantity: 1 });
  // Those of the tests before may still be on their way.
  const events = (): typeof all => all.filter(({ aggregateId }) => aggregateId === productId);
  await until(() => events().length >= 4);
  expect(events().map(({ payload }) => payload)).toEqual(
    [
      [3, 'OK'],
      [2, 'OK'],
      [1, 'LOW'],
      [0, 'OUT'],
    ].map(([onHand, level]) => ({
      productId,
      onHand,
      reserved: 0,
      available: onHand,
      level,
      archived: false,
      at: expect.any(String),
    })),
  );
});

it('refuses lines that other subgraphs should never send', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  for (const lines of [
    [],
    [{ productId, quantity: 0 }],
    [{ productId, quantity: -1 }],
    [{ productId, quantity: 1_000_001 }],
    Array.from({ length: 101 }, () => ({ productId, quantity: 1 })),
  ]) {
    await expect(shop.take(uuidv7(), ...lines)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  await expect(shop.take('no-uuid', { productId, quantity: 1 })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(await shop.ledger(productId)).toHaveLength(1);
});
