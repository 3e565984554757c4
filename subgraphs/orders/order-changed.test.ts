import { randomUUID } from 'node:crypto';
import { parse, type ExecutionResult } from 'graphql';
import {
  answerOf,
  BUYER,
  CANCEL,
  codesOf,
  CONFIRM,
  openShop,
  person,
  PURCHASE,
  SELL,
  type Person,
  type Process,
  type Shop,
} from './orders.fixture';

let shop: Shop;
let orders: Process;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.start();
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const LISTEN = parse(
  'subscription ($id: ID) { answer: orderChanged(id: $id) { id status number lines { quantity } } }',
);

async function listen(who: Person, id?: string): Promise<AsyncIterableIterator<ExecutionResult>> {
  const source = await orders.subgraph.subscribe({ document: LISTEN, variables: { id } }, who.request());
  if (!(Symbol.asyncIterator in source)) throw new Error(String(codesOf(source)));
  return source;
}

async function next(source: AsyncIterator<ExecutionResult>): Promise<Record<string, unknown>> {
  const { value } = (await source.next()) as IteratorYieldResult<ExecutionResult>;
  return answerOf(value);
}

const input = (tenantId: string) => ({
  input: { lines: [{ productId: shop.peers.product(tenantId).id, quantity: 2 }] },
});

describe('orderChanged', () => {
  it('delivers the order at each of its changes, as it is then', async () => {
    const staff = person();
    const source = await listen(staff);
    const { id } = answerOf(await orders.ask(staff, PURCHASE, input(staff.identity.tenantId)));
    expect(await next(source)).toEqual({ id, status: 'PENDING', number: null, lines: [{ quantity: 2 }] });
    await orders.ask(staff, CONFIRM, { id });
    expect(await next(source)).toEqual({ id, status: 'COMPLETED', number: 1, lines: [{ quantity: 2 }] });
    await source.return?.();
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });

  it('of one order says nothing of the others, whatever the case of its id', async () => {
    const staff = person();
    const { tenantId } = staff.identity;
    const { id } = answerOf(await orders.ask(staff, PURCHASE, input(tenantId)));
    const source = await listen(staff, String(id).toUpperCase());
    await orders.ask(staff, SELL, input(tenantId));
    await orders.ask(staff, CANCEL, { id });
    expect(await next(source)).toMatchObject({ id, status: 'CANCELLED' });
    await source.return?.();
  });

  it('tells a buyer of their own orders alone, and nobody of another business’s', async () => {
    const staff = person();
    const { tenantId } = staff.identity;
    const buyer = person(BUYER, tenantId);
    const [own, foreign] = [await listen(buyer), await listen(person())];
    let told = false;
    void foreign.next().then(({ done }) => (told = done !== true));
    await orders.ask(staff, SELL, input(tenantId));
    const { id } = answerOf(await orders.ask(buyer, PURCHASE, input(tenantId)));
    expect(await next(own)).toMatchObject({ id });
    expect(told).toBe(false);
    await Promise.all([own.return?.(), foreign.return?.()]);
  });

  it('brings a consumer that is behind each order once', async () => {
    const staff = person();
    const { tenantId } = staff.identity;
    const source = await listen(staff);
    const events = Array.from({ length: 250 }, (_, index) => {
      const orderId = index < 150 ? randomUUID() : '019a0000-0000-7000-8000-000000000001';
      const payload = { orderId, createdBy: staff.identity.userId };
      const [type, occurredAt] = ['orders.changed', new Date().toISOString()];
      return {
        id: randomUUID(),
        type,
        version: 1,
        tenantId,
        aggregateId: orderId,
        occurredAt,
        traceId: '0'.repeat(32),
        payload,
      };
    });
    await shop.bus.publish(events);
    let delivered = 0;
    void (async () => {
      for await (const event of source) delivered += event.errors ? 1 : 0;
    })();
    const { id } = answerOf(await orders.ask(staff, SELL, input(tenantId)));
    expect(id).toEqual(expect.any(String));
    while (delivered < 100) await new Promise((resolve) => setImmediate(resolve));
    await source.return?.();
    expect(delivered).toBe(100);
  });

  it('is refused without the permission', async () => {
    const source = await orders.subgraph.subscribe({ document: LISTEN }, person(['products:read']).request());
    expect(codesOf(source as ExecutionResult)).toEqual(['FORBIDDEN']);
  });
});
