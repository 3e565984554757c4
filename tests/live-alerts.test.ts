import {
  AdjustStockDocument,
  SellDocument,
  StockAlertsDocument,
  type StockAlertsSubscription,
} from '../schema/operations/generated/graphql';
import { print } from 'graphql';
import { Api, newBusiness, newPerson, newProduct } from './support/api';
import { until } from './support/until';
import { startTestBodega, type TestBodega } from './support/test-bodega';

const HYDRATED = `subscription { stockAlert { message level available product { name price { amount currency } stock { onHand } } } }`;
const ALERTS = print(StockAlertsDocument);

let bodega: TestBodega;
let owner: Api;

beforeAll(async () => (bodega = await startTestBodega()), 60_000);
afterAll(() => bodega?.stop());
beforeEach(async () => (owner = await newBusiness(bodega.url)));
afterEach(() => owner.close());

type Alert = StockAlertsSubscription['stockAlert'];

/** Subscribes, and waits until the server has taken the subscription, shown by an alert of a product made for that. */
async function follow(
  api: Api,
  variables: Record<string, unknown> = {},
): Promise<AsyncIterator<{ data?: { stockAlert: Alert } | null }>> {
  const events = api.subscribe<{ stockAlert: Alert }>(ALERTS, variables);
  const first = events.next();
  await untilFirst(first);
  return events;
}

async function untilFirst(first: Promise<unknown>): Promise<void> {
  let arrived = false;
  void first.then(() => (arrived = true));
  for (let attempt = 0; !arrived && attempt < 50; attempt++) {
    await newProduct(owner, { name: `Probe ${attempt}`, initialStock: 1 });
    await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  if (!arrived) throw new Error('No alert arrived at all');
}

async function sell(productId: string, quantity: number): Promise<string> {
  const { sell: result } = await owner.request(SellDocument, { input: { lines: [{ productId, quantity }] } });
  return result?.__typename ?? 'nothing';
}

async function next(
  events: AsyncIterator<{ data?: { stockAlert: Alert } | null }>,
  name: string,
): Promise<Alert> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error('The subscription ended');
    const alert = value.data?.stockAlert;
    if (!alert) throw new Error(JSON.stringify(value));
    if (alert.product?.name === name) return alert;
  }
}

describe('a live stock alert', () => {
  it('arrives hydrated from three subgraphs, within 250 ms of the answer of the sale that caused it', async () => {
    const product = await newProduct(owner, {
      name: 'Red screws',
      initialStock: 12,
      price: { amount: '2.50', currency: 'USD' },
    });
    const events = owner.subscribe<{ stockAlert: unknown }>(HYDRATED);
    const probes: unknown[] = [];
    const arrivals: { at: number; value: unknown }[] = [];
    void (async () => {
      for await (const value of events) {
        if (JSON.stringify(value).includes('Red screws')) arrivals.push({ at: performance.now(), value });
        else probes.push(value);
      }
    })();
    await until(async () => (await newProduct(owner, { initialStock: 1 }), probes.length > 0));
    expect(await sell(product.id, 3)).toBe('Order');
    const answered = performance.now();
    await until(() => arrivals.length > 0);
    expect(arrivals.map(({ value }) => value)).toEqual([
      {
        data: {
          stockAlert: {
            message: '"Red screws" is running low: 9 left (alert below 10).',
            level: 'LOW',
            available: 9,
            product: { name: 'Red screws', price: { amount: '2.50', currency: 'USD' }, stock: { onHand: 9 } },
          },
        },
      },
    ]);
    expect((arrivals[0]?.at ?? Infinity) - answered).toBeLessThan(250);
  });

  it('is raised once per crossing, escalates from LOW to OUT, and is resolved by a restock', async () => {
    const product = await newProduct(owner, { name: 'Widget', initialStock: 12 });
    const events = await follow(owner);
    for (const quantity of [3, 2, 2, 5]) expect(await sell(product.id, quantity)).toBe('Order');
    expect(await next(events, 'Widget')).toMatchObject({ level: 'LOW', available: 9 });
    expect(await next(events, 'Widget')).toMatchObject({ level: 'OUT', available: 0 });
    await owner.request(AdjustStockDocument, {
      input: { productId: product.id, delta: 50, reason: 'Delivery' },
    });
    const feed = await owner.send<{
      stockAlerts: {
        totalCount: number;
        nodes: { level: string; status: string; resolvedAt: string | null }[];
      };
    }>(`query ($id: ID!) { stockAlerts(productId: $id) { totalCount nodes { level status resolvedAt } } }`, {
      id: product.id,
    });
    expect(feed.data?.stockAlerts).toEqual({
      totalCount: 2,
      nodes: [
        { level: 'OUT', status: 'RESOLVED', resolvedAt: expect.any(String) as string },
        { level: 'LOW', status: 'RESOLVED', resolvedAt: expect.any(String) as string },
      ],
    });
    expect(await sell(product.id, 45)).toBe('Order');
    expect(await next(events, 'Widget')).toMatchObject({ level: 'LOW', available: 5 });
  });

  it('is replayed after a cursor and then goes on live, without a gap and without a repeat', async () => {
    const events = await follow(owner);
    await newProduct(owner, { name: 'first', initialStock: 1 });
    const { cursor } = await next(events, 'first');
    await events.return?.();
    const missed = ['second', 'third', 'fourth'];
    for (const name of missed) await newProduct(owner, { name, initialStock: 1 });
    const resumed = owner.subscribe<{ stockAlert: Alert }>(ALERTS, { after: cursor });
    const names: string[] = [];
    const live = (async () => {
      for await (const { data } of resumed) {
        names.push(data?.stockAlert.product?.name ?? '?');
        if (names.length === 5) return;
      }
    })();
    await newProduct(owner, { name: 'fifth', initialStock: 1 });
    await newProduct(owner, { name: 'sixth', initialStock: 1 });
    await live;
    expect(names).toEqual([...missed, 'fifth', 'sixth']);
  });

  it('is refused at its field without the scope or without credentials, and with a cursor that was tampered with', async () => {
    const buyer = await newPerson(owner, 'BUYER');
    const anonymous = new Api(bodega.url);
    for (const [api, variables, code] of [
      [buyer, {}, 'FORBIDDEN'],
      [anonymous, {}, 'UNAUTHENTICATED'],
      [owner, { after: 'bm90IGEgY3Vyc29y' }, 'BAD_USER_INPUT'],
    ] as const) {
      const codes = await firstErrors(api, variables);
      expect(codes).toEqual([code]);
      await api.close();
    }
  });

  it('never reaches another business', async () => {
    const other = await newBusiness(bodega.url);
    const events = other.subscribe<{ stockAlert: Alert }>(ALERTS);
    const seen: string[] = [];
    void (async () => {
      for await (const { data } of events) seen.push(data?.stockAlert.product?.name ?? '?');
    })();
    await until(async () => (await newProduct(other, { name: 'ours', initialStock: 1 }), seen.length > 0));
    await newProduct(owner, { name: 'theirs', initialStock: 1 });
    const before = seen.length;
    await until(
      async () => (await newProduct(other, { name: 'ours', initialStock: 1 }), seen.length > before),
    );
    expect(new Set(seen)).toEqual(new Set(['ours']));
    await other.close();
  });
});

/** The codes with which a subscription is refused, as a result or as graphql-transport-ws's `error` message. */
async function firstErrors(api: Api, variables: Record<string, unknown>): Promise<unknown[]> {
  try {
    const { value } = await api.subscribe(ALERTS, variables).next();
    return (
      (value as { errors?: { extensions: { code: unknown } }[] }).errors?.map(
        ({ extensions }) => extensions.code,
      ) ?? [value]
    );
  } catch (error) {
    return (error as { extensions: { code: unknown } }[]).map(({ extensions }) => extensions.code);
  }
}
