import { lost } from '../fake-peers.fixture';
import { codesOf, openShop, person, SELL, type BareProcess, type Shop } from '../orders.fixture';
import { buying, dying, outcome } from './crash.fixture';

let shop: Shop;
/** The process that clears up. */
let survivor: BareProcess;
beforeAll(async () => {
  shop = await openShop();
  survivor = await shop.startBare();
});
afterEach(() => {
  shop.peers.wire = (_call, effect) => effect();
});
afterAll(async () => {
  await survivor.stop();
  await shop.close();
});

describe('the recovery', () => {
  it('leaves a step alone while its request may still live', async () => {
    const { process, dead } = await dying(shop, 'TAKE answered');
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    void process.ask(seller, SELL, buying(product.id));
    await dead;
    await survivor.recover();
    expect(
      await shop.sql('SELECT step FROM orders WHERE tenant_id = $1', [seller.identity.tenantId]),
    ).toEqual([{ step: 'TAKE' }]);
    const [lease] = await shop.sql<{ seconds: number }>(
      'SELECT extract(epoch FROM due_at - created_at)::float AS seconds FROM orders WHERE tenant_id = $1',
      [seller.identity.tenantId],
    );
    expect(Math.round(lease?.seconds ?? 0)).toBe(12);
    await process.stop();
    await shop.timePasses();
    await survivor.recover();
  });

  it('takes the step from a request that turns out to be alive: it sells nothing', async () => {
    let goOn = (): void => undefined;
    const paused = new Promise<void>((resolve) => (goOn = resolve));
    const slow = await shop.startBare((name) => (name === 'TAKE answered' ? paused : undefined));
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    const answer = slow.ask(seller, SELL, buying(product.id));
    while (product.onHand === 10) await new Promise((resolve) => setImmediate(resolve));
    await shop.timePasses();
    await survivor.recover();
    goOn();
    expect(codesOf(await answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(await outcome(shop, seller)).toEqual([]);
    expect([product.onHand, product.reserved]).toEqual([10, 0]);
    await slow.stop();
  });

  it('is shared by several processes, each of which takes what the others have not', async () => {
    const sellers = Array.from({ length: 12 }, () => person());
    shop.peers.wire = (call, effect) => (call.name === 'TakeStock' ? (effect(), lost()) : effect());
    const products = sellers.map(({ identity }) => shop.peers.product(identity.tenantId, 10));
    await Promise.all(
      sellers.map((seller, index) => survivor.ask(seller, SELL, buying(products[index]?.id ?? ''))),
    );
    expect(products.map(({ onHand }) => onHand)).toEqual(products.map(() => 7));
    const before = shop.peers.callsOf('ReleaseStock').length;
    const others = await Promise.all([shop.startBare(), shop.startBare(), shop.startBare()]);
    await Promise.all(others.map((other) => other.recover()));
    for (const seller of sellers) expect(await outcome(shop, seller)).toEqual([]);
    expect(products.map(({ onHand }) => onHand)).toEqual(products.map(() => 10));
    expect(shop.peers.callsOf('ReleaseStock').length - before).toBe(12);
    await Promise.all(others.map((other) => other.stop()));
  });
});
