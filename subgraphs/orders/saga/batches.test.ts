import { v7 as uuidv7 } from 'uuid';
import { answerOf, openShop, person, SELL, type BareProcess, type Shop } from '../orders.fixture';
import { OrdersContext } from '../orders.context';
import { completeOrder } from './complete-order';
import { openOrder, type Draft } from './open-order';
import type { Failpoint } from './run-step';

let shop: Shop;
let orders: BareProcess;
let failpoint: Failpoint = () => undefined;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.startBare((name) => failpoint(name));
});
afterEach(() => {
  failpoint = () => undefined;
  shop.peers.wire = (_call, effect) => effect();
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const draft = (change: Partial<Draft> = {}): Draft => ({
  id: uuidv7(),
  kind: 'SALE',
  step: 'TAKE',
  lines: [{ productId: uuidv7(), name: 'Lamp', quantity: 1, unitPrice: { amount: '1.00', currency: 'USD' } }],
  total: { amount: '1.00', currency: 'USD' },
  customerName: null,
  claim: null,
  reason: null,
  ...change,
});

describe('orders that are recorded together', () => {
  it('fail for the one that cannot be recorded, and for no other', async () => {
    const context = new OrdersContext(orders.services, person().request());
    const drafts = Array.from({ length: 10 }, (_, index) =>
      draft(index === 5 ? { customerName: 'a\0b' } : {}),
    );
    const outcomes = await Promise.allSettled(drafts.map((one) => openOrder(context, one)));
    expect(outcomes.map(({ status }) => status)).toEqual(
      drafts.map((_, index) => (index === 5 ? 'rejected' : 'fulfilled')),
    );
    const recorded = await shop.sql<{ id: string }>('SELECT id FROM orders WHERE id = ANY($1)', [
      drafts.map(({ id }) => id),
    ]);
    expect(recorded.map(({ id }) => id).sort()).toEqual(
      drafts
        .filter((_, index) => index !== 5)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('keep their lines and their own person, trace and key', async () => {
    const seller = person();
    const drafts = Array.from({ length: 20 }, (_, index) => {
      const claim = { actorId: seller.identity.userId, operation: 'sell', key: `key ${index}`, input: index };
      return draft({ claim: index % 2 ? claim : null });
    });
    const contexts = drafts.map(() => new OrdersContext(orders.services, seller.request()));
    await Promise.all(
      drafts.map((one, index) =>
        openOrder(contexts[index] ?? new OrdersContext(orders.services, seller.request()), one),
      ),
    );
    const rows = await shop.sql(
      `SELECT id, created_by, trace_id, idempotency_key,
              (SELECT array_agg(product_id) FROM order_line WHERE order_id = id) AS products
         FROM orders WHERE tenant_id = $1 ORDER BY id`,
      [seller.identity.tenantId],
    );
    expect(rows).toEqual(
      drafts.map(({ id, claim, lines }, index) => ({
        id,
        created_by: seller.identity.userId,
        trace_id: contexts[index]?.request.traceId,
        idempotency_key: claim?.key ?? null,
        products: lines.map(({ productId }) => productId),
      })),
    );
  });
});

describe('orders that are completed together', () => {
  it('have consecutive numbers and one event each, also when the first commit fails', async () => {
    const first = person();
    const { tenantId } = first.identity;
    const colleague = person(undefined, tenantId);
    const product = shop.peers.product(tenantId, 1_000);
    let failed = 0;
    failpoint = (name) => {
      if (name === 'COMPLETE before commit' && failed++ % 3 === 0) throw new Error('The commit fails');
    };
    const input = { lines: [{ productId: product.id, quantity: 1 }] };
    const asked = Array.from({ length: 60 }, (_, index) =>
      orders.ask(index % 2 ? first : colleague, SELL, { input }),
    );
    const sold = (await Promise.all(asked)).filter(({ errors }) => !errors).map(answerOf);
    expect(failed).toBeGreaterThan(1);
    expect(sold.length).toBeGreaterThan(0);
    const numbers = sold.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(sold.map((_, index) => index + 1));
    const events = await shop.sql<{ aggregate_id: string; trace_id: string }>(
      `SELECT aggregate_id, trace_id FROM outbox WHERE tenant_id = $1 AND type = 'orders.changed'`,
      [tenantId],
    );
    expect(events.map(({ aggregate_id }) => aggregate_id).sort()).toEqual(sold.map(({ id }) => id).sort());
    expect(new Set(events.map(({ trace_id }) => trace_id)).size).toBe(sold.length);
    failpoint = () => undefined;
    await shop.timePasses();
    await orders.recover();
    expect(product.onHand).toBe(1_000 - sold.length);
  });
});

describe('an order', () => {
  const opened = async (who = person()) => {
    const one = draft();
    const context = new OrdersContext(orders.services, who.request());
    await openOrder(context, one);
    const complete = () => completeOrder(context, one.id);
    const counter = () =>
      shop.sql('SELECT last FROM order_counter WHERE tenant_id = $1', [who.identity.tenantId]);
    return { id: one.id, complete, counter };
  };

  it('is completed once, however often and however many at a time ask for it', async () => {
    const { complete, counter } = await opened();
    const first = await complete();
    expect(first).toMatchObject({ status: 'COMPLETED', number: 1 });
    expect(await Promise.all([complete(), complete(), complete()])).toEqual([first, first, first]);
    expect(await counter()).toEqual([{ last: 1 }]);
  });

  it('is completed once when it stands in a batch twice', async () => {
    const who = person();
    const [first, twice] = [await opened(who), await opened(who)];
    const asked = [first.complete(), twice.complete(), twice.complete(), twice.complete()];
    expect((await Promise.all(asked)).map((order) => order?.number)).toEqual([1, 2, 2, 2]);
    expect(await twice.counter()).toEqual([{ last: 2 }]);
  });

  it('that is being given up is not completed any more', async () => {
    const { id, complete, counter } = await opened();
    await shop.sql(`UPDATE orders SET step = 'RELEASE' WHERE id = $1`, [id]);
    expect(await complete()).toBeNull();
    expect(await counter()).toEqual([]);
    expect(await shop.sql('SELECT status, step FROM orders WHERE id = $1', [id])).toEqual([
      { status: 'PENDING', step: 'RELEASE' },
    ]);
  });
});

describe('the catalogue', () => {
  it('is asked once for all who come while it answers, each of whom gets their own products', async () => {
    const seller = person();
    const products = Array.from({ length: 30 }, () => shop.peers.product(seller.identity.tenantId));
    const before = shop.peers.callsOf('CatalogueItems').length;
    const sold = await Promise.all(
      products.map(({ id }) =>
        orders.ask(seller, SELL, { input: { lines: [{ productId: id, quantity: 1 }] } }),
      ),
    );
    const names = sold.map((result) =>
      (answerOf(result)['lines'] as { name: string }[]).map(({ name }) => name),
    );
    expect(names).toEqual(products.map(({ name }) => [name]));
    expect(shop.peers.callsOf('CatalogueItems').length - before).toBe(2);
  });

  it('is never asked for two businesses at once', async () => {
    const sellers = [person(), person(), person()];
    const ids = sellers.map(({ identity }) => shop.peers.product(identity.tenantId).id);
    const results = sellers.flatMap((seller) =>
      ids.map((productId) => orders.ask(seller, SELL, { input: { lines: [{ productId, quantity: 1 }] } })),
    );
    const typenames = (await Promise.all(results)).map((result) => answerOf(result)['__typename']);
    expect(typenames).toEqual(
      sellers.flatMap((_, mine) => ids.map((_id, index) => (index === mine ? 'Order' : 'ProductNotFound'))),
    );
  });

  it('that hangs is given up before the deadline, and nothing is recorded', async () => {
    const seller = person();
    const { id: productId } = shop.peers.product(seller.identity.tenantId);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    shop.peers.wire = async (_call, effect) => {
      await held;
      return effect();
    };
    const { errors } = await orders.ask(
      seller,
      SELL,
      { input: { lines: [{ productId, quantity: 1 }] } },
      500,
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SERVICE_UNAVAILABLE']);
    answer();
    expect(await shop.sql('SELECT 1 FROM orders WHERE tenant_id = $1', [seller.identity.tenantId])).toEqual(
      [],
    );
  });
});
