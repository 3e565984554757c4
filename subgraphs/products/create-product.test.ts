import { randomUUID } from 'node:crypto';
import { startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => {
  person = catalogue.person();
  catalogue.peers.answer = async () => ({ openStock: true });
  catalogue.peers.requests.length = 0;
});

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
      `SELECT type, version, aggregate_id, payload FROM outbox WHERE tenant_id = $1 AND type <> 'products.audited'`,
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
    const before = await catalogue.written(person);
    expect(await person.tryToCreate({ name: 'Other', sku: 'H-1', idempotencyKey: 'k' })).toEqual({
      __typename: 'SkuTaken',
      message: 'Another product has the SKU "H-1".',
      sku: 'H-1',
      product: { id },
    });
    expect(await catalogue.written(person)).toEqual(before);
  });

  it('goes to one of 20 who want it at once, and the others learn to whom', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => person.tryToCreate({ name: `Hammer ${index}`, sku: 'H-1' })),
    );
    const winners = answers.flatMap((answer) => (answer.__typename === 'Product' ? [answer.id] : []));
    const named = answers.flatMap((answer) => (answer.__typename === 'SkuTaken' ? [answer.product.id] : []));
    expect(winners).toHaveLength(1);
    expect(named).toEqual(Array(19).fill(winners[0]));
    expect(await catalogue.written(person)).toEqual({ products: 1, events: 1, keys: 0 });
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
    expect(await catalogue.written(person)).toEqual({ products: 1, events: 1, keys: 1 });
  });

  it('is refused for another input', async () => {
    await person.create({ ...input, idempotencyKey: 'k' });
    const before = await catalogue.written(person);
    const answer = await person.tryToCreate({ ...input, initialStock: 5, idempotencyKey: 'k' });
    expect(answer.__typename).toBe('IdempotencyConflict');
    expect(await catalogue.written(person)).toEqual(before);
  });

  it('sent 30 times at once creates one product', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => person.create({ ...input, idempotencyKey: 'k' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await catalogue.written(person)).toEqual({ products: 1, events: 1, keys: 1 });
  });

  it('is not used up by a refusal', async () => {
    const refused = await person.tryToCreate({ ...input, categoryId: randomUUID(), idempotencyKey: 'k' });
    expect(refused.__typename).toBe('ValidationError');
    expect(await catalogue.written(person)).toEqual({ products: 0, events: 0, keys: 0 });
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
    expect(await catalogue.written(person)).toEqual({ products: 1, events: 1, keys: 0 });
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
