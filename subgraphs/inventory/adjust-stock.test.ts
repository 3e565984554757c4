import { v7 as uuidv7 } from 'uuid';
import { eventsOf, findContradictions, repeatedly } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

describe('adjustStock', () => {
  it('adds and takes away units with a reason', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    expect(await shop.adjust({ productId, delta: 5, reason: 'Delivery 17' })).toEqual({
      __typename: 'Product',
      id: productId,
      stock: { onHand: 25 },
    });
    expect(await shop.adjust({ productId, delta: -3, reason: 'Broken' })).toMatchObject({
      stock: { onHand: 22 },
    });
    const line = { location: { name: 'Main' }, order: null, actor: { id: shop.identity.userId } };
    expect((await shop.ledger(productId)).slice(1)).toEqual([
      { ...line, kind: 'RECEIPT', quantity: 5, onHandAfter: 25, reason: 'Delivery 17' },
      { ...line, kind: 'ADJUSTMENT', quantity: -3, onHandAfter: 22, reason: 'Broken' },
    ]);
  });

  it('tells the audit log who changed what', async () => {
    const shop = inventory.business();
    const audited = eventsOf(inventory, 'inventory.audited');
    const productId = await shop.open(20);
    await shop.adjust({ productId, delta: -30, reason: 'Refused, so not told' });
    await shop.adjust({ productId, delta: -3, reason: 'Broken' });
    await shop.setThreshold(productId, 4);
    await until(() => audited.length >= 2);
    const who = { subjectType: 'Product', subjectId: productId, actorId: shop.identity.userId };
    expect(audited.map(({ payload }) => payload)).toMatchObject([
      { ...who, action: 'stock.adjusted', details: { delta: '-3', location: 'Main', reason: 'Broken' } },
      { ...who, action: 'stock.threshold-set', details: { before: '10', after: '4' } },
    ]);
  });

  it('does not go below what is reserved, nor below what the location has', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    const attic = await shop.createLocation('Attic');
    await shop.reserve(uuidv7(), 900, { productId, quantity: 15 });
    await shop.adjust({ productId, locationId: attic, delta: 3 });
    const refusal = { __typename: 'InsufficientStock', productId, product: { id: productId } };
    expect(await shop.adjust({ productId, delta: -6 })).toEqual({
      ...refusal,
      message: 'Not enough of "Red screws" at Main: 6 wanted, 5 available.',
      requested: 6,
      available: 5,
    });
    expect(await shop.adjust({ productId, locationId: attic, delta: -4 })).toEqual({
      ...refusal,
      message: 'Not enough of "Red screws" at Attic: 4 wanted, 3 available.',
      requested: 4,
      available: 3,
    });
    expect(await shop.ledger(productId)).toHaveLength(2);
    expect(await shop.adjust({ productId, delta: -5 })).toMatchObject({ stock: { onHand: 18 } });
  });

  it('refuses bad input by field, and writes nothing', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    for (const [input, field] of [
      [{ delta: 0 }, 'delta'],
      [{ delta: 1_000_001 }, 'delta'],
      [{ delta: -1_000_001 }, 'delta'],
      [{ delta: 1, reason: '' }, 'reason'],
      [{ delta: 1, reason: '  ' }, 'reason'],
      [{ delta: 1, reason: 'x'.repeat(501) }, 'reason'],
      [{ delta: 1, reason: 'nul\0' }, 'reason'],
      [{ delta: 1, reason: '\uDC00' }, 'reason'],
      [{ delta: 1, idempotencyKey: '' }, 'idempotencyKey'],
      [{ delta: 1, idempotencyKey: 'k'.repeat(256) }, 'idempotencyKey'],
      [{ delta: 1, idempotencyKey: 'nul\0' }, 'idempotencyKey'],
    ] as const) {
      const answer = await shop.adjust({ productId, ...input });
      expect(answer).toMatchObject({ __typename: 'ValidationError', fields: [{ path: ['input', field] }] });
    }
    for (const delta of [1.5, 2 ** 31, '1']) {
      await expect(shop.adjust({ productId, delta })).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    expect(await shop.ledger(productId)).toHaveLength(1);
  });

  it('refuses more units than can be counted', async () => {
    const shop = inventory.business();
    const productId = await shop.open(1_000_000);
    await inventory.sql('UPDATE stock SET on_hand = 999999999 WHERE product_id = $1', [productId]);
    expect(await shop.adjust({ productId, delta: 2 })).toEqual({
      __typename: 'ValidationError',
      message: 'There are 999999999 units on hand, and at most 1000000000 are possible.',
      fields: [{ path: ['input', 'delta'], message: expect.any(String) }],
    });
    await inventory.sql('UPDATE stock SET on_hand = 1000000 WHERE product_id = $1', [productId]);
    expect(await shop.ledger(productId)).toHaveLength(1);
  });

  it('knows nothing of products and locations of others', async () => {
    const [shop, other] = [inventory.business(), inventory.business()];
    const [own, foreign] = [await shop.open(20), await other.open(20)];
    const [theirs] = await other.locations();
    for (const productId of [foreign, uuidv7(), 'no-uuid', 'nul\0']) {
      expect(await shop.adjust({ productId, delta: 1 })).toEqual({
        __typename: 'ProductNotFound',
        productId,
      });
    }
    for (const locationId of [theirs?.id, uuidv7(), 'no-uuid', '\uD800']) {
      const answer = await shop.adjust({ productId: own, locationId, delta: 1 });
      expect(answer).toEqual({ __typename: 'LocationNotFound', locationId });
    }
    expect(await shop.ledger(own)).toHaveLength(1);
    expect(await other.ledger(foreign)).toHaveLength(1);
  });

  it('takes effect once for one idempotency key', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    const input = { productId, delta: 4, idempotencyKey: 'delivery-17' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.adjust(input)));
    expect(new Set(answers.map((answer) => answer.__typename))).toEqual(new Set(['Product']));
    expect(await shop.stock(productId)).toMatchObject({ onHand: 24 });
    expect(await shop.adjust({ ...input, delta: 5 })).toEqual({
      __typename: 'IdempotencyConflict',
      idempotencyKey: 'delivery-17',
    });
    expect(await shop.as({ userId: uuidv7() }).adjust(input)).toMatchObject({ stock: { onHand: 28 } });
  });

  it('gives a refusal of the stock again for the same key, and leaves the key free after a refusal of the input', async () => {
    const shop = inventory.business();
    const productId = await shop.open(5);
    const input = { productId, delta: -6, idempotencyKey: 'k' };
    const refusal = await shop.adjust(input);
    expect(refusal).toMatchObject({ __typename: 'InsufficientStock', available: 5 });
    await shop.adjust({ productId, delta: 10 });
    expect(await shop.adjust(input)).toEqual(refusal);
    const wrong = { productId, delta: 0, idempotencyKey: 'free' };
    expect(await shop.adjust(wrong)).toMatchObject({ __typename: 'ValidationError' });
    expect(await shop.adjust({ ...wrong, delta: 1 })).toMatchObject({ stock: { onHand: 16 } });
  });
});

describe('transferStock', () => {
  it('moves units between locations and leaves the total as it is', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    const attic = await shop.createLocation('Attic');
    const [main] = await shop.locations();
    const input = { productId, fromLocationId: main?.id, toLocationId: attic, quantity: 8 };
    expect(await shop.transfer(input)).toMatchObject({ __typename: 'Product', stock: { onHand: 20 } });
    expect((await shop.stock(productId)).locations).toEqual([
      { location: { name: 'Main' }, onHand: 12, reserved: 0, available: 12 },
      { location: { name: 'Attic' }, onHand: 8, reserved: 0, available: 8 },
    ]);
    expect((await shop.ledger(productId)).slice(1)).toMatchObject([
      { kind: 'TRANSFER_OUT', quantity: -8, onHandAfter: 12, location: { name: 'Main' } },
      { kind: 'TRANSFER_IN', quantity: 8, onHandAfter: 20, location: { name: 'Attic' } },
    ]);
    expect(await shop.alerts()).toEqual([]);
  });

  it('leaves reserved units where they are', async () => {
    const shop = inventory.business();
    const productId = await shop.open(20);
    const attic = await shop.createLocation('Attic');
    const [main] = await shop.locations();
    await shop.reserve(uuidv7(), 900, { productId, quantity: 15 });
    const input = { productId, fromLocationId: main?.id, toLocationId: attic, quantity: 6 };
    expect(await shop.transfer(input)).toMatchObject({
      __typename: 'InsufficientStock',
      message: 'Not enough of "Red screws" at Main: 6 wanted, 5 available.',
    });
    expect((await shop.stock(productId)).locations).toHaveLength(1);
    expect(await shop.transfer({ ...input, quantity: 5 })).toMatchObject({ __typename: 'Product' });
  });

  it('refuses bad input, and writes nothing', async () => {
    const [shop, other] = [inventory.business(), inventory.business()];
    const productId = await shop.open(20);
    const attic = await shop.createLocation('Attic');
    const main = (await shop.locations())[0]?.id ?? '';
    const foreign = (await other.locations())[0]?.id ?? '';
    const input = { productId, fromLocationId: main, toLocationId: attic, quantity: 1 };
    for (const quantity of [0, -1, 1_000_001]) {
      expect(await shop.transfer({ ...input, quantity })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: ['input', 'quantity'] }],
      });
    }
    expect(await shop.transfer({ ...input, toLocationId: main.toUpperCase() })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'toLocationId'] }],
    });
    for (const locationId of [foreign, uuidv7(), 'no-uuid']) {
      const refusal = { __typename: 'LocationNotFound', locationId };
      expect(await shop.transfer({ ...input, fromLocationId: locationId })).toEqual(refusal);
      expect(await shop.transfer({ ...input, toLocationId: locationId })).toEqual(refusal);
    }
    expect(await shop.transfer({ ...input, productId: uuidv7() })).toMatchObject({
      __typename: 'ProductNotFound',
    });
    expect(await shop.ledger(productId)).toHaveLength(1);
    expect((await shop.stock(productId)).locations).toHaveLength(1);
  });

  it('crosses transfers, sales and adjustments of the same products without losing a unit', async () => {
    const shop = inventory.business();
    const second = await inventory.start();
    const products = [await shop.open(500), await shop.open(500)];
    const attic = await shop.createLocation('Attic');
    const main = (await shop.locations())[0]?.id ?? '';
    const outcomes = await repeatedly(160, (n) => {
      const who = n % 2 ? shop : shop.through(second);
      const productId = products[n % 4 > 1 ? 1 : 0] ?? '';
      const [fromLocationId, toLocationId] = n % 3 ? [main, attic] : [attic, main];
      if (n % 5 < 2) return who.transfer({ productId, fromLocationId, toLocationId, quantity: 3 });
      if (n % 5 === 2) return who.adjust({ productId, locationId: attic, delta: 1 });
      return who.take(uuidv7(), ...products.map((id) => ({ productId: id, quantity: 2 })));
    });
    const taken = outcomes.filter((outcome) => outcome.state === 'TAKEN').length;
    expect(taken).toBe(64);
    const total = (await Promise.all(products.map((id) => shop.stock(id)))).reduce(
      (sum, { onHand }) => sum + onHand,
      0,
    );
    expect(total).toBe(1_000 + 32 - 4 * taken);
  });
});
