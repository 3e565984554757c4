import { randomUUID } from 'node:crypto';
import { lost } from '../fake-peers.fixture';
import {
  answerOf,
  codesOf,
  CONFIRM,
  openShop,
  person,
  PURCHASE,
  SELL,
  type BareProcess,
  type Shop,
} from '../orders.fixture';
import { buying, outcome } from './crash.fixture';

let shop: Shop;
let orders: BareProcess;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.startBare();
});
afterEach(() => {
  shop.peers.wire = (_call, effect) => effect();
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const never = new Promise<never>(() => undefined);

describe('when inventory does not answer in time', () => {
  it.each([
    ['before it took the stock', 'TakeStock', SELL, false],
    ['after it took the stock', 'TakeStock', SELL, true],
    ['before it reserved the stock', 'ReserveStock', PURCHASE, false],
    ['after it reserved the stock', 'ReserveStock', PURCHASE, true],
  ])(
    '%s, the request is SERVICE_UNAVAILABLE and undone, and its key is free again',
    async (_when, name, document, takes) => {
      const staff = person();
      const product = shop.peers.product(staff.identity.tenantId, 10);
      const key = randomUUID();
      shop.peers.wire = (call, effect) => {
        if (call.name !== name) return effect();
        if (takes) effect();
        return lost();
      };
      expect(codesOf(await orders.ask(staff, document, buying(product.id, key)))).toEqual([
        'SERVICE_UNAVAILABLE',
      ]);
      await orders.recover();
      expect(await outcome(shop, staff)).toEqual([]);
      expect([product.onHand, product.reserved]).toEqual([10, 0]);
      expect(await shop.sql('SELECT * FROM outbox WHERE tenant_id = $1', [staff.identity.tenantId])).toEqual(
        [],
      );
      shop.peers.wire = (_call, effect) => effect();
      expect(answerOf(await orders.ask(staff, document, buying(product.id, key)))['__typename']).toBe(
        'Order',
      );
    },
  );

  it('a request that hangs is given up before its deadline', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    shop.peers.wire = (call, effect) => (call.name === 'TakeStock' ? never : effect());
    const begun = Date.now();
    expect(codesOf(await orders.ask(seller, SELL, buying(product.id), 2_000))).toEqual([
      'SERVICE_UNAVAILABLE',
    ]);
    expect(Date.now() - begun).toBeLessThan(2_000);
    await orders.recover();
    expect(await outcome(shop, seller)).toEqual([]);
  });

  it('a success whose record was durable, and only the news of it lost, is answered', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    const process = await shop.startBare((name) => {
      if (name === 'COMPLETE after commit') throw new Error('The connection is gone');
    });
    const answer = answerOf(await process.ask(seller, SELL, buying(product.id)));
    expect(answer).toMatchObject({ __typename: 'Order', status: 'COMPLETED', number: 1 });
    expect(product.onHand).toBe(7);
    await process.stop();
  });

  it('a copy of the request that the network held up takes nothing when it arrives at last', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    let late: (() => unknown) | undefined;
    shop.peers.wire = (call, effect) => {
      if (call.name !== 'TakeStock') return effect();
      late = effect;
      return lost();
    };
    await orders.ask(seller, SELL, buying(product.id));
    await orders.recover();
    late?.();
    expect([product.onHand, product.reserved]).toEqual([10, 0]);
  });

  it('nor does a copy of a request that was refused, when there is stock again', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 0);
    let late: (() => unknown) | undefined;
    shop.peers.wire = (call, effect) => {
      if (call.name === 'TakeStock') late = effect;
      return effect();
    };
    expect(answerOf(await orders.ask(seller, SELL, buying(product.id)))['__typename']).toBe(
      'InsufficientStock',
    );
    await shop.timePasses();
    await orders.recover();
    product.onHand = 10;
    late?.();
    expect(product.onHand).toBe(10);
  });

  it('every answer twice changes nothing', async () => {
    const staff = person();
    const product = shop.peers.product(staff.identity.tenantId, 10);
    shop.peers.wire = (_call, effect) => (effect(), effect());
    expect(answerOf(await orders.ask(staff, SELL, buying(product.id)))['number']).toBe(1);
    const { id } = answerOf(await orders.ask(staff, PURCHASE, buying(product.id)));
    expect(answerOf(await orders.ask(staff, CONFIRM, { id }))['number']).toBe(2);
    expect([product.onHand, product.reserved]).toEqual([4, 0]);
  });
});
