import { randomUUID } from 'node:crypto';
import { lost } from '../fake-peers.fixture';
import {
  answerOf,
  CANCEL,
  CONFIRM,
  FIND,
  openShop,
  person,
  PURCHASE,
  SELL,
  type BareProcess,
  type Person,
  type Shop,
} from '../orders.fixture';
import { buying, dying, outcome } from './crash.fixture';

let shop: Shop;
/** The process that is started after the crash. */
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

/** Lets a process die while it works for somebody, then lets the survivor clear up. */
async function crash(
  at: string,
  who: Person,
  document: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const { process, dead } = await dying(shop, at);
  const answered = process.ask(who, document, variables);
  await Promise.race([dead, answered]);
  await dead;
  await process.stop();
  await shop.timePasses();
  await survivor.recover();
}

const numbers = async (who: Person) =>
  (
    await shop.sql<{ number: number }>(
      'SELECT number FROM orders WHERE tenant_id = $1 AND number IS NOT NULL ORDER BY number',
      [who.identity.tenantId],
    )
  ).map(({ number }) => number);

describe('a crash in the middle of a sale', () => {
  it.each([
    ['OPEN before commit', []],
    ['OPEN after commit', []],
    ['TAKE recorded', []],
    ['TAKE answered', []],
    ['COMPLETE before commit', []],
    ['COMPLETE after commit', ['COMPLETED']],
  ])('at "%s" leaves %j, and stock that agrees', async (at, statuses) => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    const key = randomUUID();
    await crash(at, seller, SELL, buying(product.id, key));
    expect(await outcome(shop, seller)).toEqual(statuses);
    expect([product.onHand, product.reserved]).toEqual([10 - 3 * statuses.length, 0]);
    // Who repeats the request with its key gets it sold, once.
    const answer = answerOf(await survivor.ask(seller, SELL, buying(product.id, key)));
    expect(answer).toMatchObject({ __typename: 'Order', status: 'COMPLETED', number: 1 });
    expect(await outcome(shop, seller)).toEqual(['COMPLETED']);
    expect([product.onHand, product.reserved]).toEqual([7, 0]);
    expect(await numbers(seller)).toEqual([1]);
  });

  it.each(['TAKE recorded', 'REFUSE before commit', 'REFUSE after commit'])(
    'that is refused, at "%s", leaves nothing',
    async (at) => {
      const seller = person();
      const product = shop.peers.product(seller.identity.tenantId, 2);
      const key = randomUUID();
      await crash(at, seller, SELL, buying(product.id, key));
      expect(await outcome(shop, seller)).toEqual([]);
      expect([product.onHand, product.reserved]).toEqual([2, 0]);
      expect(answerOf(await survivor.ask(seller, SELL, buying(product.id, key)))['__typename']).toBe(
        'InsufficientStock',
      );
    },
  );

  it.each(['TAKE failed', 'UNDO before commit', 'UNDO after commit'])(
    'whose answer was lost, at "%s", gives the stock back',
    async (at) => {
      const seller = person();
      const product = shop.peers.product(seller.identity.tenantId, 10);
      shop.peers.wire = (call, effect) => (call.name === 'TakeStock' ? (effect(), lost()) : effect());
      await crash(at, seller, SELL, buying(product.id));
      expect(await outcome(shop, seller)).toEqual([]);
      expect([product.onHand, product.reserved]).toEqual([10, 0]);
    },
  );
});

describe('a crash in the middle of a purchase', () => {
  it.each([
    ['OPEN after commit', []],
    ['RESERVE recorded', []],
    ['RESERVE answered', []],
    ['AWAIT before commit', []],
    ['AWAIT after commit', ['PENDING']],
  ])('at "%s" leaves %j, and stock that agrees', async (at, statuses) => {
    const buyer = person();
    const product = shop.peers.product(buyer.identity.tenantId, 10);
    const key = randomUUID();
    await crash(at, buyer, PURCHASE, buying(product.id, key));
    expect(await outcome(shop, buyer)).toEqual(statuses);
    expect([product.onHand, product.reserved]).toEqual([10, 3 * statuses.length]);
    const answer = answerOf(await survivor.ask(buyer, PURCHASE, buying(product.id, key)));
    expect(answer).toMatchObject({ __typename: 'Order', status: 'PENDING' });
    expect([product.onHand, product.reserved]).toEqual([10, 3]);
  });
});

describe('a crash in the middle of a change', () => {
  it.each([
    ['a confirmation', 'CONFIRM before commit', 'PENDING'],
    ['a confirmation', 'CONFIRM after commit', 'COMPLETED'],
    ['a confirmation', 'CONFIRM recorded', 'COMPLETED'],
    ['a confirmation', 'CONFIRM answered', 'COMPLETED'],
    ['a confirmation', 'COMPLETE before commit', 'COMPLETED'],
    ['a confirmation', 'COMPLETE after commit', 'COMPLETED'],
    ['a cancellation', 'RELEASE before commit', 'PENDING'],
    ['a cancellation', 'RELEASE after commit', 'CANCELLED'],
    ['a cancellation', 'RELEASE recorded', 'CANCELLED'],
    ['a cancellation', 'RELEASE answered', 'CANCELLED'],
    ['a cancellation', 'CLOSE before commit', 'CANCELLED'],
    ['a cancellation', 'CLOSE after commit', 'CANCELLED'],
  ])('of %s, at "%s", leaves it %s', async (what, at, status) => {
    const document = what === 'a cancellation' ? CANCEL : CONFIRM;
    const staff = person();
    const product = shop.peers.product(staff.identity.tenantId, 10);
    const { id } = answerOf(await survivor.ask(staff, PURCHASE, buying(product.id)));
    await crash(at, staff, document, { id, ...(document === CANCEL && { reason: 'changed my mind' }) });
    const order = answerOf(await survivor.ask(staff, FIND, { id }));
    expect(order['status']).toBe(status);
    expect(order['cancelReason']).toBe(status === 'CANCELLED' ? 'changed my mind' : null);
    expect([product.onHand, product.reserved]).toEqual(
      { PENDING: [10, 3], COMPLETED: [7, 0], CANCELLED: [10, 0] }[status],
    );
    expect(await outcome(shop, staff)).toEqual([status]);
    expect(await numbers(staff)).toEqual(status === 'COMPLETED' ? [1] : []);
    const told = await shop.sql<{ status: string }>(
      `SELECT payload->>'status' AS status FROM outbox WHERE aggregate_id = $1 AND type = 'orders.changed' ORDER BY position`,
      [id],
    );
    expect(told.map((event) => event.status)).toEqual(
      status === 'PENDING' ? ['PENDING'] : ['PENDING', status],
    );
  });

  it.each(['CONFIRM recorded', 'CONFIRM answered', 'CANCEL before commit', 'CANCEL after commit'])(
    'of a reservation that has expired, at "%s", cancels the order',
    async (at) => {
      const staff = person();
      const product = shop.peers.product(staff.identity.tenantId, 10);
      const { id } = answerOf(await survivor.ask(staff, PURCHASE, buying(product.id)));
      shop.peers.expire(String(id));
      await crash(at, staff, CONFIRM, { id });
      expect(answerOf(await survivor.ask(staff, FIND, { id }))).toMatchObject({
        status: 'CANCELLED',
        cancelReason: 'expired',
      });
      expect([product.onHand, product.reserved]).toEqual([10, 0]);
    },
  );
});
