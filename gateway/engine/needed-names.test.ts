import { Door, until } from '../testing/door';

const SELLER = { 'x-api-key': '1:inventory:read' };

const refusal = (field: string, name: string) => ({
  message: `"${field}": the name \`${name}\` is needed by the gateway here; choose another alias.`,
  extensions: { code: 'BAD_USER_INPUT', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
});

describe('a name that the plan needs for itself', () => {
  let door: Door;
  beforeAll(async () => {
    door = await Door.open();
  });
  afterAll(() => door.close());
  beforeEach(() => {
    door.shop.products.requests.length = 0;
    door.shop.inventory.requests.length = 0;
  });
  const asked = () => door.shop.products.requests.length + door.shop.inventory.requests.length;

  const taken: [query: string, field: string, name: string][] = [
    ['{ product(id: "1") { id: name stock { onHand } } }', 'id: name', 'id'],
    [
      '{ product(id: "1") { stock { onHand } } product(id: "1") { ...Part } } fragment Part on Product { ... { id: price } }',
      'id: price',
      'id',
    ],
    ['{ products { nodes { twin { id: name stock { onHand } } } } }', 'id: name', 'id'],
    [
      '{ found(id: "1") { ... on Product { id: name stock { onHand } } ... on Missing { __typename } } }',
      'id: name',
      'id',
    ],
    ['{ lowStock { id: name } }', 'id: name', 'id'],
    [
      'query($stock: Boolean = false) { product(id: "1") { id: name stock @include(if: $stock) { onHand } } }',
      'id: name',
      'id',
    ],
    ['{ product(id: "1") { __typename: name } }', '__typename: name', '__typename'],
  ];

  it.each(taken)('is refused to other fields over HTTP: %s', async (query, field, name) => {
    const { status, body } = await door.post(query);
    expect({ status, body }).toEqual({ status: 400, body: { errors: [refusal(field, name)] } });
    expect(asked()).toBe(0);
  });

  it.each([
    ...taken,
    ['subscription { stockAlert { level product { id: name } } }', 'id: name', 'id'] as const,
  ])('is refused to other fields over WebSocket: %s', async (query, field, name) => {
    const results = door.client(SELLER).iterate({ query });
    await expect(results.next()).rejects.toEqual([refusal(field, name)]);
    expect([asked(), door.shop.inventory.open.size]).toEqual([0, 0]);
  });

  it.each([
    ['{ product(id: "1") { id: name } }', { product: { id: 'Product 1' } }],
    [
      '{ product(id: "1") { id name: price stock { id: onHand } } }',
      { product: { id: '1', name: 100, stock: { id: 1 } } },
    ],
    ['{ product(id: "1") { id: id stock { onHand } } }', { product: { id: '1', stock: { onHand: 1 } } }],
    ['{ id: product(id: "1") { stock { onHand } } }', { id: { stock: { onHand: 1 } } }],
    [
      '{ a: product(id: "1") { id: name } b: product(id: "1") { stock { onHand } } }',
      { a: { id: 'Product 1' }, b: { stock: { onHand: 1 } } },
    ],
    [
      '{ found(id: "999") { ... on Product { stock { onHand } } ... on Missing { id: __typename } } }',
      { found: { id: 'Missing' } },
    ],
  ])('is free where the plan has no need of it: %s', async (query, data) => {
    const { status, body } = await door.post(query);
    expect({ status, body }).toEqual({ status: 200, body: { data } });
  });

  it('is free in an event that needs no other subgraph', async () => {
    const results = door.client(SELLER).iterate({
      query: 'subscription { stockAlert { level product { id: warehouse } } }',
    });
    const first = results.next();
    await until(() => door.shop.inventory.open.size === 1, 'the stream is open');
    door.shop.alert(1);
    expect((await first).value).toEqual({
      data: { stockAlert: { level: 'LOW', product: { id: 'W1' } } },
    });
    await results.return?.();
  });
});
