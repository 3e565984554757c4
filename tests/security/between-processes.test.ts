import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Door, silent, TENANT } from '../../gateway/testing/door';
import { InProcessBus } from '../../platform/events/in-process-bus';
import type { Identity } from '../../platform/identity/identity';
import { InternalTokens } from '../../platform/identity/internal-token';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph/subgraph';
import { serveSubgraph, type SubgraphServer } from '../../platform/subgraph/subgraph-server';
import { Cleanup } from '../../processes/cleanup';
import { startSubgraph } from '../../processes/start-subgraph';
import { createTestDatabase } from '../support/test-database';
import { TRANSPORTS } from './support/transports';

const SECRET = 'a secret of this deployment, long enough';
const tokens = new InternalTokens(SECRET);
const owner: Identity = {
  tenantId: TENANT,
  userId: '0197a000-0000-7000-8000-000000000101',
  role: 'OWNER',
  scopes: ['products:read', 'inventory:read', 'orders:read', 'users:read', 'internal'],
};
/** Made so many seconds ago. */
const aged = (seconds: number): InternalTokens =>
  new InternalTokens(SECRET, () => Date.now() - seconds * 1000);

const cleanup = new Cleanup();
let servers: Map<SubgraphName, SubgraphServer>;

beforeAll(async () => {
  const bus = new InProcessBus();
  cleanup.add(() => bus.close());
  const started = SUBGRAPHS.map(async (name) => {
    const database = await createTestDatabase(name);
    cleanup.add(() => database.drop());
    const subgraph = await startSubgraph(name, {
      addresses: { service: database.serviceUrl, owner: database.ownerUrl },
      bus,
      local: new Map(),
      remote: new Map(),
      tokens,
      environment: {},
      log: silent,
      cleanup,
    });
    const server = await serveSubgraph({ subgraph, tokens, log: silent, host: '127.0.0.1', port: 0 });
    cleanup.add(() => server.stop());
    return [name, server] as const;
  });
  servers = new Map(await Promise.all(started));
}, 60_000);
afterAll(() => cleanup.run(silent));

const urlOf = (name: SubgraphName): string => `http://127.0.0.1:${servers.get(name)?.port}`;

const QUESTIONS: [what: string, body: string][] = [
  ['its schema', JSON.stringify({ query: '{ _service { sdl } }' })],
  [
    'entities',
    JSON.stringify({
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      variables: { r: [{ __typename: 'Product', id: TENANT }] },
    }),
  ],
  ['introspection', JSON.stringify({ query: '{ __schema { queryType { name } } }' })],
  ['its name', JSON.stringify({ query: '{ __typename }' })],
  ['what does not exist', JSON.stringify({ query: '{ nothing }' })],
  ['what is no GraphQL', '{"query":"{"}'],
  ['what is no JSON', '{'],
  ['nothing', ''],
];

const IDENTITY_HEADERS: Record<string, string> = {
  'x-tenant-id': owner.tenantId,
  'x-user-id': owner.userId,
  'x-role': 'OWNER',
  'x-scopes': 'internal',
  'x-forwarded-user': owner.userId,
  'x-bodega-identity': JSON.stringify(owner),
  'x-bodega-client-address': '127.0.0.1',
  'x-internal': '1',
};

const credentials: [what: string, headers: (name: SubgraphName) => Record<string, string>][] = [
  ['nothing', () => ({})],
  ['headers that name an identity', () => IDENTITY_HEADERS],
  [
    'the token of another subgraph',
    (name) => ({ authorization: `Bearer ${tokens.mint(owner, name === 'auth' ? 'orders' : 'auth')}` }),
  ],
  [
    'a token by another secret',
    (name) => ({ authorization: `Bearer ${new InternalTokens('x'.repeat(32)).mint(owner, name)}` }),
  ],
  ['a token of a minute ago', (name) => ({ authorization: `Bearer ${aged(61).mint(owner, name)}` })],
  ['its token in another header', (name) => ({ 'x-authorization': `Bearer ${tokens.mint(owner, name)}` })],
  ['its token by another scheme', (name) => ({ authorization: `Basic ${tokens.mint(owner, name)}` })],
  ['an API key', () => ({ 'x-api-key': `bdk_${'a'.repeat(43)}` })],
];

describe.each([...SUBGRAPHS])('%s, reached without the gateway', (name) => {
  it.each(credentials)('answers 401 to everything that comes with %s', async (_what, headers) => {
    for (const [what, body] of QUESTIONS) {
      const response = await fetch(`${urlOf(name)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers(name) },
        body,
      });
      const answer = await response.text();
      expect([what, response.status, answer.includes('UNAUTHENTICATED')]).toEqual([what, 401, true]);
      expect(answer).not.toContain('"data"');
    }
    for (const path of ['/graphql?query={__typename}', '/metrics', '/', '/.well-known/jwks.json']) {
      const response = await fetch(`${urlOf(name)}${path}`, { headers: headers(name) });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('opens no subscription without a token, and none by one in the connection', async () => {
    const client = createClient({
      url: `${urlOf(name).replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${tokens.mint(owner, name)}`, ...IDENTITY_HEADERS },
      retryAttempts: 0,
    });
    const events = client.iterate({ query: 'subscription { __typename }', extensions: IDENTITY_HEADERS });
    expect((await events.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    await client.dispose();
  });

  it('answers to a token of its own, for a minute', async () => {
    for (const token of [tokens.mint(owner, name), aged(55).mint(owner, name), tokens.mint(null, name)]) {
      const response = await fetch(`${urlOf(name)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ _service { sdl } }' }),
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('@link');
    }
  });
});

describe('the gateway', () => {
  it.each(TRANSPORTS)('takes no identity from headers over %s', async (_transport, send) => {
    const door = await Door.open();
    const { errors } = await send(
      door.url,
      { query: '{ whoami }', extensions: IDENTITY_HEADERS },
      IDENTITY_HEADERS,
    );
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
    expect(door.shop.products.requests.map(({ context }) => context.identity)).toEqual([null]);
    await door.close();
  });
});
