import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import pino from 'pino';
import WebSocket from 'ws';
import { dropOldest, PushStream } from '../async/push-stream';
import type { RequestContext } from '../context';
import type { Identity } from '../identity/identity';
import { InternalTokens } from '../identity/internal-token';
import { serveSubgraph, type SubgraphServer } from './subgraph-server';
import type { Subgraph } from './subgraph';
import { wireHeaders } from './wire';

const tokens = new InternalTokens('a secret of this deployment, long enough');
const log = pino({ level: 'silent' });
const identity: Identity = {
  tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
  userId: '01890a5d-ac96-774b-bcce-b302099a8058',
  role: 'OWNER',
  scopes: ['products:read'],
};
const caller: RequestContext = {
  identity,
  traceId: 'ab'.repeat(16),
  clientAddress: '192.0.2.7',
  userAgent: 'a-till/1.0',
  deadline: Date.now() + 60_000,
  log,
};

let seen: RequestContext[];
let opened: PushStream<ExecutionResult>;
/** What opening a subscription fails with. */
let trouble: Error | undefined;
let server: SubgraphServer;
let url: string;

function testSubgraph(): Subgraph {
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse('type Query { hello(name: String): String } type Subscription { ticks: Int }'),
      resolvers: { Query: { hello: (_: unknown, { name }: { name?: string }) => `hello ${name ?? 'you'}` } },
    },
  ]);
  return {
    name: 'products',
    schema,
    async execute({ document, variables }, context) {
      seen.push(context);
      return execute({ schema, document, variableValues: variables });
    },
    async subscribe(_request, context) {
      seen.push(context);
      if (trouble) throw trouble;
      return opened;
    },
    health: async () => ({ database: 'up' }),
    stop: async () => undefined,
  };
}

beforeEach(async () => {
  seen = [];
  trouble = undefined;
  opened = new PushStream({ capacity: 8, onOverflow: dropOldest });
  server = await serveSubgraph({ subgraph: testSubgraph(), tokens, log, host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${server.port}`;
});
afterEach(() => server.stop());

async function post(
  body: unknown,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('a subgraph on the network', () => {
  it('executes for whoever brings an internal token, with the context that came with it', async () => {
    const answer = await post(
      { query: 'query ($name: String) { hello(name: $name) }', variables: { name: 'shop' } },
      wireHeaders(caller, 'products', tokens),
    );
    expect(answer).toEqual({ status: 200, body: { data: { hello: 'hello shop' } } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      identity,
      traceId: caller.traceId,
      clientAddress: '192.0.2.7',
      userAgent: 'a-till/1.0',
    });
    expect(seen[0]?.deadline).toBeLessThanOrEqual(Date.now() + 10_000);
  });

  it.each([
    ['no token', {}],
    ['a token for another subgraph', { authorization: `Bearer ${tokens.mint(identity, 'orders')}` }],
    [
      'a token by another secret',
      { authorization: `Bearer ${new InternalTokens('x'.repeat(32)).mint(identity, 'products')}` },
    ],
    [
      'identity headers from outside',
      { 'x-user-id': identity.userId, 'x-tenant-id': identity.tenantId, 'x-forwarded-user': 'admin' },
    ],
  ])('answers 401 to %s, whatever is asked', async (_name, headers) => {
    for (const query of [
      '{ hello }',
      '{ _service { sdl } }',
      '{ __schema { queryType { name } } }',
      'not graphql',
    ]) {
      const { status, body } = await post({ query }, headers);
      expect([query, status, body]).toEqual([
        query,
        401,
        expect.objectContaining({
          errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })],
        }),
      ]);
    }
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect(seen).toEqual([]);
  });

  it('refuses what is no GraphQL request, or too large, and goes on', async () => {
    const headers = wireHeaders(caller, 'products', tokens);
    expect((await post('{"query":', headers)).status).toBe(400);
    expect((await post([{ query: '{ hello }' }], headers)).status).toBe(400);
    expect((await post({ query: `{ hello(name: "${'x'.repeat(5_000_000)}") }` }, headers)).status).toBe(413);
    expect((await post({ query: '{ nothing }' }, headers)).body).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect((await post({ query: '{ hello }' }, headers)).status).toBe(200);
  });

  it('tells its health to anybody', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'up' });
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
      status: 'up',
      dependencies: { database: 'up' },
    });
  });

  it('opens subscriptions, each with its own context; a refused one leaves the socket open', async () => {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const refused = client.iterate({ query: 'subscription { ticks }' });
    expect((await refused.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const events = client.iterate({
      query: 'subscription { ticks }',
      extensions: wireHeaders(caller, 'products', tokens),
    });
    opened.push({ data: { ticks: 1 } });
    expect((await events.next()).value).toEqual({ data: { ticks: 1 } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ identity, traceId: caller.traceId });
    await events.return?.();
    await client.dispose();
  });

  it('does not take its own failure to open a subscription for a caller without a token', async () => {
    trouble = new Error('connect ECONNREFUSED 10.0.0.7:5432');
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const events = client.iterate({
      query: 'subscription { ticks }',
      extensions: wireHeaders(caller, 'products', tokens),
    });
    expect((await events.next()).value).toEqual({
      errors: [
        {
          message: 'The subscription could not be opened.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    await client.dispose();
  });

  it('stops with requests finished and sockets closed', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await server.stop();
    expect(await closed).toBe(1001);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});
