import { randomUUID } from 'node:crypto';
import { lost } from '../fake-peers.fixture';
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
  type BareProcess,
  type Person,
  type Shop,
} from '../orders.fixture';

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

const never = new Promise<never>(() => undefined);

/** A process that dies at the named moment: what runs in a transaction is rolled back, nothing goes on afterwards. */
async function dying(at: string): Promise<{ process: BareProcess; dead: Promise<void> }> {
  let died = (): void => undefined;
  let isDead = false;
  const dead = new Promise<void>((resolve) => (died = resolve));
  const process = await shop.startBare((name) => {
    if (!isDead && name !== at) return undefined;
    isDead = true;
    died();
    if (name === at && name.endsWith('before commit')) throw new Error('The connection is gone');
    return never;
  });
  return { process, dead };
}

/** Lets a process die while it works for somebody, then lets the survivor clear up. */
async function crash(
  at: string,
  who: Person,
  document: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const { process, dead } = await dying(at);
  const answered = process.ask(who, document, variables);
  await Promise.race([dead, answered]);
  await dead;
  await process.stop();
  await shop.timePasses();
  await survivor.recover();
}

const buying = (productId: string, idempotencyKey: string | null = null) => ({
  input: { lines: [{ productId, quantity: 3 }], idempotencyKey },
});

/** Statuses of all orders of the business; that none is left in the middle of a step. */
async function outcome(who: Person): Promise<string[]> {
  const rows = await shop.sql<{ status: string; step: string | null }>(
    'SELECT status, step FROM orders WHERE tenant_id = $1 ORDER BY id',
    [who.identity.tenantId],
  );
  expect(rows.filter(({ step }) => step !== null && step !== 'AWAIT')).toEqual([]);
  return rows.map(({ status }) => status);
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
    expect(await outcome(seller)).toEqual(statuses);
    expect([product.onHand, product.reserved]).toEqual([10 - 3 * statuses.length, 0]);
    // Who repeats the request with its key gets it sold, once.
    const answer = answerOf(await survivor.ask(seller, SELL, buying(product.id, key)));
    expect(answer).toMatchObject({ __typename: 'Order', status: 'COMPLETED', number: 1 });
    expect(await outcome(seller)).toEqual(['COMPLETED']);
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
      expect(await outcome(seller)).toEqual([]);
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
      expect(await outcome(seller)).toEqual([]);
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
    expect(await outcome(buyer)).toEqual(statuses);
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
    expect(await outcome(staff)).toEqual([status]);
    expect(await numbers(staff)).toEqual(status === 'COMPLETED' ? [1] : []);
    const told = await shop.sql<{ status: string }>(
      `SELECT payload->>'status' AS status FROM outbox WHERE aggregate_id = $1 ORDER BY position`,
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
      expect(codesOf(await survivor.ask(staff, document, buying(product.id, key)))).toEqual([
        'SERVICE_UNAVAILABLE',
      ]);
      await survivor.recover();
      expect(await outcome(staff)).toEqual([]);
      expect([product.onHand, product.reserved]).toEqual([10, 0]);
      expect(await shop.sql('SELECT * FROM outbox WHERE tenant_id = $1', [staff.identity.tenantId])).toEqual(
        [],
      );
      shop.peers.wire = (_call, effect) => effect();
      expect(answerOf(await survivor.ask(staff, document, buying(product.id, key)))['__typename']).toBe(
        'Order',
      );
    },
  );

  it('a request that hangs is given up before its deadline', async () => {
    const seller = person();
    const product = shop.peers.product(seller.identity.tenantId, 10);
    shop.peers.wire = (call, effect) => (call.name === 'TakeStock' ? never : effect());
    const begun = Date.now();
    expect(codesOf(await survivor.ask(seller, SELL, buying(product.id), 2_000))).toEqual([
      'SERVICE_UNAVAILABLE',
    ]);
    expect(Date.now() - begun).toBeLessThan(2_000);
    await survivor.recover();
    expect(await outcome(seller)).toEqual([]);
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
    await survivor.ask(seller, SELL, buying(product.id));
    await survivor.recover();
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
    expect(answerOf(await survivor.ask(seller, SELL, buying(product.id)))['__typename']).toBe(
      'InsufficientStock',
    );
    await shop.timePasses();
    await survivor.recover();
    product.onHand = 10;
    late?.();
    expect(product.onHand).toBe(10);
  });

  it('every answer twice changes nothing', async () => {
    const staff = person();
    const product = shop.peers.product(staff.identity.tenantId, 10);
    shop.peers.wire = (_call, effect) => (effect(), effect());
    expect(answerOf(await survivor.ask(staff, SELL, buying(product.id)))['number']).toBe(1);
    const { id } = answerOf(await survivor.ask(staff, PURCHASE, buying(product.id)));
    expect(answerOf(await survivor.ask(staff, CONFIRM, { id }))['number']).toBe(2);
    expect([product.onHand, product.reserved]).toEqual([4, 0]);
  });
});

describe('the recovery', () => {
  it('leaves a step alone while its request may still live', async () => {
    const { process, dead } = await dying('TAKE answered');
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
    expect(await outcome(seller)).toEqual([]);
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
    for (const seller of sellers) expect(await outcome(seller)).toEqual([]);
    expect(products.map(({ onHand }) => onHand)).toEqual(products.map(() => 10));
    expect(shop.peers.callsOf('ReleaseStock').length - before).toBe(12);
    await Promise.all(others.map((other) => other.stop()));
  });
});
