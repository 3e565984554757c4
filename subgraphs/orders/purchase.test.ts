import { answerOf, openShop, person, PURCHASE, type Process, type Shop } from './orders.fixture';
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

const buying = (productId: string, quantity = 2) => ({ input: { lines: [{ productId, quantity }] } });

describe('purchase', () => {
  it('reserves the stock and waits until the reservation expires', async () => {
    const buyer = person();
    const product = shop.peers.product(buyer.identity.tenantId, 10);
    const answer = answerOf(await orders.ask(buyer, PURCHASE, buying(product.id, 4)));
    expect(answer).toMatchObject({
      __typename: 'Order',
      number: null,
      kind: 'PURCHASE',
      status: 'PENDING',
      total: { amount: '10.00', currency: 'USD' },
      customerName: null,
    });
    expect([product.onHand, product.reserved]).toEqual([10, 4]);
    const call = shop.peers.callsOf('ReserveStock').at(-1);
    expect(call?.variables['expiresInSeconds']).toBe(15 * 60);
    const [row] = await shop.sql<{ expires_at: Date }>('SELECT expires_at FROM orders WHERE id = $1', [
      answer['id'],
    ]);
    expect(answer['expiresAt']).toBe(row?.expires_at.toISOString());
    expect(Date.parse(String(answer['expiresAt']))).toBeGreaterThan(Date.now() + 14 * 60_000);
  });

  it('answers InsufficientStock, reserves nothing and leaves no order behind', async () => {
    const buyer = person();
    const product = shop.peers.product(buyer.identity.tenantId, 1);
    const answer = answerOf(await orders.ask(buyer, PURCHASE, buying(product.id)));
    expect(answer).toMatchObject({ __typename: 'InsufficientStock', requested: 2, available: 1 });
    expect(product.reserved).toBe(0);
    await until(
      async () =>
        (await shop.sql('SELECT 1 FROM orders WHERE tenant_id = $1', [buyer.identity.tenantId])).length === 0,
    );
  });

  it('holds the stock for RESERVATION_MINUTES', async () => {
    const other = await shop.start(undefined, { RESERVATION_MINUTES: '1440' });
    const buyer = person();
    await other.ask(buyer, PURCHASE, buying(shop.peers.product(buyer.identity.tenantId).id));
    expect(shop.peers.callsOf('ReserveStock').at(-1)?.variables['expiresInSeconds']).toBe(86_400);
    await other.stop();
  });

  it.each(['0', '1441', '1.5', 'soon'])('does not start with RESERVATION_MINUTES=%s', async (minutes) => {
    await expect(shop.start(undefined, { RESERVATION_MINUTES: minutes })).rejects.toThrow(
      'RESERVATION_MINUTES: must be a whole number from 1 to 1440',
    );
  });
});
