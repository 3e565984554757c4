import { randomUUID } from 'node:crypto';
import { codesOf, startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => {
  person = catalogue.person();
  catalogue.peers.answer = async () => ({ openStock: true });
  catalogue.peers.requests.length = 0;
});

/** Everything that createProduct writes for the person's business. */
async function written(): Promise<Record<string, number>> {
  const [row] = await catalogue.sql<Record<string, number>>(
    `SELECT (SELECT count(*)::integer FROM product WHERE tenant_id = $1) AS products,
            (SELECT count(*)::integer FROM outbox WHERE tenant_id = $1) AS events,
            (SELECT count(*)::integer FROM idempotency_key WHERE tenant_id = $1) AS keys`,
    [person.identity.tenantId],
  );
  return row ?? {};
}

const NOTHING = { products: 0, events: 0, keys: 0 };

describe('createProduct', () => {
  it('answers with the product, as it can be read afterwards', async () => {
    const categoryId = await person.createCategory('Tools');
    const created = await person.create({
      name: '  Red screws 5mm ',
      sku: ' RS-5 ',
      keywords: ['red', ' Steel', 'RED'],
      description: 'A hundred in a box.',
      categoryId,
      price: { amount: '12.5', currency: 'USD' },
    });
    expect(created).toEqual({
      __typename: 'Product',
      id: expect.any(String),
      sku: 'RS-5',
      name: 'Red screws 5mm',
      description: 'A hundred in a box.',
      keywords: ['red', 'Steel'],
      category: { id: categoryId, name: 'Tools' },
      price: { amount: '12.50', currency: 'USD' },
      status: 'ACTIVE',
      createdAt: created.updatedAt,
      updatedAt: created.createdAt,
    });
    const read = await person.ask('{ productBySku(sku: "RS-5") { id name keywords price { amount } } }');
    expect(read.data).toEqual({
      productBySku: {
        id: created.id,
        name: 'Red screws 5mm',
        keywords: ['red', 'Steel'],
        price: { amount: '12.50' },
      },
    });
  });

  it.each([
    ['JPY', '1200', '1200'],
    ['COP', '1234.5', '1234.50'],
    ['KWD', '0.125', '0.125'],
    ['USD', '999999999999999.99', '999999999999999.99'],
    ['USD', '0', '0.00'],
  ])('keeps money exact, in the places of %s: %s', async (currency, amount, shown) => {
    const { price } = await person.create({ name: 'x', price: { amount, currency } });
    expect(price).toEqual({ amount: shown, currency });
  });

  it('tells the others of it in the same transaction', async () => {
    const categoryId = await person.createCategory('Tools');
    const { id } = await person.create({
      name: 'Hammer',
      keywords: ['steel'],
      categoryId,
      initialStock: 7,
      lowStockThreshold: 3,
      enrich: false,
    });
    const events = await catalogue.sql(
      'SELECT type, version, aggregate_id, payload FROM outbox WHERE tenant_id = $1',
      [person.identity.tenantId],
    );
    expect(events).toEqual([
      {
        type: 'products.created',
        version: 1,
        aggregate_id: id,
        payload: {
          productId: id,
          sku: 'HAMMER',
          name: 'Hammer',
          keywords: ['steel'],
          description: null,
          categoryName: 'Tools',
          initialStock: 7,
          lowStockThreshold: 3,
          enrich: false,
          actorId: person.identity.userId,
        },
      },
    ]);
  });
});

describe('a SKU', () => {
  it('is made of the name when absent, with a number where it is taken', async () => {
    const skus = [];
    for (const name of [
      'Camión de juguete',
      'CAMION DE JUGUETE',
      'Camion',
      'camión de juguete!',
      '螺丝',
      '螺丝',
    ]) {
      skus.push((await person.create({ name })).sku);
    }
    expect(skus).toEqual([
      'CAMION-DE-JUGUETE',
      'CAMION-DE-JUGUETE-2',
      'CAMION',
      'CAMION-DE-JUGUETE-3',
      'PRODUCT',
      'PRODUCT-2',
    ]);
    expect((await person.create({ name: 'ab '.repeat(66) })).sku).toHaveLength(56);
  });

  it('leaves out numbers that somebody has chosen', async () => {
    await person.create({ name: 'x', sku: 'RING-2' });
    await person.create({ name: 'x', sku: 'RING-1000000' });
    expect((await person.create({ name: 'Ring' })).sku).toBe('RING-3');
    expect((await person.create({ name: 'Ring' })).sku).toBe('RING-4');
  });

  it('is made for each of 30 products that are created with one name at once', async () => {
    const created = await Promise.all(Array.from({ length: 30 }, () => person.create({ name: 'Ring' })));
    const expected = Array.from({ length: 30 }, (_, index) => (index === 0 ? 'RING' : `RING-${index + 1}`));
    expect(created.map(({ sku }) => sku).sort()).toEqual(expected.sort());
  });

  it('belongs to one product: the second is refused with the first', async () => {
    const { id } = await person.create({ name: 'Hammer', sku: 'H-1' });
    const before = await written();
    expect(await person.tryToCreate({ name: 'Other', sku: 'H-1', idempotencyKey: 'k' })).toEqual({
      __typename: 'SkuTaken',
      message: 'Another product has the SKU "H-1".',
      sku: 'H-1',
      product: { id },
    });
    expect(await written()).toEqual(before);
  });

  it('goes to one of 20 who want it at once, and the others learn to whom', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => person.tryToCreate({ name: `Hammer ${index}`, sku: 'H-1' })),
    );
    const winners = answers.flatMap((answer) => (answer.__typename === 'Product' ? [answer.id] : []));
    const named = answers.flatMap((answer) => (answer.__typename === 'SkuTaken' ? [answer.product.id] : []));
    expect(winners).toHaveLength(1);
    expect(named).toEqual(Array(19).fill(winners[0]));
    expect(await written()).toEqual({ products: 1, events: 1, keys: 0 });
  });
});

describe('an idempotency key', () => {
  const input = { name: 'Hammer', price: { amount: '5.0', currency: 'USD' }, initialStock: 4 };

  it('brings back the first product, however the same input is written', async () => {
    const first = await person.create({ ...input, idempotencyKey: 'k' });
    const again = await person.create({
      ...input,
      price: { amount: '5', currency: 'USD' },
      idempotencyKey: 'k',
    });
    expect(again).toEqual(first);
    expect(await written()).toEqual({ products: 1, events: 1, keys: 1 });
  });

  it('is refused for another input', async () => {
    await person.create({ ...input, idempotencyKey: 'k' });
    const before = await written();
    const answer = await person.tryToCreate({ ...input, initialStock: 5, idempotencyKey: 'k' });
    expect(answer.__typename).toBe('IdempotencyConflict');
    expect(await written()).toEqual(before);
  });

  it('sent 30 times at once creates one product', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => person.create({ ...input, idempotencyKey: 'k' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await written()).toEqual({ products: 1, events: 1, keys: 1 });
  });

  it('is not used up by a refusal', async () => {
    const refused = await person.tryToCreate({ ...input, categoryId: randomUUID(), idempotencyKey: 'k' });
    expect(refused.__typename).toBe('ValidationError');
    expect(await written()).toEqual(NOTHING);
    expect((await person.create({ ...input, idempotencyKey: 'k' })).name).toBe('Hammer');
  });

  it('of one person means nothing for another, nor for another business', async () => {
    const colleague = catalogue.person(undefined, person.identity.tenantId);
    const stranger = catalogue.person();
    const ids = new Set<string>();
    for (const who of [person, colleague, stranger])
      ids.add((await who.create({ ...input, idempotencyKey: 'k' })).id);
    expect(ids.size).toBe(3);
  });
});

describe('the first stock', () => {
  it('is opened before the answer, on behalf of the person', async () => {
    const { id } = await person.create({ name: 'Hammer', initialStock: 7, lowStockThreshold: 3 });
    expect(catalogue.peers.requests).toEqual([
      {
        subgraph: 'inventory',
        variables: { productId: id, name: 'Hammer', initialStock: 7, lowStockThreshold: 3 },
        context: expect.objectContaining({ identity: person.identity }),
      },
    ]);
  });

  it('may come later when inventory cannot be reached: the product stands, its event is there', async () => {
    catalogue.peers.answer = () => Promise.reject(new Error('unreachable'));
    expect((await person.create({ name: 'Hammer' })).name).toBe('Hammer');
    expect(await written()).toEqual({ products: 1, events: 1, keys: 0 });
  });

  it('may come later when inventory says nothing until the deadline', async () => {
    catalogue.peers.answer = () => new Promise(() => undefined);
    expect((await person.tryToCreate({ name: 'Hammer' }, 300)).__typename).toBe('Product');
  });

  it('is asked for again when the request is repeated', async () => {
    catalogue.peers.answer = () => Promise.reject(new Error('unreachable'));
    await person.create({ name: 'Hammer', idempotencyKey: 'k' });
    catalogue.peers.answer = async () => ({ openStock: true });
    await person.create({ name: 'Hammer', idempotencyKey: 'k' });
    expect(catalogue.peers.requests).toHaveLength(2);
    expect(catalogue.peers.requests[0]?.variables).toEqual(catalogue.peers.requests[1]?.variables);
  });

  it('is not opened for what was refused', async () => {
    await person.tryToCreate({ name: '' });
    expect(catalogue.peers.requests).toEqual([]);
  });
});

describe('bad input', () => {
  const usd = (amount: string) => ({ price: { amount, currency: 'USD' } });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an empty name', { name: '' }, ['name']],
    ['a blank name', { name: ' \t ' }, ['name']],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, ['name']],
    ['a name with NUL', { name: 'a\0b' }, ['name']],
    ['a name with half a character', { name: 'a\ud800b' }, ['name']],
    ['an empty SKU', { sku: '' }, ['sku']],
    ['a SKU of 65 characters', { sku: 'x'.repeat(65) }, ['sku']],
    ['a SKU with NUL', { sku: '\0' }, ['sku']],
    ['a description of 5,001 characters', { description: 'x'.repeat(5_001) }, ['description']],
    ['a description with NUL', { description: '\0' }, ['description']],
    ['51 keywords', { keywords: Array.from({ length: 51 }, (_, n) => `k${n}`) }, ['keywords']],
    ['10,000 empty keywords', { keywords: Array(10_000).fill('') }, ['keywords']],
    ['an empty keyword', { keywords: ['a', ''] }, ['keywords', '1']],
    ['a keyword of 51 characters', { keywords: ['x'.repeat(51)] }, ['keywords', '0']],
    ['a keyword with half a character', { keywords: ['\udc00'] }, ['keywords', '0']],
    ['a negative price', usd('-1'), ['price', 'amount']],
    ['a price in scientific notation', usd('1e3'), ['price', 'amount']],
    ['a price that is not a number', usd('NaN'), ['price', 'amount']],
    ['an infinite price', usd('Infinity'), ['price', 'amount']],
    ['a price in hexadecimal', usd('0x10'), ['price', 'amount']],
    ['an empty price', usd(''), ['price', 'amount']],
    ['a price with a comma', usd('1,5'), ['price', 'amount']],
    ['a price with more places than the currency has', usd('1.005'), ['price', 'amount']],
    ['a price of a sixteenth digit', usd('1000000000000000'), ['price', 'amount']],
    ['yen with places', { price: { amount: '1.5', currency: 'JPY' } }, ['price', 'amount']],
    ['a currency that does not exist', { price: { amount: '1', currency: 'XXX' } }, ['price', 'currency']],
    ['a currency in small letters', { price: { amount: '1', currency: 'usd' } }, ['price', 'currency']],
    ['less than no stock', { initialStock: -1 }, ['initialStock']],
    ['a million and one units', { initialStock: 1_000_001 }, ['initialStock']],
    ['a negative threshold', { lowStockThreshold: -1 }, ['lowStockThreshold']],
    ['a threshold above a million', { lowStockThreshold: 1_000_001 }, ['lowStockThreshold']],
    ['an unknown category', { categoryId: randomUUID() }, ['categoryId']],
    ['a category that is no id', { categoryId: 'tools' }, ['categoryId']],
    ['an empty idempotency key', { idempotencyKey: '' }, ['idempotencyKey']],
    ['an idempotency key of 256 characters', { idempotencyKey: 'x'.repeat(256) }, ['idempotencyKey']],
    ['an idempotency key with NUL', { idempotencyKey: 'a\0' }, ['idempotencyKey']],
  ])('is refused with its place, and nothing is written: %s', async (_what, wrong, path) => {
    const answer = await person.tryToCreate({ name: 'Hammer', idempotencyKey: 'k', ...wrong });
    expect(answer).toEqual({
      __typename: 'ValidationError',
      message: expect.any(String),
      fields: [{ path: ['input', ...path], message: expect.any(String) }],
    });
    expect(await written()).toEqual(NOTHING);
  });

  it('is named in full when there is more of it', async () => {
    const answer = await person.tryToCreate({
      name: '',
      initialStock: -1,
      price: { amount: 'x', currency: 'x' },
    });
    expect(
      answer.__typename === 'ValidationError' && answer.fields.map(({ path }) => path.join('.')),
    ).toEqual(['input.name', 'input.price.currency', 'input.price.amount', 'input.initialStock']);
  });

  it.each([
    { initialStock: 2_147_483_648 },
    { initialStock: 1.5 },
    { initialStock: 'many' },
    { keywords: [null] },
  ])('that is not of its type never reaches a rule: %j', async (wrong) => {
    await expect(person.tryToCreate({ name: 'Hammer', ...wrong })).rejects.toThrow(
      /Variable "\$input" got invalid value/,
    );
    expect(await written()).toEqual(NOTHING);
  });

  it('includes the category of another business', async () => {
    const categoryId = await catalogue.person().createCategory('Tools');
    const answer = await person.tryToCreate({ name: 'Hammer', categoryId });
    expect(answer).toMatchObject({ fields: [{ path: ['input', 'categoryId'] }] });
    expect(await written()).toEqual(NOTHING);
  });

  it('is not even looked at without the permission', async () => {
    const viewer = catalogue.person(['products:read'], person.identity.tenantId);
    const answer = await viewer.ask(
      'mutation { createProduct(input: { name: "x", price: { amount: "1", currency: "USD" } }) { __typename } }',
    );
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(await written()).toEqual(NOTHING);
  });
});
