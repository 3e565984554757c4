import { randomUUID } from 'node:crypto';
import {
  answerOf,
  BUYER,
  CANCEL,
  codesOf,
  CONFIRM,
  FIND,
  openShop,
  person,
  PURCHASE,
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

async function purchasedBy(who: Person): Promise<{ id: string }> {
  const { id: productId } = shop.peers.product(who.identity.tenantId, 10);
  const { id } = answerOf(
    await orders.ask(who, PURCHASE, { input: { lines: [{ productId, quantity: 2 }] } }),
  );
  return { id: String(id) };
}
const statusOf = async (who: Person, id: string) => answerOf(await orders.ask(who, FIND, { id }))['status'];

describe('a change of an order refuses', () => {
  it('ids that are unknown, foreign or impossible, all alike', async () => {
    const owner = person();
    const { id: foreign } = await purchasedBy(owner);
    const staff = person();
    for (const id of [randomUUID(), foreign, 'nonsense', '', 'a\0b', '\ud800']) {
      for (const document of [CONFIRM, CANCEL]) {
        const answer = answerOf(await orders.ask(staff, document, { id }));
        expect(answer).toEqual({
          __typename: 'OrderNotFound',
          message: 'There is no such order.',
          orderId: expect.any(String),
        });
      }
    }
    expect(await statusOf(owner, foreign)).toBe('PENDING');
  });

  it('a buyer who is not the one who bought', async () => {
    const buyer = person(BUYER);
    const other = person(BUYER, buyer.identity.tenantId);
    const { id } = await purchasedBy(buyer);
    for (const document of [CONFIRM, CANCEL]) {
      expect(answerOf(await orders.ask(other, document, { id }))['__typename']).toBe('OrderNotFound');
    }
    expect(answerOf(await orders.ask(buyer, CONFIRM, { id }))).toMatchObject({
      status: 'COMPLETED',
      number: 1,
    });
  });

  it.each([
    ['with a NUL', 'a\0b'],
    ['with half a surrogate pair', '\ud800'],
    ['of 501 characters', 'x'.repeat(501)],
  ])('a reason %s', async (_what, reason) => {
    const staff = person();
    const { id } = await purchasedBy(staff);
    expect(codesOf(await orders.ask(staff, CANCEL, { id, reason }))).toEqual(['BAD_USER_INPUT']);
    expect(await statusOf(staff, id)).toBe('PENDING');
  });
});
