import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ProductSort } from './generated/resolver-types';
import { codesOf, startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

const pageRules = z.object({
  products: z.object({
    nodes: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        createdAt: z.string(),
        price: z.object({ amount: z.string(), currency: z.string() }),
      }),
    ),
    pageInfo: z.object({
      hasNextPage: z.boolean(),
      hasPreviousPage: z.boolean(),
      startCursor: z.string().nullable(),
      endCursor: z.string().nullable(),
    }),
  }),
});
type Page = z.infer<typeof pageRules>['products'];
type Node = Page['nodes'][number];

async function page(variables: Record<string, unknown>): Promise<Page> {
  const answer = await person.ask(
    `query ($first: Int, $after: String, $filter: ProductFilter, $sort: ProductSort) {
      products(first: $first, after: $after, filter: $filter, sort: $sort) {
        nodes { id name createdAt price { amount currency } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    variables,
  );
  expect(answer.errors).toBeUndefined();
  return pageRules.parse(answer.data).products;
}

/** All pages of the list; `between` runs after each. */
async function walk(
  variables: Record<string, unknown>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const { nodes: next, pageInfo } = await page({ ...variables, after });
    nodes.push(...next);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
    await between();
  }
}

/** Forty products of which many share their name, price or instant of creation. */
async function manyAlike(): Promise<Set<string>> {
  const rows = await catalogue.sql<{ id: string }>(
    `INSERT INTO product (tenant_id, id, sku, name, price_amount, price_currency, created_at)
     SELECT $1, gen_random_uuid(), 'S' || n, (ARRAY['ring', 'Ring', 'Ñandú', 'zebra', 'RÍNG'])[n % 5 + 1] || ' alike',
            (n % 3) * 9.5, (ARRAY['USD', 'EUR'])[n % 2 + 1], '2026-01-01T00:00:00.123Z'::timestamptz + (n % 4) * interval '1 ms'
       FROM generate_series(1, 40) AS n RETURNING id`,
    [person.identity.tenantId],
  );
  return new Set(rows.map((row) => row.id));
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const price = ({ price: { amount, currency } }: Node): [string, number] => [currency, Number(amount)];

/** What the order is by, smallest first. */
const KEYS: Record<
  Exclude<ProductSort, 'RELEVANCE'>,
  { key: (node: Node) => readonly (string | number)[]; descending: boolean }
> = {
  NEWEST: { key: (node) => [node.createdAt], descending: true },
  NAME: { key: (node) => [fold(node.name)], descending: false },
  PRICE_ASC: { key: price, descending: false },
  PRICE_DESC: { key: price, descending: true },
};

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  const [left, right] = [a[index] ?? 0, b[index] ?? 0];
  return left === right ? 0 : left < right ? -1 : 1;
}

const SORTS = Object.entries(KEYS);

describe.each(SORTS)('products by %s', (sort, { key, descending }) => {
  it('come in that order, each once, over pages that cut through ties', async () => {
    const expected = await manyAlike();
    for (const first of [1, 3, 7, 40, 100]) {
      const nodes = await walk({ first, sort });
      expect(nodes.map(({ id }) => id).sort()).toEqual([...expected].sort());
      const keys = nodes.map(key);
      expect(keys).toEqual([...keys].sort((a, b) => (descending ? compare(b, a) : compare(a, b))));
    }
  });

  it('lose none and repeat none while others come and go', async () => {
    const expected = await manyAlike();
    const gone = new Set<string>();
    const nodes = await walk({ first: 4, sort }, async () => {
      await person.create({ name: 'aaa' });
      await person.create({ name: 'zzz', price: { amount: '1000', currency: 'ZAR' } });
      const leaving = [...expected].find((id) => !gone.has(id)) ?? '';
      gone.add(leaving);
      await catalogue.sql(`UPDATE product SET status = 'ARCHIVED' WHERE id = $1`, [leaving]);
    });
    const seen = nodes.map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...expected].filter((id) => !gone.has(id) && !seen.includes(id))).toEqual([]);
  });

  it('say where a page begins and ends', async () => {
    await manyAlike();
    const whole = await person.ask(
      `query ($sort: ProductSort) { products(first: 5, sort: $sort) { edges { cursor node { id } } nodes { id } pageInfo { startCursor endCursor } } }`,
      { sort },
    );
    const { products } = z
      .object({
        products: z.object({
          edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })).length(5),
          nodes: z.array(z.object({ id: z.string() })),
          pageInfo: z.object({ startCursor: z.string(), endCursor: z.string() }),
        }),
      })
      .parse(whole.data);
    expect(products.edges.map(({ node }) => node)).toEqual(products.nodes);
    expect(products.pageInfo).toEqual({
      startCursor: products.edges[0]?.cursor,
      endCursor: products.edges[4]?.cursor,
    });
    const next = await page({ first: 5, sort, after: products.edges[1]?.cursor });
    expect(next.nodes.slice(0, 3).map(({ id }) => ({ id }))).toEqual(products.nodes.slice(2));
  });
});

describe('a filter', () => {
  it('of SKUs finds exactly these, and of nothing nothing', async () => {
    for (const sku of ['A-1', 'A-2', 'a-1']) await person.create({ name: sku, sku });
    const names = async (skus: string[]) =>
      (await page({ filter: { skus }, sort: 'NAME' })).nodes.map(({ name }) => name);
    expect(await names(['A-1', 'A-2', 'no', 'A-1'])).toEqual(['A-1', 'A-2']);
    expect(await names([])).toEqual([]);
  });

  it('of a category that is unknown, foreign or no id finds nothing', async () => {
    await person.create({ name: 'Hammer' });
    const foreign = await catalogue.person().createCategory('Tools');
    for (const categoryId of [randomUUID(), foreign, 'tools', '\0']) {
      expect((await page({ filter: { categoryId } })).nodes).toEqual([]);
    }
  });

  it('holds all its conditions together', async () => {
    const tools = await person.createCategory('Tools');
    await person.create({ name: 'Steel hammer', sku: 'A', categoryId: tools });
    await person.create({ name: 'Steel saw', sku: 'B', categoryId: tools });
    await person.create({ name: 'Steel hammer', sku: 'C' });
    const filter = { search: 'hammer', categoryId: tools, skus: ['A', 'B', 'C'], status: 'ACTIVE' };
    expect((await page({ filter, sort: 'NAME' })).nodes).toMatchObject([{ name: 'Steel hammer' }]);
    expect((await page({ filter })).nodes).toHaveLength(1);
  });
});

describe('bad arguments', () => {
  it.each([
    ['first: 0', '(first: 0)'],
    ['first: -1', '(first: -1)'],
    ['first: 101', '(first: 101)'],
    ['101 SKUs', `(filter: { skus: ${JSON.stringify(Array(101).fill('x'))} })`],
    ['a SKU with NUL', '(filter: { skus: ["a\\u0000"] })'],
    ['a search of 201 characters', `(filter: { search: "${'x'.repeat(201)}" })`],
    ['an empty cursor', '(after: "")'],
    ['a cursor that was made up', '(after: "abc")'],
    ['a cursor with NUL', '(after: "\\u0000")'],
  ])('are refused: %s', async (_what, args) => {
    const answer = await person.ask(`{ products${args} { nodes { id } } }`);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.data).toEqual({ products: null });
  });

  it.each(['a\0b', '\ud800', 'a\udc00b'])('include a search for what no text holds: %j', async (search) => {
    const answer = await person.ask(
      'query ($search: String) { products(filter: { search: $search }) { nodes { id } } }',
      { search },
    );
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('include the cursor of another order, and of another search', async () => {
    await manyAlike();
    const byName = (await page({ sort: 'NAME', first: 1 })).pageInfo.endCursor;
    const search = { filter: { search: 'ring' }, first: 1 };
    const byRelevance = (await page({ ...search, sort: 'RELEVANCE' })).pageInfo.endCursor;
    const ask = (after: string | null, search: string | null, sort: string) =>
      person.ask(
        'query ($after: String, $search: String, $sort: ProductSort) { products(after: $after, filter: { search: $search }, sort: $sort) { nodes { id } } }',
        { after, search, sort },
      );
    expect(codesOf(await ask(byName, null, 'NEWEST'))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await ask(byRelevance, 'alike', 'RELEVANCE'))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await ask(byRelevance, 'ring', 'RELEVANCE'))).toEqual([]);
    expect(codesOf(await ask(byName, 'ring', 'NAME'))).toEqual([]);
  });

  it.each([
    ['NEWEST', ['1999-01-01T00:00:00.000Z', randomUUID()]],
    ['NEWEST', ['2026-02-31T00:00:00.000Z', randomUUID()]],
    ['NEWEST', ['2026-01-01T00:00:00.000Z', "1'; DROP TABLE product"]],
    ['NAME', ['a\0', randomUUID()]],
    ['PRICE_ASC', ['USD', '9'.repeat(30), randomUUID()]],
    ['PRICE_DESC', ['USD', '1']],
    ['NAME', [1, 2]],
  ])('include a cursor by %s that was forged with its digest: %j', async (sort, parts) => {
    const body = JSON.stringify(parts);
    const digest = createHash('sha256').update(`products ${sort} \n${body}`).digest('base64url').slice(0, 8);
    const after = Buffer.from(`${digest}${body}`).toString('base64url');
    const answer = await person.ask(
      'query ($after: String, $sort: ProductSort) { products(after: $after, sort: $sort) { nodes { id } } }',
      {
        after,
        sort,
      },
    );
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('of productBySku: text that cannot be stored', async () => {
    expect(codesOf(await person.ask('{ productBySku(sku: "a\\u0000") { id } }'))).toEqual(['BAD_USER_INPUT']);
    expect((await person.ask(`{ productBySku(sku: "${'x'.repeat(1_000)}") { id } }`)).data).toEqual({
      productBySku: null,
    });
  });
});
