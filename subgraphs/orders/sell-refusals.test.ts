import { randomUUID } from 'node:crypto';
import { answerOf, BUYER, codesOf, openShop, person, SELL, type Process, type Shop } from './orders.fixture';

let shop: Shop;
let orders: Process;
beforeAll(async () => {
  shop = await openShop();
  orders = await shop.start();
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

const sale = (input: Record<string, unknown>) => ({ input });
const rowsOf = (tenantId: string) => shop.sql('SELECT * FROM orders WHERE tenant_id = $1', [tenantId]);

describe('sell refuses, and writes nothing', () => {
  const seller = person();
  const { tenantId } = seller.identity;
  const foreign = () => shop.peers.product(randomUUID()).id;
  const product = () => shop.peers.product(tenantId);
  const one = (productId: string) => [{ productId, quantity: 1 }];

  afterEach(async () => {
    expect(await rowsOf(tenantId)).toEqual([]);
    expect(await shop.sql('SELECT * FROM idempotency_key WHERE tenant_id = $1', [tenantId])).toEqual([]);
    expect(await shop.sql('SELECT * FROM outbox WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });

  const refusal = async (input: Record<string, unknown>) =>
    answerOf(await orders.ask(seller, SELL, sale({ idempotencyKey: randomUUID(), ...input })));
  const fieldsOf = async (input: Record<string, unknown>) => {
    const answer = await refusal(input);
    expect(answer['__typename']).toBe('ValidationError');
    return answer['fields'];
  };

  it('an unknown, a foreign and an impossible product alike', async () => {
    for (const productId of [randomUUID(), foreign(), 'nonsense', '', 'a\0b', '\ud800']) {
      const answer = await refusal({ lines: one(productId) });
      expect(answer).toMatchObject({ __typename: 'ProductNotFound', message: 'There is no such product.' });
    }
    const answer = await refusal({ lines: [...one(product().id), ...one(randomUUID())] });
    expect(answer['__typename']).toBe('ProductNotFound');
  });

  it('an archived product, at its line', async () => {
    const archived = shop.peers.product(tenantId, 5, { name: 'Lamp', status: 'ARCHIVED' });
    expect(await fieldsOf({ lines: [...one(product().id), ...one(archived.id)] })).toEqual([
      {
        path: ['input', 'lines', '1', 'productId'],
        message: '"Lamp" is archived and can no longer be sold.',
      },
    ]);
  });

  it('products of two currencies', async () => {
    const euro = shop.peers.product(tenantId, 5, { name: 'Lamp', currency: 'EUR' });
    expect(await fieldsOf({ lines: [...one(product().id), ...one(euro.id)] })).toEqual([
      {
        path: ['input', 'lines', '1', 'productId'],
        message: '"Lamp" is priced in EUR, the first line in USD.',
      },
    ]);
  });

  it('no lines, too many lines, and two of one product', async () => {
    expect(await fieldsOf({ lines: [] })).toEqual([
      { path: ['input', 'lines'], message: 'An order needs at least one line.' },
    ]);
    const many = Array.from({ length: 101 }, () => ({ productId: randomUUID(), quantity: 1 }));
    expect(await fieldsOf({ lines: many })).toEqual([
      { path: ['input', 'lines'], message: 'An order has at most 100 lines.' },
    ]);
    const { id } = product();
    expect(await fieldsOf({ lines: [...one(id), ...one(id.toUpperCase())] })).toEqual([
      {
        path: ['input', 'lines', '1', 'productId'],
        message: 'The product stands in an earlier line already: add the quantities up.',
      },
    ]);
  });

  it.each([
    [0, 'Quantity must be at least 1.'],
    [-1, 'Quantity must be at least 1.'],
    [1_000_001, 'Quantity must be at most 1,000,000.'],
    [2_147_483_647, 'Quantity must be at most 1,000,000.'],
  ])('a quantity of %d', async (quantity, message) => {
    const lines = [{ productId: product().id, quantity }];
    expect(await fieldsOf({ lines })).toEqual([{ path: ['input', 'lines', '0', 'quantity'], message }]);
  });

  it.each([1.5, 2_147_483_648])('a quantity of %d, which is no Int', async (quantity) => {
    const lines = [{ productId: product().id, quantity }];
    expect(codesOf(await orders.ask(seller, SELL, sale({ lines })))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['that is empty', '', 'Customer name must not be empty.'],
    ['of 201 characters', 'x'.repeat(201), 'Customer name must have at most 200 characters.'],
    ['with a NUL', 'a\0b', 'Customer name contains characters that cannot be stored.'],
    ['with half a surrogate pair', '\udc00', 'Customer name contains characters that cannot be stored.'],
  ])('a customer name %s', async (_what, customerName, message) => {
    expect(await fieldsOf({ lines: one(product().id), customerName })).toEqual([
      { path: ['input', 'customerName'], message },
    ]);
  });

  it.each([
    ['that is empty', ''],
    ['of 256 characters', 'x'.repeat(256)],
    ['with a NUL', 'a\0b'],
    ['with half a surrogate pair', '\ud800'],
  ])('an idempotency key %s', async (_what, idempotencyKey) => {
    expect(await fieldsOf({ lines: one(product().id), idempotencyKey })).toMatchObject([
      { path: ['input', 'idempotencyKey'] },
    ]);
  });

  it('whoever may not sell', async () => {
    const lines = one(product().id);
    const buyer = person(BUYER, tenantId);
    expect(codesOf(await orders.ask(buyer, SELL, sale({ lines })))).toEqual(['FORBIDDEN']);
  });
});
