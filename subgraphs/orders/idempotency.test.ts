import { randomUUID } from 'node:crypto';
import { lost } from './fake-peers.fixture';
import {
  answerOf,
  codesOf,
  openShop,
  person,
  PURCHASE,
  SELL,
  type Process,
  type Shop,
} from './orders.fixture';
import { until } from '../../tests/support/until';

let shop: Shop;
let orders: Process;
let replica: Process;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.start();
  replica = await shop.start();
});
afterEach(() => {
  shop.peers.wire = (_call, effect) => effect();
});
afterAll(async () => {
  await orders.stop();
  await replica.stop();
  await shop.close();
});

const buying = (productId: string, idempotencyKey: string, quantity = 1) => ({
  input: { lines: [{ productId, quantity }], idempotencyKey },
});
const count = async (tenantId: string) =>
  (await shop.sql('SELECT 1 FROM orders WHERE tenant_id = $1 AND placed', [tenantId])).length;

describe('an idempotency key', () => {
  it.each([
    ['sell', SELL],
    ['purchase', PURCHASE],
  ])('makes a repeated %s answer the first order, without an effect', async (_verb, document) => {
    const staff = person();
    const product = shop.peers.product(staff.identity.tenantId, 10);
    const first = answerOf(await orders.ask(staff, document, buying(product.id, 'key')));
    // Whatever the catalogue has become since, and whether or not it can be asked.
    product.status = 'ARCHIVED';
    expect(answerOf(await replica.ask(staff, document, buying(product.id, 'key')))).toEqual(first);
    shop.peers.wire = lost;
    expect(answerOf(await orders.ask(staff, document, buying(product.id, 'key')))).toEqual(first);
    expect(await count(staff.identity.tenantId)).toBe(1);
    expect(product.onHand - product.reserved).toBe(9);
  });

  it('keeps a refusal as it was', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 1);
    const first = answerOf(await orders.ask(seller, SELL, buying(product.id, 'key', 5)));
    expect(first).toMatchObject({ __typename: 'InsufficientStock', requested: 5, available: 1 });
    product.onHand = 100;
    expect(answerOf(await replica.ask(seller, SELL, buying(product.id, 'key', 5)))).toEqual(first);
    await until(
      async () =>
        (await shop.sql('SELECT 1 FROM orders WHERE tenant_id = $1', [seller.identity.tenantId])).length ===
        0,
    );
    expect(answerOf(await orders.ask(seller, SELL, buying(product.id, 'key', 5)))).toEqual(first);
    expect(product.onHand).toBe(100);
  });

  it('with another input is an IdempotencyConflict', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    await orders.ask(seller, SELL, buying(product.id, 'key'));
    for (const input of [
      buying(product.id, 'key', 2),
      buying(randomUUID(), 'key'),
      buying('nonsense', 'key'),
    ]) {
      expect(answerOf(await orders.ask(seller, SELL, input))).toEqual({
        __typename: 'IdempotencyConflict',
        message: 'This idempotency key was used before with a different input.',
        idempotencyKey: 'key',
      });
    }
    expect(product.onHand).toBe(9);
  });

  it('belongs to one person, one business and one operation', async () => {
    const seller = person();
    const colleague = person(undefined, seller.identity.tenantId);
    const stranger = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    const foreign = shop.peers.product(stranger.identity.tenantId, 10);
    const answers = [
      await orders.ask(seller, SELL, buying(product.id, 'key')),
      await orders.ask(seller, PURCHASE, buying(product.id, 'key')),
      await orders.ask(colleague, SELL, buying(product.id, 'key')),
      await orders.ask(stranger, SELL, buying(foreign.id, 'key')),
    ].map(answerOf);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(4);
  });

  it('is not burnt by a refusal of the input or of the catalogue', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10, { status: 'ARCHIVED' });
    for (const input of [
      buying(product.id, 'key'),
      buying(product.id, 'key', 0),
      buying(randomUUID(), 'key'),
    ]) {
      expect(['ValidationError', 'ProductNotFound']).toContain(
        answerOf(await orders.ask(seller, SELL, input))['__typename'],
      );
    }
    product.status = 'ACTIVE';
    expect(answerOf(await orders.ask(seller, SELL, buying(product.id, 'key')))['__typename']).toBe('Order');
  });

  it('sent a hundred times at once to two processes sells once', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 1_000);
    const asked = Array.from({ length: 100 }, (_, index) =>
      (index % 2 ? orders : replica).ask(seller, SELL, buying(product.id, 'key')),
    );
    const answers = (await Promise.all(asked)).map(answerOf);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.every(({ number }) => number === 1)).toBe(true);
    expect(product.onHand).toBe(999);
    expect(await count(seller.identity.tenantId)).toBe(1);
  });

  it('of a request on its way makes the repetition wait for its outcome, or say that there is none yet', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    shop.peers.wire = async (call, effect) => {
      if (call.name === 'TakeStock') await held;
      return effect();
    };
    const first = orders.ask(seller, SELL, buying(product.id, 'key'));
    await until(
      () => shop.peers.callsOf('TakeStock').at(-1)?.context.identity?.tenantId === seller.identity.tenantId,
    );
    for (const process of [orders, replica]) {
      expect(codesOf(await process.ask(seller, SELL, buying(product.id, 'key'), 1_000))).toEqual([
        'SERVICE_UNAVAILABLE',
      ]);
    }
    const repeated = [orders, replica].map((process) => process.ask(seller, SELL, buying(product.id, 'key')));
    answer();
    const { id } = answerOf(await first);
    expect((await Promise.all(repeated)).map(answerOf).map((order) => order['id'])).toEqual([id, id]);
    expect(product.onHand).toBe(9);
  });

  it('of a request that was undone lets the repetition sell, also while the undoing is due', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    let cut = true;
    shop.peers.wire = (call, effect) => {
      const result = effect();
      return cut && call.name === 'TakeStock' ? lost() : result;
    };
    expect(codesOf(await orders.ask(seller, SELL, buying(product.id, 'key')))).toEqual([
      'SERVICE_UNAVAILABLE',
    ]);
    cut = false;
    const answers = await Promise.all(
      [orders, replica].map((process) => process.ask(seller, SELL, buying(product.id, 'key'))),
    );
    const ids = new Set(answers.map(answerOf).map(({ id }) => id));
    expect(ids.size).toBe(1);
    await until(() => product.onHand === 9);
    expect(await count(seller.identity.tenantId)).toBe(1);
  });
});

describe('order numbers', () => {
  it('are gapless for two hundred orders at once, of which many fail', async () => {
    const seller = person();
    const { tenantId } = seller.identity;
    const plenty = shop.peers.product(tenantId, 1_000);
    const scarce = shop.peers.product(tenantId, 20);
    let calls = 0;
    shop.peers.wire = (call, effect) => {
      if (call.name !== 'TakeStock') return effect();
      const cut = ++calls % 7 === 0;
      const result = effect();
      return cut ? lost() : result;
    };
    const asked = Array.from({ length: 200 }, (_, index) => {
      const { id } = index % 3 ? plenty : scarce;
      return (index % 2 ? orders : replica).ask(seller, SELL, {
        input: { lines: [{ productId: id, quantity: 1 }] },
      });
    });
    const results = await Promise.all(asked);
    const sold = results
      .filter(({ errors }) => !errors)
      .map(answerOf)
      .filter(({ __typename }) => __typename === 'Order');
    expect(sold.length).toBeGreaterThan(100);
    expect(sold.length).toBeLessThan(200);
    const numbers = sold.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: sold.length }, (_, index) => index + 1));
    shop.peers.wire = (_call, effect) => effect();
    await until(
      async () =>
        (await shop.sql('SELECT 1 FROM orders WHERE tenant_id = $1 AND step IS NOT NULL', [tenantId]))
          .length === 0,
    );
    expect(1_000 - plenty.onHand + (20 - scarce.onHand)).toBe(sold.length);
    expect(await shop.sql('SELECT last FROM order_counter WHERE tenant_id = $1', [tenantId])).toEqual([
      { last: sold.length },
    ]);
  });

  it('begin at 1 in every business', async () => {
    for (let round = 0; round < 2; round++) {
      const seller = person();
      const { id } = shop.peers.product(seller.identity.tenantId);
      expect(answerOf(await orders.ask(seller, SELL, buying(id, 'key')))['number']).toBe(1);
    }
  });
});
