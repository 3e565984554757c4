import { v7 as uuidv7 } from 'uuid';
import { Client } from 'pg';
import type { Api } from './support/api';
import { newBusiness, newProduct } from './support/api';
import { startTestBodega, type TestBodega } from './support/test-bodega';

let bodega: TestBodega;
let owner: Api;
let productId: string;
let foreignProductId: string;

beforeAll(async () => {
  bodega = await startTestBodega();
  owner = await newBusiness(bodega.url);
  productId = (await newProduct(owner, { sku: 'TAKEN', initialStock: 100 })).id;
  foreignProductId = (await newProduct(await newBusiness(bodega.url), { initialStock: 100 })).id;
}, 60_000);
afterAll(() => bodega?.stop());

/** Rows that a refused request must not add: products, movements of stock, orders. */
async function written(): Promise<string[]> {
  const count = async (name: 'products' | 'inventory' | 'orders', sql: string): Promise<string> => {
    const client = new Client({ connectionString: bodega.databases[name].superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ count: string }>(sql);
    await client.end();
    return `${name} ${rows[0]?.count}`;
  };
  return Promise.all([
    count('products', 'SELECT count(*) FROM product'),
    count('inventory', 'SELECT count(*) FROM stock_movement'),
    count('orders', 'SELECT count(*) FROM orders'),
  ]);
}

const CREATE = `mutation ($input: CreateProductInput!) { result: createProduct(input: $input) { __typename ... on ValidationError { fields { path } } ... on SkuTaken { sku } } }`;
const SELL = `mutation ($input: SellInput!) { result: sell(input: $input) { __typename ... on ValidationError { fields { path } } ... on ProductNotFound { productId } } }`;
const ADJUST = `mutation ($input: AdjustStockInput!) { result: adjustStock(input: $input) { __typename ... on ValidationError { fields { path } } } }`;
const LIST = `query ($first: Int, $after: String, $search: String) { result: products(first: $first, after: $after, filter: { search: $search }) { totalCount } }`;

const valid = { name: 'A product', price: { amount: '1.00', currency: 'USD' }, enrich: false };
const line = (quantity: unknown, id = productId): object => ({ lines: [{ productId: id, quantity }] });

type Answer = { __typename?: string; fields?: { path: string[] }[] } | null;

async function outcome(query: string, variables: object): Promise<string> {
  const { data, errors } = await owner.send<{ result: Answer }>(query, variables);
  if (errors.length > 0) return errors.map(({ extensions }) => String(extensions['code'])).join();
  const result = data?.result;
  const paths = result?.fields?.map(({ path }) => path.join('.')).join();
  return `${result?.__typename ?? 'answered'}${paths === undefined ? '' : ` ${paths}`}`;
}

describe('bad input is refused clearly and writes nothing', () => {
  const create: [string, object, string][] = [
    ['an empty name', { name: '' }, 'ValidationError input.name'],
    ['a name of blanks', { name: '  \t ' }, 'ValidationError input.name'],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, 'ValidationError input.name'],
    ['a NUL character in a name', { name: 'a\0b' }, 'ValidationError input.name'],
    ['a lone surrogate in a name', { name: 'a\ud800b' }, 'ValidationError input.name'],
    ['a NUL character in a description', { description: 'a\0b' }, 'ValidationError input.description'],
    [
      'a description of 5001 characters',
      { description: 'x'.repeat(5001) },
      'ValidationError input.description',
    ],
    ['an empty SKU', { sku: '' }, 'ValidationError input.sku'],
    ['a SKU of 65 characters', { sku: 'x'.repeat(65) }, 'ValidationError input.sku'],
    ['a SKU that is taken', { sku: 'TAKEN' }, 'SkuTaken'],
    [
      'an exponent in a price',
      { price: { amount: '1e3', currency: 'USD' } },
      'ValidationError input.price.amount',
    ],
    ['NaN as a price', { price: { amount: 'NaN', currency: 'USD' } }, 'ValidationError input.price.amount'],
    [
      'more places than the currency has',
      { price: { amount: '1.005', currency: 'USD' } },
      'ValidationError input.price.amount',
    ],
    [
      'a place too many for yen',
      { price: { amount: '1.5', currency: 'JPY' } },
      'ValidationError input.price.amount',
    ],
    ['a negative price', { price: { amount: '-1', currency: 'USD' } }, 'ValidationError input.price.amount'],
    [
      'an unknown currency',
      { price: { amount: '1', currency: 'QQQ' } },
      'ValidationError input.price.currency',
    ],
    [
      'a number where a decimal string belongs',
      { price: { amount: 1.5, currency: 'USD' } },
      'BAD_USER_INPUT',
    ],
    ['negative initial stock', { initialStock: -1 }, 'ValidationError input.initialStock'],
    ['fractional initial stock', { initialStock: 1.5 }, 'BAD_USER_INPUT'],
    ['initial stock beyond 32 bits', { initialStock: 2147483648 }, 'BAD_USER_INPUT'],
    ['initial stock beyond a million', { initialStock: 1_000_001 }, 'ValidationError input.initialStock'],
    ['a negative threshold', { lowStockThreshold: -1 }, 'ValidationError input.lowStockThreshold'],
    ['an unknown category', { categoryId: uuidv7() }, 'ValidationError input.categoryId'],
    ['a category id that is no id', { categoryId: 'x\0' }, 'ValidationError input.categoryId'],
    [
      'an idempotency key of 256 characters',
      { idempotencyKey: 'x'.repeat(256) },
      'ValidationError input.idempotencyKey',
    ],
    ['a field that does not exist', { colour: 'red' }, 'BAD_USER_INPUT'],
  ];
  it.each(create)('createProduct with %s', async (_name, given, expected) => {
    const before = await written();
    expect(await outcome(CREATE, { input: { ...valid, ...given } })).toBe(expected);
    expect(await written()).toEqual(before);
  });

  const sell: [string, () => object, string][] = [
    ['a quantity of 0', () => line(0), 'ValidationError input.lines.0.quantity'],
    ['a quantity of -1', () => line(-1), 'ValidationError input.lines.0.quantity'],
    ['a quantity of 2147483648', () => line(2147483648), 'BAD_USER_INPUT'],
    ['a quantity of 1.5', () => line(1.5), 'BAD_USER_INPUT'],
    ['a quantity above a million', () => line(1_000_001), 'ValidationError input.lines.0.quantity'],
    ['a quantity in words', () => line('one'), 'BAD_USER_INPUT'],
    ['no lines', () => ({ lines: [] }), 'ValidationError input.lines'],
    [
      '101 lines',
      () => ({ lines: Array.from({ length: 101 }, () => ({ productId: uuidv7(), quantity: 1 })) }),
      'ValidationError input.lines',
    ],
    [
      'the same product twice',
      () => ({
        lines: [
          { productId, quantity: 1 },
          { productId, quantity: 2 },
        ],
      }),
      'ValidationError input.lines.1.productId',
    ],
    ['an unknown product', () => line(1, uuidv7()), 'ProductNotFound'],
    ['a product of another business', () => line(1, foreignProductId), 'ProductNotFound'],
    ['an id that is no id', () => line(1, "1' OR 1=1 --"), 'ProductNotFound'],
    ['an id with a NUL character', () => line(1, '\0'), 'ProductNotFound'],
    [
      'a customer name of 201 characters',
      () => ({ ...line(1), customerName: 'x'.repeat(201) }),
      'ValidationError input.customerName',
    ],
  ];
  it.each(sell)('sell with %s', async (_name, input, expected) => {
    const before = await written();
    expect(await outcome(SELL, { input: input() })).toBe(expected);
    expect(await written()).toEqual(before);
  });

  const adjust: [string, () => object, string][] = [
    ['a change of 0', () => ({ productId, delta: 0, reason: 'r' }), 'ValidationError input.delta'],
    [
      'a change that would make the stock negative',
      () => ({ productId, delta: -101, reason: 'r' }),
      'InsufficientStock',
    ],
    ['no reason', () => ({ productId, delta: 1, reason: ' ' }), 'ValidationError input.reason'],
    [
      'a NUL character in the reason',
      () => ({ productId, delta: 1, reason: 'a\0' }),
      'ValidationError input.reason',
    ],
    ['an unknown product', () => ({ productId: uuidv7(), delta: 1, reason: 'r' }), 'ProductNotFound'],
    [
      'a product of another business',
      () => ({ productId: foreignProductId, delta: 1, reason: 'r' }),
      'ProductNotFound',
    ],
    [
      'an unknown location',
      () => ({ productId, delta: 1, reason: 'r', locationId: uuidv7() }),
      'LocationNotFound',
    ],
  ];
  it.each(adjust)('adjustStock with %s', async (_name, input, expected) => {
    const before = await written();
    expect(await outcome(ADJUST, { input: input() })).toBe(expected);
    expect(await written()).toEqual(before);
  });

  const list: [string, object, string][] = [
    ['first: 0', { first: 0 }, 'BAD_USER_INPUT'],
    ['first: -1', { first: -1 }, 'BAD_USER_INPUT'],
    ['first: 101', { first: 101 }, 'BAD_USER_INPUT'],
    ['a cursor that was tampered with', { after: 'WyJhIl0' }, 'BAD_USER_INPUT'],
    ['a NUL character in the search', { search: 'a\0b' }, 'BAD_USER_INPUT'],
  ];
  it.each(list)('products with %s', async (_name, variables, expected) => {
    expect(await outcome(LIST, variables)).toBe(expected);
  });

  it('an unknown id is absent, and a foreign one is exactly as absent', async () => {
    const query = `query ($id: ID!) { product(id: $id) { id } order(id: $id) { id } }`;
    const answers = await Promise.all(
      [uuidv7(), foreignProductId, 'x', '\0', ''].map((id) => owner.send(query, { id })),
    );
    expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual(
      answers.map(() => ({ data: { product: null, order: null }, errors: [] })),
    );
  });

  it('a request that is no GraphQL request has its code, and no stack', async () => {
    const parse = await owner.send('{ products( }');
    const unknown = await owner.send('{ nothing }');
    expect([parse.status, parse.errors[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    expect([unknown.status, unknown.errors[0]?.extensions['code']]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(JSON.stringify([parse.errors, unknown.errors])).not.toMatch(/stack|node_modules|at \w+ \(/);
  });
});
