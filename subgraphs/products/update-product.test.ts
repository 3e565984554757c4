import { randomUUID } from 'node:crypto';
import { READ, startCatalogue, UPDATE, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

async function update(id: string, changes: Record<string, unknown>, who = person): Promise<unknown> {
  const answer = await who.ask(UPDATE, { input: { id, ...changes } });
  expect(answer.errors).toBeUndefined();
  return answer.data?.['updateProduct'];
}

async function read(id: string): Promise<unknown> {
  return (await person.ask(READ, { id })).data?.['product'];
}

/** Type and payload of the business's events, in their order. */
function events(): Promise<{ type: string; payload: unknown }[]> {
  return catalogue.sql(
    `SELECT type, payload FROM outbox WHERE tenant_id = $1 AND type <> 'products.audited' ORDER BY position`,
    [person.identity.tenantId],
  );
}

const ARCHIVE = `mutation Archive($id: ID!) { archiveProduct(id: $id) {
  ... on Product { id status }
  ... on ProductNotFound { __typename productId }
} }`;

describe('updateProduct', () => {
  it('changes what is given and leaves the rest', async () => {
    const categoryId = await person.createCategory('Tools');
    const before = await person.create({
      name: 'Hammer',
      sku: 'H-1',
      keywords: ['steel'],
      description: 'Heavy.',
    });
    const renamed = await update(before.id, { name: 'Big hammer' });
    expect(renamed).toEqual({ ...before, name: 'Big hammer', updatedAt: expect.any(String) });
    expect(await read(before.id)).toEqual(renamed);
    expect(
      await update(before.id, {
        keywords: ['iron', 'Iron'],
        description: 'Light.',
        categoryId,
        price: { amount: '3', currency: 'JPY' },
      }),
    ).toEqual({
      ...before,
      name: 'Big hammer',
      keywords: ['iron'],
      description: 'Light.',
      category: { id: categoryId, name: 'Tools' },
      price: { amount: '3', currency: 'JPY' },
      updatedAt: expect.any(String),
    });
  });

  it('takes back with null what a person wrote', async () => {
    const categoryId = await person.createCategory('Tools');
    const before = await person.create({
      name: 'Hammer',
      keywords: ['a'],
      description: 'Heavy.',
      categoryId,
    });
    expect(await update(before.id, { description: null, keywords: null, categoryId: null })).toEqual({
      ...before,
      description: null,
      keywords: [],
      category: null,
      updatedAt: expect.any(String),
    });
  });

  it('tells the others, in the same transaction, and only of a change', async () => {
    const categoryId = await person.createCategory('Tools');
    const { id, sku, updatedAt } = await person.create({
      name: 'Hammer',
      categoryId,
      price: { amount: '1', currency: 'USD' },
    });
    const same = { name: 'Hammer', categoryId, price: { amount: '1.0', currency: 'USD' }, description: ' ' };
    expect(await update(id, same)).toMatchObject({ updatedAt });
    expect(await events()).toHaveLength(1);
    await update(id, { name: 'Big hammer' });
    expect((await events()).slice(1)).toEqual([
      {
        type: 'products.updated',
        payload: {
          productId: id,
          sku,
          name: 'Big hammer',
          keywords: [],
          description: null,
          categoryName: 'Tools',
          status: 'ACTIVE',
        },
      },
    ]);
  });

  it.each([
    ['an empty name', { name: '' }, 'name'],
    ['no name', { name: null }, 'name'],
    ['no price', { price: null }, 'price'],
    ['a negative price', { price: { amount: '-1', currency: 'USD' } }, 'price.amount'],
    ['a price with too many places', { price: { amount: '0.001', currency: 'USD' } }, 'price.amount'],
    ['51 keywords', { keywords: Array.from({ length: 51 }, (_, n) => `k${n}`) }, 'keywords'],
    ['a description with NUL', { description: '\0' }, 'description'],
    ['an unknown category', { categoryId: randomUUID() }, 'categoryId'],
  ])('refuses %s and writes nothing', async (_what, changes, path) => {
    const before = await person.create({ name: 'Hammer' });
    expect(await update(before.id, { keywords: ['new'], ...changes })).toEqual({
      __typename: 'ValidationError',
      message: expect.any(String),
      fields: [{ path: ['input', ...path.split('.')], message: expect.any(String) }],
    });
    expect(await read(before.id)).toEqual(before);
    expect(await events()).toHaveLength(1);
  });

  it('knows neither what does not exist nor what belongs to another business', async () => {
    const foreign = await catalogue.person().create({ name: 'Hammer' });
    for (const productId of [randomUUID(), foreign.id, 'hammer', '', '\0']) {
      expect(await update(productId, { name: 'Mine' })).toEqual({
        __typename: 'ProductNotFound',
        message: 'There is no such product.',
        productId,
      });
    }
    const [row] = await catalogue.sql<{ name: string }>('SELECT name FROM product WHERE id = $1', [
      foreign.id,
    ]);
    expect(row).toEqual({ name: 'Hammer' });
    expect(await events()).toEqual([]);
  });

  it('waits for a change that is under way, and tells of both', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    const answer = await catalogue.meanwhile(
      `UPDATE product SET description = 'Heavy.' WHERE id = $1`,
      [id],
      () => update(id, { name: 'Big hammer' }),
    );
    expect(answer).toMatchObject({ name: 'Big hammer', description: 'Heavy.' });
    expect((await events()).at(-1)?.payload).toMatchObject({ name: 'Big hammer', description: 'Heavy.' });
  });
});

describe('archiveProduct', () => {
  it('takes the product out of the lists and leaves it readable by id and SKU', async () => {
    const { id } = await person.create({ name: 'Hammer', sku: 'H-1' });
    expect((await person.ask(ARCHIVE, { id })).data).toEqual({ archiveProduct: { id, status: 'ARCHIVED' } });
    const answer = await person.ask(
      `query ($id: ID!) {
        product(id: $id) { status }
        productBySku(sku: "H-1") { id }
        products { nodes { id } totalCount }
        archived: products(filter: { status: ARCHIVED }) { nodes { id } totalCount }
        all: products(filter: { status: null }) { nodes { id } }
        _entities(representations: [{ __typename: "Product", id: $id }]) { ... on Product { id status } }
      }`,
      { id },
    );
    expect(answer).toEqual({
      data: {
        product: { status: 'ARCHIVED' },
        productBySku: { id },
        products: { nodes: [], totalCount: 0 },
        archived: { nodes: [{ id }], totalCount: 1 },
        all: { nodes: [{ id }] },
        _entities: [{ id, status: 'ARCHIVED' }],
      },
    });
  });

  it('tells the others once, however often it is sent', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.ask(ARCHIVE, { id })));
    for (const { data } of answers) expect(data).toEqual({ archiveProduct: { id, status: 'ARCHIVED' } });
    expect((await events()).slice(1)).toEqual([{ type: 'products.archived', payload: { productId: id } }]);
  });

  it('knows neither what does not exist nor what belongs to another business', async () => {
    const foreign = await catalogue.person().create({ name: 'Hammer' });
    for (const productId of [randomUUID(), foreign.id, 'hammer', '\0']) {
      expect((await person.ask(ARCHIVE, { id: productId })).data).toEqual({
        archiveProduct: { __typename: 'ProductNotFound', productId },
      });
    }
    const [row] = await catalogue.sql('SELECT status FROM product WHERE id = $1', [foreign.id]);
    expect(row).toEqual({ status: 'ACTIVE' });
  });
});
