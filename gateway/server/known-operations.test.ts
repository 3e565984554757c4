import { Door } from '../testing/door';
import { Shop } from '../testing/shop';
import { sha256 } from './persisted-operations';

const KEY = { 'x-api-key': '1:products:write,inventory:read' };
const STOCK = 'query Stock($id: ID!) { product(id: $id) { name stock { onHand } } }';

describe('an operation that was asked for before', () => {
  let door: Door;
  const manifest = new Map([[sha256(STOCK), STOCK]]);
  beforeAll(async () => {
    door = await Door.open({ persistedOperations: { manifest, only: false } });
  });
  afterAll(() => door.close());

  const without = ({ status, headers, body }: Awaited<ReturnType<Door['send']>>): unknown => ({
    status,
    headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')),
    body: JSON.parse(JSON.stringify(body).replace(/"traceId":"[0-9a-f]{32}"/g, '"traceId":"…"')),
  });

  it.each<[string, object, Record<string, string>?]>([
    ['a query', { query: '{ a: product(id: 1) { name } }' }],
    ['a query with variables', { query: STOCK, variables: { id: '7' } }],
    ['a query with a name', { query: `${STOCK} query Other { lowStock { id } }`, operationName: 'Other' }],
    ['a name that is not there', { query: `query A { lowStock { id } }`, operationName: 'B' }],
    ['two operations and no name', { query: 'query C { lowStock { id } } query D { lowStock { id } }' }],
    ['a variable that is missing', { query: STOCK }],
    ['a variable of the wrong type', { query: STOCK, variables: { id: {} } }],
    ['variables that are a list', { query: STOCK, variables: ['7'] }],
    ['a mutation', { query: 'mutation { rename(id: 1, name: "x") { name } }' }, KEY],
    ['a refusal of a subgraph', { query: 'mutation { rename(id: 1, name: "x") { name } }' }],
    ['an error of a subgraph', { query: '{ broken }' }],
    ['a subscription', { query: 'subscription { never }' }],
    [
      'too much',
      { query: 'query($n: Int) { products(first: $n) { nodes { id } } }', variables: { n: 10_000 } },
    ],
    ['a syntax error', { query: '{' }],
    ['another media type', { query: '{ b: product(id: 1) { name } }' }, { accept: 'text/plain' }],
    [
      'the media type of GraphQL',
      { query: '{ c: product(id: 1) { name } }' },
      { accept: 'application/graphql-response+json,application/json;q=0.9' },
    ],
    ['the cost asked for', { query: '{ d: product(id: 1) { name } }', extensions: { cost: true } }],
    [
      'an operation by its hash',
      { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(STOCK) } } },
    ],
  ])('is answered as the first time: %s', async (_what, body, headers = {}) => {
    const first = without(await door.send(body, headers));
    expect(without(await door.send(body, headers))).toEqual(first);
    // By way of Apollo Server, which is sent whatever is not plain.
    const utf8 = { 'content-type': 'application/json; charset=utf-8;' };
    expect(without(await door.send(body, { ...headers, ...utf8 }))).toEqual(first);
  });

  it('is not asked of a supergraph that does not know it any more', async () => {
    const shop = new Shop();
    const own = await Door.open({}, shop);
    const query = '{ product(id: 1) { warehouse } }';
    const answer = { data: { product: { warehouse: 'W1' } } };
    expect([(await own.post(query)).body, (await own.post(query)).body]).toEqual([answer, answer]);
    const renamed = shop.supergraphSdl.replaceAll('warehouse', 'depot');
    expect(own.gateway.reload(renamed)).toEqual({ loaded: true });
    const { status, body } = await own.post(query);
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    await own.close();
  });
});
