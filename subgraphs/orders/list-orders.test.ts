import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import { encodeCursor } from '../../platform/graphql/cursor';
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
  SELL,
  type BareProcess,
  type Person,
  type Shop,
} from './orders.fixture';

let shop: Shop;
let orders: BareProcess;
const seller = person();
const { tenantId } = seller.identity;
const buyer = person(BUYER, tenantId);
const made: { id: string; kind: string; status: string; by: string }[] = [];

beforeAll(async () => {
  shop = await openShop();
  orders = await shop.startBare();
  const product = shop.peers.product(tenantId, 1_000);
  const input = { lines: [{ productId: product.id, quantity: 1 }] };
  for (let round = 0; round < 6; round++) {
    for (const [who, document, kind] of [
      [seller, SELL, 'SALE'],
      [seller, PURCHASE, 'PURCHASE'],
      [buyer, PURCHASE, 'PURCHASE'],
    ] as const) {
      const { id } = answerOf(await orders.ask(who, document, { input }));
      let status = kind === 'SALE' ? 'COMPLETED' : 'PENDING';
      if (kind === 'PURCHASE' && round % 3 > 0) {
        const changed = await orders.ask(who, round % 3 === 1 ? CONFIRM : CANCEL, { id });
        status = String(answerOf(changed)['status']);
      }
      made.unshift({ id: String(id), kind, status, by: who.identity.userId });
    }
  }
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const LIST = `query ($first: Int, $after: String, $status: OrderStatus, $kind: OrderKind) {
  answer: orders(first: $first, after: $after, status: $status, kind: $kind) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}
const page = async (who: Person, variables: Record<string, unknown>) =>
  answerOf(await orders.ask(who, LIST, variables)) as unknown as Page;

/** All pages of a list, one after the other. */
async function all(who: Person, variables: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Page = await page(who, { ...variables, after });
    ids.push(...nodes.map(({ id }) => id));
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

describe('orders', () => {
  it.each([
    ['of all', {}],
    ['of sales', { kind: 'SALE' }],
    ['of purchases that wait', { kind: 'PURCHASE', status: 'PENDING' }],
    ['of cancelled ones', { status: 'CANCELLED' }],
    ['of cancelled sales, of which there are none', { kind: 'SALE', status: 'CANCELLED' }],
  ])('lists every page %s, newest first', async (_what, filter: { kind?: string; status?: string }) => {
    const expected = made.filter(
      ({ kind, status }) => (filter.kind ?? kind) === kind && (filter.status ?? status) === status,
    );
    for (const first of [1, 4, 100]) {
      expect(await all(seller, { ...filter, first })).toEqual(expected.map(({ id }) => id));
    }
    expect((await page(seller, { ...filter, first: 1 })).totalCount).toBe(expected.length);
  });

  it('shows a buyer only their own', async () => {
    const own = made.filter(({ by }) => by === buyer.identity.userId).map(({ id }) => id);
    expect(await all(buyer, { first: 4 })).toEqual(own);
    expect((await page(buyer, { first: 1 })).totalCount).toBe(own.length);
    for (const { id, by } of made) {
      const found = answerOf(await orders.ask(buyer, FIND, { id }));
      expect(found === null).toBe(by !== buyer.identity.userId);
    }
  });

  it('shows another business none of them, also with a cursor from here', async () => {
    const stranger = person();
    const { edges } = answerOf(await orders.ask(seller, LIST, { first: 1 })) as {
      edges?: { cursor: string }[];
    };
    expect((await page(stranger, {})).nodes).toEqual([]);
    expect(await page(stranger, { after: edges?.[0]?.cursor })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(answerOf(await orders.ask(stranger, FIND, { id: made[0]?.id }))).toBeNull();
  });

  it('answers null for ids that are unknown or impossible', async () => {
    for (const id of [randomUUID(), 'nonsense', '', 'a\0b', '\ud800']) {
      expect(answerOf(await orders.ask(seller, FIND, { id }))).toBeNull();
    }
  });

  it.each([0, -1, 101])('refuses a page of %d', async (first) => {
    expect(codesOf(await orders.ask(seller, LIST, { first }))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['of another list', encodeCursor('products', [randomUUID()])],
    ['with a position that is none', encodeCursor('orders', ['x'])],
    ['that was tampered with', `${encodeCursor('orders', [randomUUID()])}A`],
    ['that is nonsense', 'nonsense\0'],
  ])('refuses a cursor %s', async (_what, after) => {
    expect(codesOf(await orders.ask(seller, LIST, { after }))).toEqual(['BAD_USER_INPUT']);
  });

  it('reads a page with its lines, in two statements, and counts only when asked', async () => {
    const statements: string[] = [];
    const { database } = orders.services;
    const read = jest.spyOn(database, 'read').mockImplementation((tenant, work) =>
      database.transaction(tenant, (transaction) => {
        statements.push('read');
        return work(transaction);
      }),
    );
    await orders.ask(
      seller,
      '{ answer: orders(first: 50) { nodes { id lines { name product { id } } createdBy { id } } } }',
    );
    expect(statements.length).toBe(2);
    await orders.ask(seller, '{ answer: orders(first: 50) { totalCount nodes { id lines { name } } } }');
    expect(statements.length).toBe(5);
    read.mockRestore();
  });
});

describe('a reference to an order', () => {
  const REFERENCES = parse(`query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Order { id status } }
  }`);
  const representations = () => made.map(({ id }) => ({ __typename: 'Order', id }));
  const entities = async (who: Person) => {
    const variables = { representations: [...representations(), { __typename: 'Order', id: 'nonsense' }] };
    const { data } = await orders.subgraph.execute({ document: REFERENCES, variables }, who.request());
    return (data as { _entities: ({ id: string } | null)[] })._entities.map((entity) => entity?.id ?? null);
  };

  it('is answered to whoever may read the order, and null to others', async () => {
    const all = made.map(({ id }) => id);
    expect(await entities(seller)).toEqual([...all, null]);
    expect(await entities(buyer)).toEqual([
      ...made.map(({ id, by }) => (by === buyer.identity.userId ? id : null)),
      null,
    ]);
    expect(await entities(person())).toEqual([...all.map(() => null), null]);
    expect(await entities(person(['inventory:read'], tenantId))).toEqual([...all.map(() => null), null]);
  });
});
