import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { parse } from 'graphql';
import { Distributed, httpSource, rawServer } from '../../testing/distributed';
import { Door, silent, until } from '../../testing/door';
import { Shop } from '../../testing/shop';

const SELLER = { 'x-api-key': '1:inventory:read' };
const OTHER = { 'x-api-key': '2:inventory:read' };

describe('a subgraph over HTTP', () => {
  let shop: Shop;
  let distributed: Distributed;
  let door: Door;
  beforeEach(async () => {
    shop = new Shop();
    distributed = await Distributed.start(shop);
    door = await Door.open({ sources: distributed.sources }, shop);
  });
  afterEach(async () => {
    await door.close();
    await distributed.stop();
  });

  it('answers as in process, with the identity in a signed token', async () => {
    const { body } = await door.post('{ whoami product(id: 4) { name stock { onHand } } }', {}, SELLER);
    expect(body).toEqual({
      data: {
        whoami: '0197a000-0000-7000-8000-000000000101',
        product: { name: 'Product 4', stock: { onHand: 4 } },
      },
    });
    expect(shop.products.requests[0]?.context.identity).toEqual(shop.inventory.requests[0]?.context.identity);
  });

  it('passes refusals with path and code, and says nothing of the inside', async () => {
    const { body } = await door.post('mutation { rename(id: 1, name: "x") { name } }', {}, SELLER);
    expect(body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['rename'], 'FORBIDDEN'],
    ]);
    const broken = await door.post('{ broken }');
    expect(broken.body.errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(broken.body)).not.toMatch(/secrets|internal:/);
  });

  it('sends an identical query of the same identity once while it runs, and parses it for each', async () => {
    const release = shop.products.hold();
    const answers = Promise.all(
      [SELLER, SELLER, OTHER].map((key) => door.post('{ product(id: 1) { name twin { name } } }', {}, key)),
    );
    await until(() => shop.products.requests.length === 2, 'one request of each identity has arrived');
    // What was sent before this has joined by the time this is answered.
    await door.post('{ lowStock { id } }');
    release();
    expect((await answers).map(({ body }) => body.data)).toEqual(
      Array(3).fill({ product: { name: 'Product 1', twin: { name: 'Product 1' } } }),
    );
    expect(shop.products.requests).toHaveLength(2);
  });

  it('never shares a mutation', async () => {
    const release = shop.products.hold();
    const key = { 'x-api-key': '1:products:write' };
    const answers = Promise.all(
      [1, 2].map(() => door.post('mutation { rename(id: 1, name: "x") { name } }', {}, key)),
    );
    await until(() => shop.products.requests.length === 2, 'both mutations have arrived');
    release();
    expect((await answers).map(({ body }) => body)).toEqual(
      Array(2).fill({ data: { rename: { name: 'x' } } }),
    );
  });

  it('sends equal representations once and gives each its answer', async () => {
    const { body } = await door.post('{ product(id: 5) { stock { onHand } twin { stock { onHand } } } }');
    expect(body).toEqual({ data: { product: { stock: { onHand: 5 }, twin: { stock: { onHand: 5 } } } } });
    shop.inventory.requests.length = 0;
    shop.products.intercept = () =>
      Promise.resolve({
        data: { products: { nodes: [1, 2, 1, 1].map((id) => ({ __typename: 'Product', id: String(id) })) } },
      });
    const list = await door.post('{ products(first: 4) { nodes { id stock { onHand } } } }');
    expect(list.body.data).toEqual({
      products: { nodes: [1, 2, 1, 1].map((id) => ({ id: String(id), stock: { onHand: id } })) },
    });
    expect(shop.inventory.requests.map(({ variables }) => variables)).toEqual([
      {
        representations: [
          { __typename: 'Product', id: '1' },
          { __typename: 'Product', id: '2' },
        ],
      },
    ]);
  });

  it('carries subscriptions, and their refusals', async () => {
    const query = 'subscription { stockAlert { available product { name } } }';
    const results = door.client(SELLER).iterate({ query });
    const first = results.next();
    await until(() => shop.inventory.open.size === 1, 'the stream is open');
    shop.alert(3);
    expect((await first).value).toEqual({
      data: { stockAlert: { available: 7, product: { name: 'Product 3' } } },
    });
    const refused = door.client({ 'x-api-key': '1:' }).iterate({ query }).next();
    await expect(refused).rejects.toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) }),
    ]);
    await results.return?.();
    await until(() => shop.inventory.open.size === 0, 'the stream is closed');
  });

  it('ends a subscription with SERVICE_UNAVAILABLE when the connection to the subgraph is lost', async () => {
    const next = door.client(SELLER).iterate({ query: 'subscription { stockAlert { available } }' }).next();
    await until(() => shop.inventory.open.size === 1, 'the stream is open');
    const lost = expect(next).rejects.toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) }),
    ]);
    await distributed.servers.get('inventory')?.stop();
    await lost;
  });
});

describe('a subgraph that gives no usable answer', () => {
  const cases: [string, RequestListener][] = [
    [
      'answers HTML',
      (_request, response) =>
        void response.setHeader('content-type', 'text/html').end('<h1>Bad gateway</h1>'),
    ],
    ['answers half a JSON', (_request, response) => json(response).end('{"data": {"lowStock": [')],
    ['answers another shape', (_request, response) => json(response).end('{"data": [1, 2, 3]}')],
    ['answers neither data nor errors', (_request, response) => json(response).end('{}')],
    [
      'answers 500',
      (_request, response) => json(response, 500).end('{"errors": [{"message": "db.internal is down"}]}'),
    ],
    [
      'refuses the gateway',
      (_request, response) => json(response, 401).end('{"errors": [{"message": "no"}]}'),
    ],
    ['resets the connection', (request) => void request.socket.destroy()],
    ['breaks off', (request, response) => json(response).write('{"data"', () => request.socket.destroy())],
    ['answers fifty megabytes', (_request, response) => fiftyMegabytes(json(response))],
  ];
  it.each(cases)('that %s costs its own fields only', async (_what, answer) => {
    const raw = await rawServer(answer);
    const shop = new Shop();
    const door = await Door.open(
      {
        sources: (address) =>
          address.name === 'inventory' ? httpSource('inventory', raw.port) : shop.sources(address),
      },
      shop,
    );
    const { body } = await door.post('{ lowStock { id } product(id: 1) { name stock { onHand } } }');
    expect(body.data).toEqual({ lowStock: null, product: { name: 'Product 1', stock: null } });
    expect(body.errors?.map(({ path, message, extensions }) => [path, message, extensions['code']])).toEqual(
      [['lowStock'], ['product', 'stock']].map((path) => [
        path,
        'The inventory service cannot be reached at the moment. Try again shortly.',
        'SERVICE_UNAVAILABLE',
      ]),
    );
    await door.close();
    await raw.stop();
  });

  it('is given up at the deadline, and the request with it when the client goes away', async () => {
    const arrived: ServerResponse[] = [];
    const raw = await rawServer((_request, response) => void arrived.push(response));
    const source = httpSource('inventory', raw.port);
    const door = await Door.open({ sources: () => source });
    const controller = new AbortController();
    const answer = fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ lowStock { id } }' }),
      signal: controller.signal,
    });
    await until(() => arrived.length === 1, 'the subgraph was asked');
    const gone = once(arrived[0] as ServerResponse, 'close');
    controller.abort();
    await expect(answer).rejects.toThrow('abort');
    await gone;

    const request = {
      kind: 'query' as const,
      text: '{ lowStock { id } }',
      document: parse('{ lowStock { id } }'),
      operationName: undefined,
      variables: {},
    };
    const context = { identity: null, traceId: '0'.repeat(32), clientAddress: null, log: silent };
    await expect(source.fetch(request, { ...context, deadline: Date.now() + 50 })).rejects.toThrow(
      'did not answer within',
    );
    await door.close();
    await raw.stop();
  });
});

function json(response: ServerResponse, status = 200): ServerResponse {
  response.statusCode = status;
  return response.setHeader('content-type', 'application/json');
}

function fiftyMegabytes(response: ServerResponse): void {
  response.on('error', () => undefined);
  response.end(Buffer.alloc(50 * 1024 * 1024, ' '));
}
