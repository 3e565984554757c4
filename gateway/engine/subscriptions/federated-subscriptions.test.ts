import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import type { Identity } from '../../../platform/identity/identity';
import { identityOf, silent, until } from '../../testing/door';
import { Shop } from '../../testing/shop';
import { SUBSCRIPTION_POLICIES } from '../../subscription-policies';
import { Engine } from '../engine';
import type { FetchContext, Variables } from '../source';
import type { ResultStream } from './hydration-group';

const ALERTS = parse('subscription($after: String) { stockAlert(after: $after) { id product { name } } }');
const CHANGES = parse('subscription { stockChanged { onHand product { name } } }');
const SCOPES = ['inventory:read'];

describe('federated subscriptions', () => {
  let shop: Shop;
  let engine: Engine;
  let hydrations: number;
  let overflows: number;
  beforeEach(() => {
    shop = new Shop();
    hydrations = 0;
    overflows = 0;
    engine = new Engine({
      supergraphSdl: shop.supergraphSdl,
      sources: shop.sources,
      subscriptionPolicies: SUBSCRIPTION_POLICIES,
      observer: { hydrated: () => (hydrations += 1), overflowed: () => (overflows += 1) },
      log: silent,
    });
  });
  afterEach(() => engine.stop());

  const contextOf = (identity: Identity): FetchContext => ({
    identity,
    traceId: '0'.repeat(32),
    clientAddress: null,
    deadline: Date.now() + 10_000,
    log: silent,
  });
  async function open(
    document = ALERTS,
    identity = identityOf(1, SCOPES),
    variables: Variables = {},
  ): Promise<ResultStream> {
    const answer = await engine.subscribe(
      engine.generation.operation(document),
      variables,
      contextOf(identity),
    );
    if (!(Symbol.asyncIterator in answer)) throw new Error(JSON.stringify(answer));
    return answer;
  }
  async function drain(stream: ResultStream): Promise<{ results: ExecutionResult[]; error: unknown }> {
    const results: ExecutionResult[] = [];
    try {
      for await (const result of stream) results.push(result);
      return { results, error: undefined };
    } catch (error) {
      return { results, error };
    }
  }
  const settled = (count: number) => until(() => hydrations === count, `${count} events are hydrated`);

  it('hydrates an event once for all who may see the same, and once more for each other document', async () => {
    const streams = await Promise.all([1, 2, 3].map((user) => open(ALERTS, identityOf(user, SCOPES))));
    const other = await open(parse('subscription { stockAlert { level product { price } } }'));
    expect([shop.inventory.open.size, engine.subscriptions.feeds]).toEqual([2, 2]);
    shop.alert(1);
    const results = await Promise.all(streams.map((stream) => stream.next()));
    expect(results.map(({ value }) => value)).toEqual(
      Array(3).fill({ data: { stockAlert: { id: 'a1', product: { name: 'Product 1' } } } }),
    );
    expect((await other.next()).value).toEqual({
      data: { stockAlert: { level: 'LOW', product: { price: 100 } } },
    });
    expect([hydrations, shop.products.requests.length]).toEqual([2, 2]);
  });

  it('does not share across scopes or businesses, nor across people where the field does not allow it', async () => {
    await open(ALERTS, identityOf(1, SCOPES));
    await open(ALERTS, identityOf(1, [...SCOPES, 'products:read']));
    await open(ALERTS, { ...identityOf(1, SCOPES), tenantId: '0197a000-0000-7000-8000-000000000009' });
    expect(engine.subscriptions.feeds).toBe(3);
    await open(parse('subscription { never }'), identityOf(1, SCOPES));
    await open(parse('subscription { never }'), identityOf(2, SCOPES));
    expect(engine.subscriptions.feeds).toBe(5);
  });

  it('does not let a later subscriber into a replay', async () => {
    await open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
    await open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
    await open(ALERTS, identityOf(1, SCOPES), { after: null });
    await open(ALERTS, identityOf(1, SCOPES));
    expect(shop.inventory.open.size).toBe(4);
  });

  it('closes the stream to the subgraph with its last subscriber, at once', async () => {
    const streams = await Promise.all([open(), open()]);
    const waiting = streams[0]?.next();
    await streams[0]?.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(shop.inventory.open.size).toBe(1);
    await streams[1]?.return();
    await until(() => shop.inventory.open.size === 0, 'the stream is closed');
    expect(engine.subscriptions.feeds).toBe(0);
  });

  it('ends a subscriber who reads nothing with RESYNC and the cursor of the last alert that it gets', async () => {
    const paused = await open();
    const reading = drain(await open());
    for (let number = 1; number <= 300; number += 1) {
      shop.alert(number);
      await settled(number);
    }
    const { results, error } = await drain(paused);
    expect(results.map(({ data }) => data?.['stockAlert'])).toEqual(
      Array.from({ length: 128 }, (_, index) => ({
        id: `a${index + 1}`,
        product: { name: `Product ${index + 1}` },
      })),
    );
    expect(error).toMatchObject({ extensions: { code: 'RESYNC', cursor: 'c128' } });
    expect(overflows).toBe(1);
    await until(() => engine.subscriptions.feeds === 1, 'the other still subscribes');
    await engine.stop();
    expect((await reading).results).toHaveLength(300);
  });

  it('keeps of changes that nobody reads the latest of each product', async () => {
    const paused = await open(CHANGES);
    const change = (productId: number, onHand: number): void =>
      shop.inventory.emit('stockChanged', {
        productId: String(productId),
        onHand,
        product: { id: String(productId) },
      });
    change(7, 1);
    await settled(1);
    for (let onHand = 1; onHand <= 300; onHand += 1) {
      change(8, onHand);
      await settled(onHand + 1);
    }
    shop.inventory.open.forEach((stream) => stream.end());
    const { results, error } = await drain(paused);
    expect(error).toBeUndefined();
    expect(results).toHaveLength(128);
    expect(results[0]?.data).toEqual({ stockChanged: { onHand: 1, product: { name: 'Product 7' } } });
    expect(results.at(-1)?.data).toEqual({ stockChanged: { onHand: 300, product: { name: 'Product 8' } } });
    expect(overflows).toBe(0);
  });

  it('delivers events in order when the later one is hydrated first', async () => {
    const stream = await open();
    let release = (): void => undefined;
    const named = (name: string): ExecutionResult => ({ data: { _entities: [{ name }] } });
    shop.products.intercept = () =>
      new Promise((resolve) => {
        release = () => resolve(named('first'));
      });
    shop.alert(1);
    await until(() => shop.products.requests.length === 1, 'the first is being hydrated');
    const second = Promise.resolve(named('second'));
    shop.products.intercept = () => second;
    shop.alert(2);
    await until(() => shop.products.requests.length === 2, 'the second is being hydrated');
    await second;
    // Whatever follows from the second's answer has had its turn.
    await new Promise((resolve) => setImmediate(resolve));
    release();
    const delivered = [await stream.next(), await stream.next()].map(
      ({ value }) => value.data.stockAlert.product.name,
    );
    expect(delivered).toEqual(['first', 'second']);
  });

  it('keeps apart what two documents make of one event', async () => {
    const [names, prices] = [
      await open(parse('subscription { stockAlert { id product { x: name } } }')),
      await open(parse('subscription { stockAlert { id product { x: price } } }')),
    ];
    expect(engine.subscriptions.feeds).toBe(1);
    shop.alert(1);
    expect((await names.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 'Product 1' } });
    expect((await prices.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 100 } });
  });

  it('delivers an event whose hydration failed, with null and the error', async () => {
    const stream = await open();
    shop.products.intercept = () => Promise.reject(new Error('away'));
    shop.alert(1);
    const { value } = await stream.next();
    expect(value.data).toEqual({ stockAlert: { id: 'a1', product: null } });
    expect(value.errors).toMatchObject([
      { path: ['stockAlert', 'product', 'name'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  it('survives an event with a null where the schema allows none', async () => {
    const stream = await open();
    shop.inventory.emit('stockAlert', { id: null, cursor: 'c0' });
    expect((await stream.next()).value).toMatchObject({
      data: null,
      errors: [{ path: ['stockAlert', 'id'] }],
    });
    shop.alert(1);
    expect((await stream.next()).value.data).toMatchObject({ stockAlert: { id: 'a1' } });
  });
});
