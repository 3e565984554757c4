import type { ExecutionResult } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { alertCursor } from './alerts/alert-cursor';
import type { AlertAnswer } from './answers.fixture';
import type { Business } from './business.fixture';
import { repeatedly, streamOf } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());

const ALERTS = `subscription ($levels: [StockLevel!], $productIds: [ID!], $after: String) {
  stockAlert(levels: $levels, productIds: $productIds, after: $after) { id level available message cursor product { id } }
}`;
const CHANGES = `subscription ($productIds: [ID!]) {
  stockChanged(productIds: $productIds) { productId onHand reserved available level at }
}`;

/** An open subscription of which the values are taken one by one. */
class Listener<T> {
  private constructor(private readonly stream: AsyncIterableIterator<ExecutionResult>) {}

  static async open<T>(
    shop: Business,
    text: string,
    variables: Record<string, unknown> = {},
  ): Promise<Listener<T>> {
    const answer = await shop.subscribe(text, variables);
    return new Listener(streamOf(answer));
  }

  async next(): Promise<T> {
    const { value } = await this.stream.next();
    const result = value as ExecutionResult<Record<string, T>>;
    if (result.errors?.[0]) throw result.errors[0];
    const [data] = Object.values(result.data ?? {});
    if (data === undefined) throw new Error('The subscription has ended');
    return data;
  }

  async take(count: number): Promise<T[]> {
    const values: T[] = [];
    while (values.length < count) values.push(await this.next());
    return values;
  }

  async end(): Promise<IteratorResult<ExecutionResult> | undefined> {
    return this.stream.return?.();
  }
}

const listen = (shop: Business, variables?: Record<string, unknown>) =>
  Listener.open<AlertAnswer & { available: number; product: { id: string } }>(shop, ALERTS, variables);

describe('stockAlert', () => {
  it('brings what is raised from the moment of subscribing on', async () => {
    const shop = inventory.business();
    await shop.open(5);
    const listener = await listen(shop);
    const productId = await shop.open(11);
    await shop.take(uuidv7(), { productId, quantity: 4 });
    expect(await listener.next()).toEqual({
      id: expect.any(String),
      level: 'LOW',
      available: 7,
      message: '"Red screws" is running low: 7 left (alert below 10).',
      cursor: expect.any(String),
      product: { id: productId },
    });
    await listener.end();
  });

  it('replays what was raised since a cursor and goes on live, without a gap or a repetition', async () => {
    const shop = inventory.business();
    await inventory.sql(
      `WITH feed AS (INSERT INTO stock_alert_feed VALUES ($1, 450))
       INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message)
       SELECT $1, n, uuid_v7(), 'LOW', 3, 10, 'Number ' || n FROM generate_series(1, 450) AS n`,
      [shop.identity.tenantId],
    );
    const all = await listen(shop, { after: cursorAt(shop, 0) });
    const raising = repeatedly(50, () => shop.open(0));
    const replayed = await all.take(500);
    expect(replayed.slice(0, 450).map(({ message }) => message)).toEqual(
      Array.from({ length: 450 }, (_, n) => `Number ${n + 1}`),
    );
    expect(new Set(replayed.slice(450).map(({ product }) => product.id))).toEqual(new Set(await raising));

    const rest = await listen(shop, { after: replayed[120]?.cursor });
    const last = await shop.open(0);
    const resumed = await rest.take(380);
    expect(resumed.slice(0, 379)).toEqual(replayed.slice(121));
    expect(resumed[379]?.product.id).toBe(last);
    await Promise.all([all.end(), rest.end()]);
  });

  it('misses nothing while alerts are raised by two processes at once', async () => {
    const shop = inventory.business();
    const second = await inventory.start();
    const listeners = await Promise.all([
      ...Array.from({ length: 3 }, () => listen(shop)),
      ...Array.from({ length: 3 }, () => listen(shop.through(second))),
    ]);
    const products = repeatedly(60, (n) => (n % 2 ? shop : shop.through(second)).open(3));
    const heard = await Promise.all(listeners.map((listener) => listener.take(60)));
    const opened = new Set(await products);
    for (const alerts of heard) {
      expect(alerts).toEqual(heard[0]);
      expect(new Set(alerts.map(({ product }) => product.id))).toEqual(opened);
    }
    await Promise.all(listeners.map((listener) => listener.end()));
  });

  it('lets an alert become visible only after those before it', async () => {
    const shop = inventory.business();
    const listener = await listen(shop);
    const other = await inventory.session();
    const { tenantId } = shop.identity;
    await other.query('BEGIN');
    await other.query('INSERT INTO stock_alert_feed VALUES ($1, 1)', [tenantId]);
    await other.query(
      `INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message)
       VALUES ($1, 1, $2, 'LOW', 3, 10, 'First')`,
      [tenantId, uuidv7()],
    );
    const opening = shop.open(0);
    await until(() => inventory.somebodyWaits());
    await other.query('COMMIT');
    expect(await listener.next()).toMatchObject({ message: 'First' });
    expect(await listener.next()).toMatchObject({ product: { id: await opening } });
    await listener.end();
  });

  it('finds by its slow poll what no event announced', async () => {
    const shop = inventory.business();
    const listener = await listen(shop);
    await inventory.sql(
      `INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message)
       VALUES ($1, 1, $2, 'LOW', 3, 10, 'Quiet')`,
      [shop.identity.tenantId, uuidv7()],
    );
    expect(await listener.next()).toMatchObject({ message: 'Quiet' });
    await listener.end();
  });

  it('filters by level and by product, and knows only its own business', async () => {
    const [shop, other] = [inventory.business(), inventory.business()];
    const [first, second] = [await shop.open(12), await shop.open(12)];
    const out = await listen(shop, { levels: ['OUT'] });
    const mine = await listen(shop, { productIds: [second.toUpperCase(), 'no-uuid', 'nul\0'] });
    const foreign = await listen(other, { productIds: [first] });
    await shop.take(uuidv7(), { productId: first, quantity: 5 });
    await shop.take(uuidv7(), { productId: second, quantity: 5 });
    await shop.take(uuidv7(), { productId: first, quantity: 7 });
    expect(await out.next()).toMatchObject({ level: 'OUT', product: { id: first } });
    expect(await mine.next()).toMatchObject({ level: 'LOW', product: { id: second } });
    const theirs = await other.open(1);
    const everything = await listen(other, { after: cursorAt(other, 0) });
    expect(await everything.next()).toMatchObject({ product: { id: theirs } });
    await Promise.all([out, mine, foreign, everything].map((listener) => listener.end()));
  });

  it('refuses a cursor that its feed has not given', async () => {
    const [shop, other] = [inventory.business(), inventory.business()];
    await other.open(1);
    const [foreign] = await other.alerts();
    for (const after of ['', 'nonsense', 'nul\0', '\uD800', `${foreign?.cursor}x`, foreign?.cursor]) {
      const answer = await shop.subscribe(ALERTS, { after });
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('ends at once, also while it waits', async () => {
    const shop = inventory.business();
    const answer = streamOf(await shop.subscribe(ALERTS));
    const waiting = answer.next();
    await answer.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await answer.next()).toEqual({ done: true, value: undefined });
  });

  it('asks for a permission', async () => {
    const shop = inventory.business().as({ scopes: ['products:read'] });
    const answer = await shop.subscribe(ALERTS);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});

describe('stockChanged', () => {
  const follow = (shop: Business, variables?: Record<string, unknown>) =>
    Listener.open<{ productId: string; onHand: number }>(shop, CHANGES, variables);

  it('brings the figures of each change', async () => {
    const [shop, other] = [inventory.business(), inventory.business()];
    const [first, second] = [await shop.open(20), await shop.open(20)];
    await letEventsPass(shop);
    const all = await follow(shop);
    const one = await follow(shop, { productIds: [second] });
    const theirs = await follow(other);
    await shop.take(uuidv7(), { productId: first, quantity: 4 });
    await shop.reserve(uuidv7(), 900, { productId: second, quantity: 12 });
    const changes = [
      { productId: first, onHand: 16, reserved: 0, available: 16, level: 'OK', at: expect.any(String) },
      { productId: second, onHand: 20, reserved: 12, available: 8, level: 'LOW', at: expect.any(String) },
    ];
    expect(await all.take(2)).toEqual(changes);
    expect(await one.next()).toEqual(changes[1]);
    const foreign = await other.open(3);
    expect(await theirs.next()).toMatchObject({ productId: foreign, onHand: 3 });
    await Promise.all([all, one, theirs].map((listener) => listener.end()));
  });

  it('keeps only the newest figures of a product for a subscriber that is behind', async () => {
    const shop = inventory.business();
    const [first, second] = [await shop.open(100), await shop.open(100)];
    await letEventsPass(shop);
    const listener = await follow(shop);
    for (let n = 0; n < 10; n++) await shop.take(uuidv7(), { productId: first, quantity: 1 });
    await shop.take(uuidv7(), { productId: second, quantity: 1 });
    await letEventsPass(shop);
    expect(await listener.take(2)).toMatchObject([
      { productId: first, onHand: 90 },
      { productId: second, onHand: 99 },
    ]);
    await listener.end();
  });

  /** Until a change that comes last has been heard: all before it have been. */
  async function letEventsPass(shop: Business): Promise<void> {
    const last = await shop.open(50);
    const listener = await follow(shop, { productIds: [last] });
    await shop.take(uuidv7(), { productId: last, quantity: 1 });
    while ((await listener.next()).onHand !== 49);
    await listener.end();
  }
});

/** The cursor of a position that no alert may have. */
function cursorAt(shop: Business, position: number): string {
  return alertCursor(shop.identity.tenantId, position);
}
