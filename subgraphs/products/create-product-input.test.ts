import { randomUUID } from 'node:crypto';
import { codesOf, startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

const NOTHING = { products: 0, events: 0, keys: 0 };

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
    expect(await catalogue.written(person)).toEqual(NOTHING);
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
    expect(await catalogue.written(person)).toEqual(NOTHING);
  });

  it('includes the category of another business', async () => {
    const categoryId = await catalogue.person().createCategory('Tools');
    const answer = await person.tryToCreate({ name: 'Hammer', categoryId });
    expect(answer).toMatchObject({ fields: [{ path: ['input', 'categoryId'] }] });
    expect(await catalogue.written(person)).toEqual(NOTHING);
  });

  it('is not even looked at without the permission', async () => {
    const viewer = catalogue.person(['products:read'], person.identity.tenantId);
    const answer = await viewer.ask(
      'mutation { createProduct(input: { name: "x", price: { amount: "1", currency: "USD" } }) { __typename } }',
    );
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(await catalogue.written(person)).toEqual(NOTHING);
  });
});
