import { answerOf, FIND, openShop, person, SELL, type Process, type Shop } from './orders.fixture';
import { until } from '../../tests/support/until';

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

const sale = (input: Record<string, unknown>) => ({ input });
const rowsOf = (tenantId: string) => shop.sql('SELECT * FROM orders WHERE tenant_id = $1', [tenantId]);

describe('sell', () => {
  it('completes a sale with its number, prices, names and total, and takes the stock', async () => {
    const seller = person();
    const screws = shop.peers.product(seller.identity.tenantId, 10, { name: 'Screws', amount: '0.35' });
    const hammer = shop.peers.product(seller.identity.tenantId, 3, { name: 'Hammer', amount: '19.90' });
    const lines = [
      { productId: screws.id, quantity: 7 },
      { productId: hammer.id, quantity: 1 },
    ];
    const answer = answerOf(await orders.ask(seller, SELL, sale({ lines, customerName: '  Corner shop ' })));
    expect(answer).toEqual({
      __typename: 'Order',
      id: expect.any(String),
      number: 1,
      kind: 'SALE',
      status: 'COMPLETED',
      total: { amount: '22.35', currency: 'USD' },
      customerName: 'Corner shop',
      cancelReason: null,
      expiresAt: null,
      createdBy: { id: seller.identity.userId },
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      lines: [
        {
          product: { id: screws.id },
          name: 'Screws',
          quantity: 7,
          unitPrice: { amount: '0.35', currency: 'USD' },
          total: { amount: '2.45' },
        },
        {
          product: { id: hammer.id },
          name: 'Hammer',
          quantity: 1,
          unitPrice: { amount: '19.90', currency: 'USD' },
          total: { amount: '19.90' },
        },
      ],
    });
    expect([screws.onHand, hammer.onHand]).toEqual([3, 2]);
    const { __typename, ...order } = answer;
    expect(answerOf(await orders.ask(seller, FIND, { id: answer['id'] }))).toEqual(order);
  });

  it('tells the other subgraphs once', async () => {
    const seller = person();
    const { id: productId } = shop.peers.product(seller.identity.tenantId);
    const { id } = answerOf(await orders.ask(seller, SELL, sale({ lines: [{ productId, quantity: 1 }] })));
    const events = await shop.sql(
      `SELECT type, version, payload FROM outbox WHERE aggregate_id = $1 AND type = 'orders.changed'`,
      [id],
    );
    const payload = { orderId: id, kind: 'SALE', status: 'COMPLETED', createdBy: seller.identity.userId };
    expect(events).toEqual([{ type: 'orders.changed', version: 1, payload }]);
  });

  it('answers InsufficientStock and leaves no order behind', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 4);
    const answer = answerOf(
      await orders.ask(seller, SELL, sale({ lines: [{ productId: product.id, quantity: 5 }] })),
    );
    expect(answer).toEqual({
      __typename: 'InsufficientStock',
      message: 'Not enough.',
      productId: product.id,
      product: { id: product.id },
      requested: 5,
      available: 4,
    });
    expect(product.onHand).toBe(4);
    const list = await orders.ask(seller, '{ answer: orders { totalCount nodes { id } } }');
    expect(answerOf(list)).toEqual({ totalCount: 0, nodes: [] });
    // The attempt itself is forgotten as soon as inventory knows that a late copy of it must not take anything.
    await until(async () => (await rowsOf(seller.identity.tenantId)).length === 0);
    expect(shop.peers.callsOf('ReleaseStock').at(-1)?.variables['orderId']).toBe(
      shop.peers.callsOf('TakeStock').at(-1)?.variables['orderId'],
    );
    expect(
      await shop.sql('SELECT * FROM order_counter WHERE tenant_id = $1', [seller.identity.tenantId]),
    ).toEqual([]);
  });

  it('takes the price of the moment, in the currency’s own places', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10, { amount: '1200', currency: 'JPY' });
    const lines = [{ productId: product.id, quantity: 3 }];
    const first = answerOf(await orders.ask(seller, SELL, sale({ lines })));
    product.amount = '1300';
    product.name = 'Another name';
    expect(first['total']).toEqual({ amount: '3600', currency: 'JPY' });
    expect(answerOf(await orders.ask(seller, FIND, { id: first['id'] }))['total']).toEqual({
      amount: '3600',
      currency: 'JPY',
    });
    expect(answerOf(await orders.ask(seller, SELL, sale({ lines })))['total']).toEqual({
      amount: '3900',
      currency: 'JPY',
    });
  });

  it('is exact for the dearest and longest order there can be', async () => {
    const seller = person();
    const lines = Array.from({ length: 100 }, () => ({
      productId: shop.peers.product(seller.identity.tenantId, 1_000_000, { amount: '999999999999999.99' }).id,
      quantity: 1_000_000,
    }));
    const answer = answerOf(await orders.ask(seller, SELL, sale({ lines })));
    expect(answer['total']).toEqual({ amount: '99999999999999999000000.00', currency: 'USD' });
  });
});
