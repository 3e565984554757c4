import { randomUUID } from 'node:crypto';
import { Database } from '../../platform/database/database';
import type { EventEnvelope } from '../../platform/events/event';
import { codesOf, startCatalogue, type Catalogue, type Person } from './products.fixture';
import { until } from '../../tests/support/until';

let catalogue: Catalogue;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());

describe('a business', () => {
  let owner: Person;
  let stranger: Person;
  let productId: string;
  let categoryId: string;

  beforeAll(async () => {
    owner = catalogue.person();
    stranger = catalogue.person();
    categoryId = await owner.createCategory('Tools');
    productId = (await owner.create({ name: 'Hammer', sku: 'H-1', categoryId })).id;
  });

  const EVERYTHING = `query Everything($productId: ID!, $categoryId: ID!) {
    product(id: $productId) { name }
    productBySku(sku: "H-1") { name }
    products { nodes { name } totalCount }
    found: products(filter: { search: "hammer" }) { nodes { name } totalCount }
    mistyped: products(filter: { search: "hamer" }) { nodes { name } totalCount }
    shelf: products(filter: { categoryId: $categoryId }) { nodes { name } totalCount }
    bySku: products(filter: { skus: ["H-1"] }) { nodes { name } totalCount }
    categories { name }
    _entities(representations: [{ __typename: "Product", id: $productId }, { __typename: "Category", id: $categoryId }]) {
      ... on Product { name category { name } }
      ... on Category { name products { nodes { name } totalCount } }
    }
  }`;

  it('sees what is its own', async () => {
    const hammer = { name: 'Hammer' };
    const list = { nodes: [hammer], totalCount: 1 };
    expect(await owner.ask(EVERYTHING, { productId, categoryId })).toEqual({
      data: {
        product: hammer,
        productBySku: hammer,
        products: list,
        found: list,
        mistyped: list,
        shelf: list,
        bySku: list,
        categories: [{ name: 'Tools' }],
        _entities: [
          { name: 'Hammer', category: { name: 'Tools' } },
          { name: 'Tools', products: list },
        ],
      },
    });
  });

  it('sees of another exactly what it sees of what does not exist', async () => {
    const foreign = await stranger.ask(EVERYTHING, { productId, categoryId });
    const unknown = await stranger.ask(EVERYTHING, { productId: randomUUID(), categoryId: randomUUID() });
    const nonsense = await stranger.ask(EVERYTHING, { productId: 'hammer', categoryId: '\0' });
    const none = { nodes: [], totalCount: 0 };
    expect(foreign).toEqual({
      data: {
        product: null,
        productBySku: null,
        products: none,
        found: none,
        mistyped: none,
        shelf: none,
        bySku: none,
        categories: [],
        _entities: [null, null],
      },
    });
    expect([unknown, nonsense]).toEqual([foreign, foreign]);
  });

  it('may use a SKU that another one uses', async () => {
    expect((await stranger.create({ name: 'Hammer', sku: 'H-1' })).sku).toBe('H-1');
  });
});

describe('the database', () => {
  it('shows no row to the service without a business', async () => {
    const shop = catalogue.person();
    await shop.create({ name: 'Hammer', categoryId: await shop.createCategory('Tools') });
    const database = await Database.connect({ name: 'products', url: catalogue.serviceUrl, entities: [] });
    const counts = await database.read(randomUUID(), async (transaction) => {
      await transaction.query(`SELECT set_config('app.tenant', '', true)`);
      return transaction.query(
        `SELECT (SELECT count(*)::integer FROM product) AS product, (SELECT count(*)::integer FROM category) AS category,
                (SELECT count(*)::integer FROM product_word) AS word, (SELECT count(*)::integer FROM search_products('hammer')) AS found`,
      );
    });
    await database.close();
    expect(counts).toEqual([{ product: 0, category: 0, word: 0, found: 0 }]);
  });

  it('forces row-level security on every table that has a business', async () => {
    const open = await catalogue.sql(
      `SELECT relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity)
          AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'tenant_id')`,
    );
    expect(open).toEqual([]);
    const protectedTables = await catalogue.sql(
      `SELECT tablename, roles::text[] AS roles FROM pg_policies WHERE policyname = 'tenant' AND tablename LIKE ANY('{product%,category}') ORDER BY 1`,
    );
    expect(protectedTables).toEqual(
      ['category', 'product', 'product_word'].map((tablename) => ({
        tablename,
        roles: ['products_service'],
      })),
    );
  });
});

describe('a permission', () => {
  it.each([
    ['{ product(id: "x") { id } }', []],
    ['{ productBySku(sku: "x") { id } }', []],
    ['{ products { nodes { id } } }', []],
    ['{ categories { id } }', []],
    ['{ catalogueItems(ids: []) { name } }', ['products:read', 'products:write']],
    ['mutation { archiveProduct(id: "x") { __typename } }', ['products:read']],
    ['mutation { updateProduct(input: { id: "x" }) { __typename } }', ['products:read']],
    ['mutation { createCategory(name: "x") { id } }', ['products:read']],
  ])('is missed where it is needed: %s', async (document, scopes) => {
    expect(codesOf(await catalogue.person(scopes).ask(document))).toEqual(['FORBIDDEN']);
  });
});

describe('the other subgraphs', () => {
  it('learn what the catalogue says of products, unknown ones left out, each once', async () => {
    const shop = catalogue.person();
    const categoryId = await shop.createCategory('Tools');
    const price = { amount: '12.5', currency: 'USD' };
    const hammer = await shop.create({
      name: 'Hammer',
      sku: 'H-1',
      description: 'Heavy.',
      keywords: ['a'],
      categoryId,
      price,
    });
    const saw = await shop.create({ name: 'Saw', sku: 'S-1' });
    await shop.ask('mutation ($id: ID!) { archiveProduct(id: $id) { __typename } }', { id: saw.id });
    const foreign = await catalogue.person().create({ name: 'Foreign' });
    const service = catalogue.person(['internal'], shop.identity.tenantId);
    const answer = await service.ask(
      `query ($ids: [ID!]!) { catalogueItems(ids: $ids) {
        productId sku name keywords description categoryName price { amount currency } status } }`,
      { ids: [saw.id, hammer.id, foreign.id, randomUUID(), 'x', saw.id] },
    );
    expect(answer.data).toEqual({
      catalogueItems: [
        {
          productId: saw.id,
          sku: 'S-1',
          name: 'Saw',
          keywords: [],
          description: null,
          categoryName: null,
          price: { amount: '10.00', currency: 'USD' },
          status: 'ARCHIVED',
        },
        {
          productId: hammer.id,
          sku: 'H-1',
          name: 'Hammer',
          keywords: ['a'],
          description: 'Heavy.',
          categoryName: 'Tools',
          price: { amount: '12.50', currency: 'USD' },
          status: 'ACTIVE',
        },
      ],
    });
  });

  it('hear of a product in the order of what happened to it', async () => {
    const heard: EventEnvelope[] = [];
    const shop = catalogue.person();
    const tail = catalogue.bus.tail(['products'], (event) => {
      if (event.tenantId === shop.identity.tenantId) heard.push(event);
    });
    const { id } = await shop.create({ name: 'Hammer' });
    await shop.ask('mutation ($id: ID!) { updateProduct(input: { id: $id, name: "Saw" }) { __typename } }', {
      id,
    });
    await shop.ask('mutation ($id: ID!) { archiveProduct(id: $id) { __typename } }', { id });
    await until(() => heard.length === 5);
    await tail.close();
    expect(heard.map(({ type, aggregateId }) => [type, aggregateId])).toEqual([
      ['products.created', id],
      ['products.audited', id],
      ['products.updated', id],
      ['products.archived', id],
      ['products.audited', id],
    ]);
  });
});

it('is healthy while its database answers', async () => {
  expect(await catalogue.subgraph.health()).toEqual({ database: 'up' });
});
