import { parse, type ExecutionResult } from 'graphql';
import { identityOf, until } from '../../testing/door';
import { ALERTS, drain, SCOPES, SubscribedShop } from '../../testing/subscribed-shop';
import { ByteBudget } from './backlog';

const CHANGES = parse('subscription { stockChanged { onHand product { name } } }');

describe('federated subscriptions', () => {
  let world: SubscribedShop;
  beforeEach(() => {
    world = new SubscribedShop();
  });
  afterEach(() => world.engine.stop());

  it('hydrates an event once for all who may see the same, and once more for each other document', async () => {
    const streams = await Promise.all([1, 2, 3].map((user) => world.read(ALERTS, identityOf(user, SCOPES))));
    const other = await world.read(parse('subscription { stockAlert { level product { price } } }'));
    expect([world.shop.inventory.open.size, world.engine.subscriptions.feeds]).toEqual([2, 2]);
    world.shop.alert(1);
    const results = await Promise.all(streams.map((stream) => stream.next()));
    expect(results.map(({ value }) => value)).toEqual(
      Array(3).fill({ data: { stockAlert: { id: 'a1', product: { name: 'Product 1' } } } }),
    );
    expect((await other.next()).value).toEqual({
      data: { stockAlert: { level: 'LOW', product: { price: 100 } } },
    });
    expect([world.hydrations, world.shop.products.requests.length]).toEqual([2, 2]);
  });

  it('does not share across scopes or businesses, nor across people where the field does not allow it', async () => {
    await world.open(ALERTS, identityOf(1, SCOPES));
    await world.open(ALERTS, identityOf(1, [...SCOPES, 'products:read']));
    await world.open(ALERTS, { ...identityOf(1, SCOPES), tenantId: '0197a000-0000-7000-8000-000000000009' });
    expect(world.engine.subscriptions.feeds).toBe(3);
    await world.open(parse('subscription { never }'), identityOf(1, SCOPES));
    await world.open(parse('subscription { never }'), identityOf(2, SCOPES));
    expect(world.engine.subscriptions.feeds).toBe(5);
  });

  it('closes the stream to the subgraph with its last subscriber, at once', async () => {
    const streams = await Promise.all([world.read(), world.read()]);
    const waiting = streams[0]?.next();
    await streams[0]?.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(world.shop.inventory.open.size).toBe(1);
    await streams[1]?.return();
    await until(() => world.shop.inventory.open.size === 0, 'the stream is closed');
    expect(world.engine.subscriptions.feeds).toBe(0);
  });

  it('ends a subscriber who is too far behind with RESYNC and the cursor of the last alert that it gets', async () => {
    const paused = await world.open();
    const stopped = await world.open();
    const got: string[] = [];
    // Takes three, and then never more.
    stopped.deliverTo({
      budget: new ByteBudget(Infinity),
      write: ({ json }) => got.push(String(json)) < 3,
      end: () => got.push('end'),
    });
    const reading = drain(await world.open());
    for (let number = 1; number <= 300; number += 1) {
      world.shop.alert(number);
      await world.untilHydrated(number);
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
    expect(world.overflows).toBe(2);
    await until(() => world.engine.subscriptions.feeds === 1, 'the other still subscribes');
    await world.engine.stop();
    expect((await reading).results).toHaveLength(300);
  });

  it('keeps of changes that nobody reads the latest of each product', async () => {
    const paused = await world.open(CHANGES);
    let changes = 0;
    const change = async (productId: number, onHand: number): Promise<void> => {
      const product = { id: String(productId) };
      world.shop.inventory.emit('stockChanged', { productId: product.id, onHand, product });
      await world.untilHydrated((changes += 1));
    };
    await change(7, 1);
    for (let onHand = 1; onHand <= 300; onHand += 1) await change(8, onHand);
    for (let number = 1; number <= 127; number += 1) await change(100 + number, number);
    world.shop.inventory.open.forEach((stream) => stream.end());
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
    expect(world.overflows).toBe(0);
  });

  it('delivers events in order when the later one is hydrated first', async () => {
    const stream = await world.read();
    let release = (): void => undefined;
    const named = (name: string): ExecutionResult => ({ data: { _entities: [{ name }] } });
    world.shop.products.intercept = () =>
      new Promise((resolve) => {
        release = () => resolve(named('first'));
      });
    world.shop.alert(1);
    await until(() => world.shop.products.requests.length === 1, 'the first is being hydrated');
    const second = Promise.resolve(named('second'));
    world.shop.products.intercept = () => second;
    world.shop.alert(2);
    await until(() => world.shop.products.requests.length === 2, 'the second is being hydrated');
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
      await world.read(parse('subscription { stockAlert { id product { x: name } } }')),
      await world.read(parse('subscription { stockAlert { id product { x: price } } }')),
    ];
    expect(world.engine.subscriptions.feeds).toBe(1);
    world.shop.alert(1);
    expect((await names.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 'Product 1' } });
    expect((await prices.next()).value.data.stockAlert).toEqual({ id: 'a1', product: { x: 100 } });
  });

  it('delivers an event whose hydration failed, with null and the error', async () => {
    const stream = await world.read();
    world.shop.products.intercept = () => Promise.reject(new Error('away'));
    world.shop.alert(1);
    const { value } = await stream.next();
    expect(value.data).toEqual({ stockAlert: { id: 'a1', product: null } });
    expect(value.errors).toMatchObject([
      { path: ['stockAlert', 'product', 'name'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  it('survives an event with a null where the schema allows none', async () => {
    const stream = await world.read();
    world.shop.inventory.emit('stockAlert', { id: null, cursor: 'c0' });
    expect((await stream.next()).value).toMatchObject({
      data: null,
      errors: [{ path: ['stockAlert', 'id'] }],
    });
    world.shop.alert(1);
    expect((await stream.next()).value.data).toMatchObject({ stockAlert: { id: 'a1' } });
  });
});
