import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { Door, until } from '../testing/door';

const SELLER = { 'x-api-key': '1:inventory:read' };
const ALERTS = 'subscription { stockAlert { level available product { name price stock { onHand } } } }';

/** The reason with which the operation ended, as graphql-ws hands it over. */
async function failure(results: AsyncIterableIterator<unknown>): Promise<unknown> {
  try {
    for await (const result of results) if (result === undefined) break;
    return undefined;
  } catch (error) {
    return error;
  }
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}

describe('the gateway over WebSocket', () => {
  let door: Door;
  beforeEach(async () => {
    door = await Door.open();
  });
  afterEach(() => door.close());
  const subscribed = (count = 1) =>
    until(() => door.shop.inventory.open.size === count, `${count} streams are open`);

  it('completes each event from the other subgraph, in order', async () => {
    const results = door.client(SELLER).iterate({ query: ALERTS });
    const first = results.next();
    await subscribed();
    door.shop.alert(1);
    door.shop.alert(2);
    expect((await first).value).toEqual({
      data: {
        stockAlert: {
          level: 'LOW',
          available: 9,
          product: { name: 'Product 1', price: 100, stock: { onHand: 1 } },
        },
      },
    });
    expect((await results.next()).value).toEqual({
      data: {
        stockAlert: {
          level: 'LOW',
          available: 8,
          product: { name: 'Product 2', price: 200, stock: { onHand: 2 } },
        },
      },
    });
    await results.return?.();
    await subscribed(0);
  });

  it('answers queries and mutations as over HTTP', async () => {
    const client = door.client({ 'X-API-Key': '1:products:write' });
    const { value } = await client
      .iterate({
        query: 'mutation { rename(id: 3, name: "new") { name stock { onHand } } broken: __typename }',
      })
      .next();
    expect(value).toEqual({ data: { rename: { name: 'new', stock: { onHand: 3 } }, broken: 'Mutation' } });
    const partial = await client.iterate({ query: '{ broken product(id: 1) { name } }' }).next();
    expect(partial.value).toEqual({
      data: { broken: null, product: { name: 'Product 1' } },
      errors: [
        {
          message: 'Something went wrong on our side.',
          path: ['broken'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: expect.any(String) },
        },
      ],
    });
  });

  it.each([
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED'],
    [
      'too deep a document',
      `{ product(id: 1) { ${'twin { '.repeat(11)} id ${'}'.repeat(12)} }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'too costly an operation',
      '{ products(first: 9000) { nodes { stock { onHand } } } }',
      'QUERY_TOO_COMPLEX',
    ],
    ['two root fields', 'subscription { never stockChanged { onHand } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a missing variable',
      'subscription($after: String!) { stockAlert(after: $after) { id } }',
      'BAD_USER_INPUT',
    ],
    ['a refusal by the subgraph', ALERTS, 'FORBIDDEN'],
  ])('ends an operation with one clear error for %s, and the socket lives on', async (_what, query, code) => {
    const client = door.client({ 'x-api-key': '1:' });
    const error = await failure(client.iterate({ query }));
    expect(error).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code, traceId: expect.any(String) }) }),
    ]);
    expect((await client.iterate({ query: '{ product(id: 1) { name } }' }).next()).value).toEqual({
      data: { product: { name: 'Product 1' } },
    });
    expect(door.shop.inventory.open.size).toBe(0);
  });

  it('shares one stream and one hydration among subscribers who may see the same, and never across businesses', async () => {
    const sellers = [1, 2, 3].map((user) =>
      door.client({ 'x-api-key': `${user}:inventory:read` }).iterate({ query: ALERTS }),
    );
    const foreign = door.client({ 'x-api-key': '50:inventory:read' }).iterate({ query: ALERTS });
    const all = [...sellers, foreign].map((results) => results.next());
    await subscribed(2);
    await until(() => door.shop.inventory.requests.length === 2, 'both subscriptions have arrived');
    // The other sellers have joined when a query that their sockets sent later is answered.
    for (const client of door.clients) await client.iterate({ query: '{ __typename }' }).next();
    door.shop.products.requests.length = 0;
    door.shop.alert(1);
    const received = await Promise.all(all);
    expect(received.map(({ value }) => value.data.stockAlert.product.name)).toEqual(
      Array(4).fill('Product 1'),
    );
    expect(door.shop.products.requests.map(({ context }) => context.identity?.tenantId).sort()).toEqual([
      '0197a000-0000-7000-8000-000000000001',
      '0197a000-0000-7000-8000-000000000002',
    ]);
    await Promise.all([...sellers, foreign].map(async (results) => results.return?.()));
    await subscribed(0);
  });

  it('ends subscriptions of a replaced schema with SUBSCRIPTION_SCHEMA_RELOAD and serves the new one', async () => {
    const ended = failure(door.client(SELLER).iterate({ query: ALERTS }));
    await subscribed();
    expect(door.gateway.reload('type Query { broken: Unknown }')).toMatchObject({ loaded: false });
    expect(door.gateway.reload(`${door.shop.supergraphSdl}\n# again`)).toEqual({ loaded: true });
    expect(await ended).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'SUBSCRIPTION_SCHEMA_RELOAD' }),
      }),
    ]);
    await subscribed(0);
    expect((await door.post('{ product(id: 1) { name } }')).body).toEqual({
      data: { product: { name: 'Product 1' } },
    });
  });

  it('closes with the codes of the protocol', async () => {
    const refused = await door.socket({}, []);
    expect(await closeCode(refused)).toBe(4406);

    const nonsense = await door.socket();
    nonsense.send('nonsense');
    expect(await closeCode(nonsense)).toBe(4400);

    const early = await door.socket();
    early.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } }));
    expect(await closeCode(early)).toBe(4401);

    const forbidden = await door.socket();
    forbidden.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer a.b.c' } }));
    expect(await closeCode(forbidden)).toBe(4403);

    const twice = await door.socket();
    twice.send('{"type":"connection_init"}');
    twice.send('{"type":"connection_init"}');
    expect(await closeCode(twice)).toBe(4429);

    const same = await door.socket();
    same.send(JSON.stringify({ type: 'connection_init', payload: SELLER }));
    await once(same, 'message');
    const operation = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: ALERTS } });
    same.send(operation);
    same.send(operation);
    expect(await closeCode(same)).toBe(4409);

    const large = await door.socket();
    large.send(JSON.stringify({ type: 'ping', payload: { filler: 'x'.repeat(70_000) } }));
    expect(await closeCode(large)).toBe(1009);

    const silent = await door.socket();
    expect(await closeCode(silent)).toBe(4408);
    await subscribed(0);
  });

  it('refuses pages of foreign origins, and lets those of its own host in', async () => {
    await expect(door.socket({ origin: 'https://evil.example' })).rejects.toThrow('403');
    const own = await door.socket({ origin: door.url });
    own.close();
  });

  it('closes with 4403 when the credentials are revoked while the socket is open', async () => {
    const socket = await door.socket();
    socket.send(JSON.stringify({ type: 'connection_init', payload: SELLER }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: ALERTS } }));
    await subscribed();
    door.revoked.push('apikey:key-1');
    expect(await closeCode(socket)).toBe(4403);
    await subscribed(0);
  });

  it('closes sockets with 1001 when it stops', async () => {
    const socket = await door.socket();
    const code = closeCode(socket);
    await door.gateway.stop();
    expect(await code).toBe(1001);
  });
});
