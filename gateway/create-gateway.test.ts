import { Door } from './testing/door';

const KEY = { 'x-api-key': '1:products:write,inventory:read' };

describe('the gateway over HTTP', () => {
  let door: Door;
  beforeAll(async () => {
    door = await Door.open();
  });
  afterAll(() => door.close());
  beforeEach(() => {
    door.shop.products.requests.length = 0;
    door.shop.inventory.requests.length = 0;
    door.shop.inventory.intercept = undefined;
  });

  it('joins fields of two subgraphs in one answer, asking each once', async () => {
    const { status, body } = await door.post(
      '{ products(first: 2) { totalCount nodes { id name stock { onHand level } } } }',
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        products: {
          totalCount: 900,
          nodes: [
            { id: '1', name: 'Product 1', stock: { onHand: 1, level: 'LOW' } },
            { id: '2', name: 'Product 2', stock: { onHand: 2, level: 'LOW' } },
          ],
        },
      },
    });
    expect([door.shop.products.requests.length, door.shop.inventory.requests.length]).toEqual([1, 1]);
  });

  it('costs a subgraph that fails its own fields only, each null with its error', async () => {
    door.shop.inventory.intercept = () => Promise.reject(new Error('connect ECONNREFUSED db.internal'));
    const { status, body } = await door.post(
      '{ product(id: 7) { name stock { onHand } } lowStock { name } }',
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ product: { name: 'Product 7', stock: null }, lowStock: null });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual(
      expect.arrayContaining([
        [['product', 'stock'], 'SERVICE_UNAVAILABLE'],
        [['lowStock'], 'SERVICE_UNAVAILABLE'],
      ]),
    );
    expect(body.errors).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('db.internal');
  });

  it('passes a refusal of a subgraph with its path and code, and the rest of the answer', async () => {
    const { body } = await door.post(
      'mutation { rename(id: 1, name: "x") { name } }',
      {},
      { 'x-api-key': '2:inventory:read' },
    );
    expect(body.data).toEqual({ rename: null });
    expect(body.errors).toEqual([
      {
        message: 'Your role or API key does not allow this.',
        path: ['rename'],
        extensions: { code: 'FORBIDDEN', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
  });

  it('masks what is not for clients', async () => {
    const { body } = await door.post('{ broken product(id: 1) { name } }');
    expect(body.data).toEqual({ broken: null, product: { name: 'Product 1' } });
    expect(body.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: expect.any(String) },
      },
    ]);
  });

  it('tells of a null where the schema allows none', async () => {
    const { body } = await door.post('{ product(id: 13) { name warehouse } }');
    expect(body.data).toEqual({ product: null });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['product', 'warehouse'], 'INTERNAL_SERVER_ERROR'],
    ]);
  });

  it('lets anonymous requests through and refuses credentials that are not valid', async () => {
    expect((await door.post('{ whoami }')).body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await door.post('{ whoami }', {}, KEY)).body).toEqual({
      data: { whoami: '0197a000-0000-7000-8000-000000000101' },
    });
    const bad: Record<string, string>[] = [
      { 'x-api-key': 'nonsense' },
      { authorization: 'Bearer a.b.c' },
      { authorization: 'Basic Zm9v' },
    ];
    for (const headers of bad) {
      door.shop.products.requests.length = 0;
      const { status, body } = await door.post('{ whoami }', {}, headers);
      expect([status, body.errors?.[0]?.extensions['code'], body.data]).toEqual([
        401,
        'UNAUTHENTICATED',
        undefined,
      ]);
      expect(door.shop.products.requests).toHaveLength(0);
    }
  });

  it('keeps the trace id of the client', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { body } = await door.post('{ nothing }', {}, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', traceId });
  });

  it.each([
    ['a syntax error', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ secret }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no query', { variables: {} }, 400, 'BAD_USER_INPUT'],
    ['a body that is not JSON', '{"query":', 400, 'BAD_USER_INPUT'],
    ['a body that is too large', { query: `{ __typename } #${'x'.repeat(110_000)}` }, 413, 'BAD_USER_INPUT'],
    ['a batch', [{ query: '{ __typename }' }], 400, 'BAD_USER_INPUT'],
    [
      'an unknown operation name',
      { query: 'query A { __typename }', operationName: 'B' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a variable of the wrong type',
      { query: 'query($n: Int) { products(first: $n) { totalCount } }', variables: { n: 'x' } },
      400,
      'BAD_USER_INPUT',
    ],
    ['a subscription', { query: 'subscription { never }' }, 400, 'BAD_USER_INPUT'],
    [
      'too deep a document',
      { query: `{ product(id: 1) { ${'twin { '.repeat(11)} id ${'}'.repeat(12)} }` },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'too many aliases',
      { query: `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: __typename`).join(' ')} }` },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'too many directives',
      { query: `{ ${'... @include(if: true) { __typename } '.repeat(6)} }` },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    ['too many tokens', { query: `{ ${'__typename '.repeat(1_000)} }` }, 400, 'QUERY_TOO_COMPLEX'],
    [
      'too costly an operation',
      {
        query: 'query($n: Int) { products(first: $n) { nodes { stock { onHand } } } }',
        variables: { n: 6_000 },
      },
      400,
      'QUERY_TOO_COMPLEX',
    ],
  ])('refuses %s before any subgraph is called', async (_what, sent, status, code) => {
    const answer = await door.send(sent, KEY);
    expect([answer.status, answer.body.errors?.[0]?.extensions['code'], answer.body.data]).toEqual([
      status,
      code,
      undefined,
    ]);
    expect(answer.body.errors?.[0]?.extensions['traceId']).toMatch(/^[0-9a-f]{32}$/);
    expect(door.shop.products.requests.length + door.shop.inventory.requests.length).toBe(0);
  });

  it('answers queries by GET with the preflight header, refuses them without, and never mutates by GET', async () => {
    const get = (query: string, headers: Record<string, string>) =>
      fetch(`${door.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { ...KEY, ...headers } });
    const preflight = { 'apollo-require-preflight': '1' };
    const query = await get('{ product(id: 1) { name } }', preflight);
    expect([query.status, await query.json()]).toEqual([200, { data: { product: { name: 'Product 1' } } }]);
    door.shop.products.requests.length = 0;
    expect((await get('{ product(id: 1) { name } }', {})).status).toBe(400);
    expect((await get('mutation { rename(id: 1, name: "x") { name } }', preflight)).status).toBe(405);
    expect(door.shop.products.requests).toHaveLength(0);
  });

  it('offers health, metrics, keys and pages, and JSON for what does not exist', async () => {
    const get = async (path: string, accept = 'application/json') => {
      const response = await fetch(`${door.url}${path}`, { headers: { accept }, redirect: 'manual' });
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        text: await response.text(),
        headers: response.headers,
      };
    };
    expect(JSON.parse((await get('/health/live')).text)).toEqual({ status: 'up' });
    expect(JSON.parse((await get('/health/ready')).text)).toEqual({
      status: 'up',
      dependencies: {
        inventory: 'up',
        'inventory.database': 'up',
        products: 'up',
        'products.database': 'up',
      },
    });
    expect((await get('/metrics')).text).toContain(
      'bodega_graphql_requests_total{transport="http",operation="query",outcome="ok"}',
    );
    expect(JSON.parse((await get('/.well-known/jwks.json')).text)).toEqual({ keys: [] });
    const sandbox = await get('/graphql', 'text/html');
    expect(sandbox.text).toContain(
      `"initialSubscriptionEndpoint":"${door.url.replace('http', 'ws')}/graphql"`,
    );
    const altair = await get('/altair/', 'text/html');
    expect(altair.text).toContain(`subscriptionsEndpoint: \`${door.url.replace('http', 'ws')}/graphql\``);
    const script = /src="([^"]*main[^"]*\.js)"/.exec(altair.text)?.[1] ?? '';
    expect((await get(`/altair/${script}`)).status).toBe(200);
    expect((await get('/', 'text/html')).headers.get('location')).toBe('/graphql');
    const missing = await get('/nowhere');
    expect([missing.status, JSON.parse(missing.text).status]).toEqual([404, 404]);
  });
});
