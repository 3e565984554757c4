import { randomUUID } from 'node:crypto';
import { lost } from './fake-peers.fixture';
import {
  answerOf,
  CANCEL,
  codesOf,
  CONFIRM,
  FIND,
  openShop,
  person,
  PURCHASE,
  SELL,
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
afterEach(() => {
  shop.peers.wire = (_call, effect) => effect();
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const buying = (productId: string, quantity = 2) => ({ input: { lines: [{ productId, quantity }] } });

async function purchased(
  who: Person,
): Promise<{ id: string; product: ReturnType<Shop['peers']['product']> }> {
  const product = shop.peers.product(who.identity.tenantId, 10);
  const { id } = answerOf(await orders.ask(who, PURCHASE, buying(product.id)));
  return { id: String(id), product };
}

/** Inventory's expiry reaches this subgraph as it does in production: by an event. */
async function expire(tenantId: string, orderId: string, traceId = '0'.repeat(32)): Promise<void> {
  shop.peers.expire(orderId);
  const [type, occurredAt] = ['inventory.reservation-expired', new Date().toISOString()];
  await shop.bus.publish([
    {
      id: randomUUID(),
      type,
      version: 1,
      tenantId,
      aggregateId: orderId,
      occurredAt,
      traceId,
      payload: { orderId },
    },
  ]);
}

/** The statuses that the other subgraphs were told of. */
async function toldOf(id: string): Promise<string[]> {
  const events = await shop.sql<{ status: string }>(
    `SELECT payload->>'status' AS status FROM outbox WHERE aggregate_id = $1 AND type = 'orders.changed' ORDER BY position`,
    [id],
  );
  return events.map(({ status }) => status);
}

const statusOf = async (who: Person, id: string) => answerOf(await orders.ask(who, FIND, { id }))['status'];

describe('the states of an order', () => {
  type State = 'PENDING' | 'COMPLETED' | 'CANCELLED' | 'expired' | 'sold';
  const prepare: Record<State, (who: Person, id: string) => Promise<unknown>> = {
    PENDING: async () => undefined,
    COMPLETED: (who, id) => orders.ask(who, CONFIRM, { id }),
    CANCELLED: (who, id) => orders.ask(who, CANCEL, { id, reason: 'first' }),
    expired: async (who, id) => {
      await expire(who.identity.tenantId, id);
      await until(async () => (await statusOf(who, id)) === 'CANCELLED');
    },
    sold: async () => undefined,
  };

  it.each<[State, 'confirm' | 'cancel', Record<string, unknown>, [onHand: number, reserved: number]]>([
    ['PENDING', 'confirm', { __typename: 'Order', status: 'COMPLETED', number: 1, expiresAt: null }, [8, 0]],
    [
      'PENDING',
      'cancel',
      { __typename: 'Order', status: 'CANCELLED', number: null, cancelReason: 'why' },
      [10, 0],
    ],
    ['COMPLETED', 'confirm', { __typename: 'Order', status: 'COMPLETED', number: 1 }, [8, 0]],
    [
      'COMPLETED',
      'cancel',
      { __typename: 'InvalidOrderTransition', from: 'COMPLETED', to: 'CANCELLED' },
      [8, 0],
    ],
    [
      'CANCELLED',
      'confirm',
      { __typename: 'InvalidOrderTransition', from: 'CANCELLED', to: 'COMPLETED' },
      [10, 0],
    ],
    ['CANCELLED', 'cancel', { __typename: 'Order', status: 'CANCELLED', cancelReason: 'first' }, [10, 0]],
    [
      'expired',
      'confirm',
      { __typename: 'InvalidOrderTransition', from: 'CANCELLED', to: 'COMPLETED' },
      [10, 0],
    ],
    ['expired', 'cancel', { __typename: 'Order', status: 'CANCELLED', cancelReason: 'expired' }, [10, 0]],
    ['sold', 'confirm', { __typename: 'Order', kind: 'SALE', status: 'COMPLETED', number: 1 }, [8, 0]],
    ['sold', 'cancel', { __typename: 'InvalidOrderTransition', from: 'COMPLETED', to: 'CANCELLED' }, [8, 0]],
  ])('%s, then %s', async (state, verb, expected, [onHand, reserved]) => {
    const staff = person();
    const product = shop.peers.product(staff.identity.tenantId, 10);
    const placed = await orders.ask(staff, state === 'sold' ? SELL : PURCHASE, buying(product.id));
    const id = String(answerOf(placed)['id']);
    await prepare[state](staff, id);
    const answer = await orders.ask(staff, verb === 'confirm' ? CONFIRM : CANCEL, {
      id,
      ...(verb === 'cancel' && { reason: 'why' }),
    });
    expect(answerOf(answer)).toMatchObject(expected);
    expect([product.onHand, product.reserved]).toEqual([onHand, reserved]);
    expect(await shop.sql('SELECT step, due_at FROM orders WHERE id = $1', [id])).toEqual([
      { step: null, due_at: null },
    ]);
  });

  it.each([
    ['COMPLETED', [CONFIRM, CONFIRM, CANCEL]],
    ['CANCELLED', [CANCEL, CANCEL, CONFIRM]],
  ])('tells that it is %s once', async (status, documents) => {
    const staff = person();
    const { id } = await purchased(staff);
    for (const document of documents) await orders.ask(staff, document, { id });
    expect(await toldOf(id)).toEqual(['PENDING', status]);
  });

  it('tells of an expiry, once', async () => {
    const staff = person();
    const { id } = await purchased(staff);
    await expire(staff.identity.tenantId, id);
    await until(async () => (await statusOf(staff, id)) === 'CANCELLED');
    await expire(staff.identity.tenantId, id);
    await orders.ask(staff, CANCEL, { id });
    expect(await toldOf(id)).toEqual(['PENDING', 'CANCELLED']);
  });

  it('a confirmation that comes after the expiry, and before its news, cancels the order', async () => {
    const staff = person();
    const { id, product } = await purchased(staff);
    shop.peers.expire(id);
    const answer = answerOf(await orders.ask(staff, CONFIRM, { id }));
    expect(answer).toMatchObject({
      __typename: 'InvalidOrderTransition',
      from: 'CANCELLED',
      order: { id, status: 'CANCELLED' },
    });
    expect([product.onHand, product.reserved]).toEqual([10, 0]);
    expect(answerOf(await orders.ask(staff, FIND, { id }))['cancelReason']).toBe('expired');
    expect(await toldOf(id)).toEqual(['PENDING', 'CANCELLED']);
  });

  it('twenty confirmations and twenty cancellations at once have one outcome', async () => {
    for (let round = 0; round < 5; round++) {
      const staff = person();
      const { id, product } = await purchased(staff);
      const asked = Array.from({ length: 40 }, (_, index) =>
        orders.ask(staff, index % 2 ? CONFIRM : CANCEL, { id }),
      );
      const statuses = (await Promise.all(asked))
        .map(answerOf)
        .map((answer) => [answer['__typename'], answer['status'] ?? answer['from']]);
      const status = await statusOf(staff, id);
      expect(['COMPLETED', 'CANCELLED']).toContain(status);
      const winners = statuses.filter(([typename]) => typename === 'Order');
      expect(winners).toEqual(Array.from({ length: 20 }, () => ['Order', status]));
      expect(
        statuses.filter(([typename]) => typename === 'InvalidOrderTransition').map(([, from]) => from),
      ).toEqual(Array.from({ length: 20 }, () => status));
      expect([product.onHand, product.reserved]).toEqual(status === 'COMPLETED' ? [8, 0] : [10, 0]);
      const [row] = await shop.sql('SELECT number FROM orders WHERE id = $1', [id]);
      expect(row).toEqual({ number: status === 'COMPLETED' ? 1 : null });
    }
  });
});

describe('while inventory does not answer', () => {
  it.each([
    ['confirmation', CONFIRM, 'ConfirmReservation', 'COMPLETED', [8, 0]],
    ['cancellation', CANCEL, 'ReleaseStock', 'CANCELLED', [10, 0]],
  ] as const)(
    'a %s is SERVICE_UNAVAILABLE, and finished as soon as it does',
    async (_what, document, name, status, units) => {
      const staff = person();
      const { id, product } = await purchased(staff);
      let down = true;
      shop.peers.wire = (call, effect) => (down && call.name === name ? lost() : effect());
      expect(codesOf(await orders.ask(staff, document, { id }))).toEqual(['SERVICE_UNAVAILABLE']);
      expect(await statusOf(staff, id)).toBe('PENDING');
      down = false;
      await until(async () => (await statusOf(staff, id)) === status);
      expect([product.onHand, product.reserved]).toEqual(units);
      expect(answerOf(await orders.ask(staff, document, { id }))).toMatchObject({
        __typename: 'Order',
        status,
      });
    },
  );

  it('a purchase that nobody confirmed, and whose expiry was never told, is released ten seconds after it', async () => {
    const staff = person();
    const { id, product } = await purchased(staff);
    const due = await shop.sql(
      'SELECT due_at - expires_at = $2::interval AS late FROM orders WHERE id = $1',
      [id, '10 seconds'],
    );
    expect(due).toEqual([{ late: true }]);
    await shop.sql('UPDATE orders SET due_at = clock_timestamp() WHERE id = $1', [id]);
    await until(async () => (await statusOf(staff, id)) === 'CANCELLED');
    expect(answerOf(await orders.ask(staff, FIND, { id }))['cancelReason']).toBe('expired');
    expect([product.onHand, product.reserved]).toEqual([10, 0]);
  });
});
