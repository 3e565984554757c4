import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import type { Identity } from '../../../platform/identity/identity';
import { identityOf, silent, until } from '../../testing/door';
import { readSubscription } from '../../testing/read-subscription';
import { Shop } from '../../testing/shop';
import { SUBSCRIPTION_POLICIES } from '../../subscription-policies';
import { Engine } from '../engine';
import type { FetchContext, Variables } from '../source';
import { ByteBudget } from './backlog';
import { Subscription } from './subscription';

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
  ): Promise<Subscription> {
    const answer = await engine.subscribe(
      engine.generation.operation(document),
      variables,
      contextOf(identity),
    );
    if (!(answer instanceof Subscription)) throw new Error(JSON.stringify(answer));
    return answer;
  }
  const read = async (...given: Parameters<typeof open>) => readSubscription(await open(...given));
  async function drain(subscription: Subscription): Promise<{ results: ExecutionResult[]; error: unknown }> {
    const results: ExecutionResult[] = [];
    try {
      for await (const result of readSubscription(subscription)) results.push(result);
      return { results, error: undefined };
    } catch (error) {
      return { results, error };
    }
  }
  const settled = (count: number) => until(() => hydrations === count, `${count} events are hydrated`);

  it('hydrates an event once for all who may see the same, and once more for each other document', async () => {
    const streams = await Promise.all([1, 2, 3].map((user) => read(ALERTS, identityOf(user, SCOPES))));
    const other = await read(parse('subscription { stockAlert { level product { price } } }'));
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

  describe('resuming from a cursor', () => {
    /** What inventory would replay, and then goes on with: the streams in the order in which they were opened. */
    const streams = () => [...shop.inventory.open];
    const alert = (number: number) => ({
      stockAlert: {
        id: `a${number}`,
        level: 'LOW',
        available: 0,
        cursor: `c${number}`,
        product: { __typename: 'Product', id: String(number) },
      },
    });
    const ids = (results: ExecutionResult[]) =>
      results.map(({ data }) => (data?.['stockAlert'] as { id: string }).id);
    async function take(
      stream: ReturnType<typeof readSubscription>,
      count: number,
    ): Promise<ExecutionResult[]> {
      const results: ExecutionResult[] = [];
      while (results.length < count) results.push((await stream.next()).value);
      return results;
    }

    it('shares a replay until it has begun, and what is live with everybody', async () => {
      await open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
      const second = await read(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
      await open(ALERTS, identityOf(1, SCOPES), { after: null });
      await open(ALERTS, identityOf(2, SCOPES));
      expect(streams()).toHaveLength(2);
      streams().forEach((stream) => stream.push(alert(2)));
      await second.next();
      await until(() => streams().length === 1, 'both who resumed have what is live');
      await open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
      await open(ALERTS, identityOf(1, SCOPES), { after: 'c2' });
      expect(streams()).toHaveLength(3);
    });

    it('ends in the shared stream without a gap or a repeat, whichever of the two is ahead', async () => {
      const live = await read();
      const behind = await read(ALERTS, identityOf(2, SCOPES), { after: 'c0' });
      const [shared, replay] = streams();
      shared?.push(alert(3));
      shared?.push(alert(4));
      await take(live, 2);
      for (const number of [1, 2]) replay?.push(alert(number));
      const first = await take(behind, 2);
      expect(shop.inventory.open.size).toBe(2);
      // The third is an event that both have: from here on there is one stream.
      replay?.push(alert(3));
      const next = await take(behind, 2);
      await until(() => shop.inventory.open.size === 1, 'the replay has closed');
      shared?.push(alert(5));
      expect(ids([...first, ...next, ...(await take(behind, 1))])).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
      expect(ids(await take(live, 1))).toEqual(['a5']);

      const ahead = await read(ALERTS, identityOf(2, SCOPES), { after: 'c5' });
      const [, again] = streams();
      for (const number of [6, 7]) again?.push(alert(number));
      const own = await take(ahead, 2);
      for (const number of [6, 7, 8]) shared?.push(alert(number));
      expect(ids([...own, ...(await take(ahead, 1))])).toEqual(['a6', 'a7', 'a8']);
      await until(() => shop.inventory.open.size === 1, 'the second replay has closed');
      await Promise.all([live, behind, ahead].map((stream) => stream.return()));
      await until(() => shop.inventory.open.size === 0, 'all streams are closed');
    });

    it('delivers each of 200 alerts once to 40 who resume at any moment', async () => {
      const log: number[] = [];
      const readers: { from: number; stream: ReturnType<typeof readSubscription> }[] = [];
      const positions = new Map<unknown, number>();
      // Each stream gets what its subscription has not had yet, as far as it likes to read at the moment.
      const pump = (atMost: number): void => {
        for (const stream of streams()) {
          const at = positions.get(stream) ?? log.length;
          const until = Math.min(log.length, at + atMost);
          for (let index = at; index < until; index += 1) stream.push(alert(log[index] ?? 0));
          positions.set(stream, until);
        }
      };
      let seed = 7;
      const random = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
      for (let number = 1; number <= 200; number += 1) {
        log.push(number);
        if (number % 5 === 0) {
          const from = number - random(Math.min(number, 12));
          const known = new Set(streams());
          const stream = await read(ALERTS, identityOf(random(9), SCOPES), { after: `c${from}` });
          for (const opened of streams()) {
            if (!known.has(opened)) positions.set(opened, from);
          }
          // The stream that was opened second is the shared one, when there was none: it begins now.
          if (known.size === 0) positions.set(streams()[1], log.length);
          readers.push({ from, stream });
        }
        pump(random(4));
        if (random(3) === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      while (
        [...positions.entries()].some(([stream, at]) => streams().includes(stream as never) && at < 200)
      ) {
        pump(200);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await until(() => engine.subscriptions.feeds === 1, 'all have what is live');
      for (const { from, stream } of readers) {
        expect(ids(await take(stream, 200 - from))).toEqual(
          Array.from({ length: 200 - from }, (_, index) => `a${from + index + 1}`),
        );
      }
      log.push(201);
      pump(1);
      for (const { stream } of readers) expect(ids(await take(stream, 1))).toEqual(['a201']);
    });
  });

  it('closes the stream to the subgraph with its last subscriber, at once', async () => {
    const streams = await Promise.all([read(), read()]);
    const waiting = streams[0]?.next();
    await streams[0]?.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(shop.inventory.open.size).toBe(1);
    await streams[1]?.return();
    await until(() => shop.inventory.open.size === 0, 'the stream is closed');
    expect(engine.subscriptions.feeds).toBe(0);
  });

  it('ends a subscriber who is too far behind with RESYNC and the cursor of the last alert that it gets', async () => {
    const paused = await open();
    const stopped = await open();
    const got: string[] = [];
    // Takes three, and then never more.
    stopped.deliverTo({
      budget: new ByteBudget(Infinity),
      write: ({ json }) => got.push(String(json)) < 3,
      end: () => got.push('end'),
    });
    const reading = drain(await open());
    for (let number = 1; number <= 300; number += 1) {
      shop.alert(number);
      await settled(number);
    }
    // The first alert is there for its cursor: without one the client could not resume.
    const { results, error } = await drain(paused);
    expect(results.map(({ data }) => data?.['stockAlert'])).toEqual([
      { id: 'a1', product: { name: 'Product 1' } },
    ]);
    expect(error).toMatchObject({ extensions: { code: 'RESYNC', cursor: 'c1' } });
    expect(got).toHaveLength(3);
    stopped.resume();
    expect(got.slice(3)).toEqual(['end']);
    expect(overflows).toBe(2);
    await until(() => engine.subscriptions.feeds === 1, 'the other still subscribes');
    await engine.stop();
    expect((await reading).results).toHaveLength(300);
  });

  it('keeps of changes that nobody reads the latest of each product', async () => {
    const paused = await open(CHANGES);
    let changes = 0;
    const change = async (productId: number, onHand: number): Promise<void> => {
      const product = { id: String(productId) };
      shop.inventory.emit('stockChanged', { productId: product.id, onHand, product });
      await settled((changes += 1));
    };
    await change(7, 1);
    for (let onHand = 1; onHand <= 300; onHand += 1) await change(8, onHand);
    for (let number = 1; number <= 127; number += 1) await change(100 + number, number);
    shop.inventory.open.forEach((stream) => stream.end());
    const { results, error } = await drain(paused);
    expect(error).toBeUndefined();
    // There is room for 128: the change of the first product gave way.
    expect(results.map(({ data }) => data?.['stockChanged'])).toEqual([
      { onHand: 300, product: { name: 'Product 8' } },
      ...Array.from({ length: 127 }, (_, index) => ({
        onHand: index + 1,
        product: { name: `Product ${101 + index}` },
      })),
    ]);
    expect(overflows).toBe(0);
  });

  it('delivers events in order when the later one is hydrated first', async () => {
    const stream = await read();
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
      await read(parse('subscription { stockAlert { id product { x: name } } }')),
      await read(parse('subscription { stockAlert { id product { x: price } } }')),
    ];
    expect(engine.subscriptions.feeds).toBe(1);
    shop.alert(1);
    expect((await names.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 'Product 1' } });
    expect((await prices.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 100 } });
  });

  it('delivers an event whose hydration failed, with null and the error', async () => {
    const stream = await read();
    shop.products.intercept = () => Promise.reject(new Error('away'));
    shop.alert(1);
    const { value } = await stream.next();
    expect(value.data).toEqual({ stockAlert: { id: 'a1', product: null } });
    expect(value.errors).toMatchObject([
      { path: ['stockAlert', 'product', 'name'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  it('survives an event with a null where the schema allows none', async () => {
    const stream = await read();
    shop.inventory.emit('stockAlert', { id: null, cursor: 'c0' });
    expect((await stream.next()).value).toMatchObject({
      data: null,
      errors: [{ path: ['stockAlert', 'id'] }],
    });
    shop.alert(1);
    expect((await stream.next()).value.data).toMatchObject({ stockAlert: { id: 'a1' } });
  });
});
