import { randomUUID } from 'node:crypto';
import {
  answerOf,
  BUYER,
  CANCEL,
  CONFIRM,
  FIND,
  openShop,
  person,
  PURCHASE,
  SELL,
  type BareProcess,
  type Person,
  type Process,
  type Shop,
} from './orders.fixture';
import { until } from '../../tests/support/until';

let shop: Shop;
let orders: Process;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.start();
});
afterAll(async () => {
  await orders?.stop();
  await shop?.close();
});

const FROM_THE_TILL = { clientAddress: '203.0.113.9', userAgent: 'a-till/1.0' };

/** Somebody whose address is known, and who uses an API key. */
function known(tenantId: string, scopes?: readonly string[]): Person {
  const { identity, request } = person(scopes, tenantId);
  const withKey = { ...identity, apiKeyId: randomUUID() };
  return {
    identity: withKey,
    request: (millis) => ({ ...request(millis), identity: withKey, ...FROM_THE_TILL }),
  };
}

const lines = (tenantId: string) => ({
  input: { lines: [{ productId: shop.peers.product(tenantId, 10).id, quantity: 2 }] },
});

const auditOf = (orderId: string) =>
  shop.sql<{ payload: unknown }>(
    `SELECT payload FROM outbox WHERE aggregate_id = $1 AND type = 'orders.audited' ORDER BY position`,
    [orderId],
  );

function told(action: string, orderId: string, who: Person, details: Record<string, string>): unknown {
  const { userId: actorId, apiKeyId } = who.identity;
  const from = { actorId, apiKeyId, ...FROM_THE_TILL };
  return { payload: { action, subjectType: 'Order', subjectId: orderId, details, ...from } };
}

async function expire(tenantId: string, orderId: string): Promise<void> {
  shop.peers.expire(orderId);
  await shop.bus.publish([
    {
      id: randomUUID(),
      type: 'inventory.reservation-expired',
      version: 1,
      tenantId,
      aggregateId: orderId,
      occurredAt: new Date().toISOString(),
      traceId: '0'.repeat(32),
      payload: { orderId },
    },
  ]);
}

describe('the audit log is told', () => {
  it('of a sale, with who sold it and from where, and nothing of that stays with the order', async () => {
    const seller = known(randomUUID());
    const { id } = answerOf(await orders.ask(seller, SELL, lines(seller.identity.tenantId)));
    const details = { kind: 'SALE', number: '1', total: '5.00 USD' };
    expect(await auditOf(String(id))).toEqual([told('order.completed', String(id), seller, details)]);
    expect(await shop.sql('SELECT origin FROM orders WHERE id = $1', [id])).toEqual([{ origin: null }]);
  });

  it('of a purchase by the one who placed it, and of its end by the one who decided it', async () => {
    const { tenantId } = person().identity;
    const [buyer, first, second] = [known(tenantId, BUYER), known(tenantId), known(tenantId)];
    const [confirmed, cancelled] = await Promise.all(
      [1, 2].map(async () => String(answerOf(await orders.ask(buyer, PURCHASE, lines(tenantId)))['id'])),
    );
    await orders.ask(first, CONFIRM, { id: confirmed });
    await orders.ask(second, CONFIRM, { id: confirmed });
    await orders.ask(second, CANCEL, { id: cancelled, reason: 'out of season' });
    const placed = { kind: 'PURCHASE', total: '5.00 USD' };
    expect(await auditOf(String(confirmed))).toEqual([
      told('order.placed', String(confirmed), buyer, placed),
      told('order.completed', String(confirmed), first, { ...placed, number: '1' }),
    ]);
    expect(await auditOf(String(cancelled))).toEqual([
      told('order.placed', String(cancelled), buyer, placed),
      told('order.cancelled', String(cancelled), second, { kind: 'PURCHASE', reason: 'out of season' }),
    ]);
  });

  it('of an expiry as nobody’s doing', async () => {
    const buyer = known(randomUUID(), BUYER);
    const { tenantId } = buyer.identity;
    const id = String(answerOf(await orders.ask(buyer, PURCHASE, lines(tenantId)))['id']);
    await expire(tenantId, id);
    await until(async () => (await auditOf(id)).length > 1);
    expect((await auditOf(id))[1]?.payload).toEqual({
      action: 'order.cancelled',
      subjectType: 'Order',
      subjectId: id,
      details: { kind: 'PURCHASE', reason: 'expired' },
      actorId: null,
      apiKeyId: null,
      clientAddress: null,
      userAgent: null,
    });
  });

  it('of nothing when nothing was sold', async () => {
    const seller = known(randomUUID());
    const { tenantId } = seller.identity;
    const { id: productId } = shop.peers.product(tenantId, 1);
    await orders.ask(seller, SELL, { input: { lines: [{ productId, quantity: 2 }] } });
    expect(await shop.sql('SELECT type FROM outbox WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });

  it('of a confirmation that another process finishes, as the person’s who confirmed', async () => {
    const staff = known(randomUUID());
    const { tenantId } = staff.identity;
    const id = String(answerOf(await orders.ask(staff, PURCHASE, lines(tenantId)))['id']);
    const crashing: BareProcess = await shop.startBare((point) => {
      if (point === 'CONFIRM answered') throw new Error('The process ends here');
    });
    await crashing.ask(staff, CONFIRM, { id });
    await crashing.stop();
    await shop.timePasses();
    await until(async () => (await auditOf(id)).length > 1);
    const details = { kind: 'PURCHASE', total: '5.00 USD', number: '1' };
    expect((await auditOf(id))[1]).toEqual(told('order.completed', id, staff, details));
  });
});

const OF_PERSON = `query ($people: [_Any!]!) { _entities(representations: $people) {
  ... on User { orders { totalCount nodes { id } } } } }`;

async function ordersOf(asker: Person, userId: string): Promise<unknown> {
  const { data, errors } = await orders.ask(asker, OF_PERSON, {
    people: [{ __typename: 'User', id: userId }],
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?.['_entities']));
}

describe('a person', () => {
  it('has orders, which a buyer sees of themselves alone', async () => {
    const staff = person();
    const { tenantId } = staff.identity;
    const [buyer, other] = [person(BUYER, tenantId), person(BUYER, tenantId)];
    const { id } = answerOf(await orders.ask(buyer, PURCHASE, lines(tenantId)));
    const theirs = [{ orders: { totalCount: 1, nodes: [{ id }] } }];
    const none = [{ orders: { totalCount: 0, nodes: [] } }];
    expect(await ordersOf(staff, buyer.identity.userId)).toEqual(theirs);
    expect(await ordersOf(buyer, buyer.identity.userId)).toEqual(theirs);
    expect(await ordersOf(other, buyer.identity.userId)).toEqual(none);
    expect(await ordersOf(person(), buyer.identity.userId)).toEqual(none);
  });

  it('who is erased is no longer named by their orders, whose figures stay, and by nobody else’s', async () => {
    const staff = person();
    const { tenantId } = staff.identity;
    const [buyer, other] = [person(BUYER, tenantId), person(BUYER, tenantId)];
    const placed = async (who: Person): Promise<string> =>
      String(answerOf(await orders.ask(who, PURCHASE, lines(tenantId)))['id']);
    const [done, waiting, others] = [await placed(buyer), await placed(buyer), await placed(other)];
    await orders.ask(buyer, CONFIRM, { id: done });
    const before = answerOf(await orders.ask(staff, FIND, { id: done }));
    await shop.bus.publish([
      {
        id: randomUUID(),
        type: 'auth.person-erased',
        version: 1,
        tenantId,
        aggregateId: buyer.identity.userId,
        occurredAt: new Date().toISOString(),
        traceId: '0'.repeat(32),
        payload: { userId: buyer.identity.userId },
      },
    ]);
    await until(async () => answerOf(await orders.ask(staff, FIND, { id: waiting }))['createdBy'] === null);
    expect(answerOf(await orders.ask(staff, FIND, { id: done }))).toEqual({ ...before, createdBy: null });
    expect(answerOf(await orders.ask(staff, FIND, { id: others }))['createdBy']).toEqual({
      id: other.identity.userId,
    });
    const rows = await shop.sql(
      'SELECT id FROM orders WHERE $1 IN (created_by, step_actor) OR origin IS NOT NULL',
      [buyer.identity.userId],
    );
    expect(rows).toEqual([]);
    // What waits is still theirs to end who work here.
    expect(answerOf(await orders.ask(staff, CONFIRM, { id: waiting }))['status']).toBe('COMPLETED');
  });
});
