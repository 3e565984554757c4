import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe, type ExecutionResult, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import { PushStream, dropOldest } from '../async/push-stream';
import type { RequestContext } from '../context';
import type { Identity } from '../identity/identity';
import { guard } from './permissions';

const SDL = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
  type Query {
    open: String
    personal: String @authenticated
    thing: Thing
    either: String @requiresScopes(scopes: [["a:read", "b:read"], ["admin"]])
  }
  type Thing @key(fields: "id") { id: ID!  plain: String  secret: String @requiresScopes(scopes: [["a:read"]]) }
  type Subscription { ticks: Int @requiresScopes(scopes: [["a:read"]]) }
`);

const tenant = '01890a5d-ac96-774b-bcce-b302099a8057';
function context(scopes: string[] | null): { request: RequestContext } {
  const identity: Identity | null = scopes && { tenantId: tenant, userId: tenant, role: 'VIEWER', scopes };
  return {
    request: {
      identity,
      traceId: '0'.repeat(32),
      clientAddress: null,
      deadline: Infinity,
      log: pino({ level: 'silent' }),
    },
  };
}

let effects: string[];
let schema: GraphQLSchema;
let source: PushStream<{ ticks: number }>;

beforeEach(() => {
  effects = [];
  source = new PushStream({ capacity: 8, onOverflow: dropOldest });
  const effect = (name: string) => () => {
    effects.push(name);
    return name;
  };
  schema = buildSubgraphSchema([
    {
      typeDefs: SDL,
      resolvers: {
        Query: {
          open: effect('open'),
          personal: effect('personal'),
          either: effect('either'),
          thing: () => ({ id: '1', plain: 'p' }),
        },
        Thing: {
          secret: effect('secret'),
          __resolveReference: (reference: { id: string }) => ({ ...reference, plain: 'p' }),
        },
        Subscription: { ticks: { subscribe: () => (effects.push('subscribed'), source) } },
      },
    },
  ]);
  guard(schema);
});

async function run(query: string, scopes: string[] | null): Promise<{ data: unknown; errors: unknown }> {
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    contextValue: context(scopes),
  });
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: (errors ?? []).map((error) => [error.path?.join('.'), error.extensions['code']]),
  };
}

describe('permissions from the SDL', () => {
  it('leave open fields open and ask for an identity where @authenticated stands', async () => {
    expect(await run('{ open personal }', null)).toEqual({
      data: { open: 'open', personal: null },
      errors: [['personal', 'UNAUTHENTICATED']],
    });
    expect(effects).toEqual(['open']);
    expect(await run('{ personal }', [])).toEqual({ data: { personal: 'personal' }, errors: [] });
  });

  it('need every scope of one alternative', async () => {
    expect((await run('{ either }', ['a:read'])).errors).toEqual([['either', 'FORBIDDEN']]);
    expect(effects).toEqual([]);
    expect((await run('{ either }', ['b:read', 'a:read'])).data).toEqual({ either: 'either' });
    expect((await run('{ either }', ['admin'])).data).toEqual({ either: 'either' });
  });

  it('refuse a field of an object and answer its siblings, also when the object is reached as an entity', async () => {
    const refused = { plain: 'p', secret: null };
    expect(await run('{ thing { plain secret } }', ['b:read'])).toEqual({
      data: { thing: refused },
      errors: [['thing.secret', 'FORBIDDEN']],
    });
    expect(
      await run(
        '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { plain secret } } }',
        ['b:read'],
      ),
    ).toEqual({
      data: { _entities: [refused] },
      errors: [['_entities.0.secret', 'FORBIDDEN']],
    });
    expect(effects).toEqual([]);
  });

  it('guard a subscription before it opens, and each of its events again', async () => {
    const document = parse('subscription { ticks }');
    const refused = await subscribe({ schema, document, contextValue: context(['b:read']) });
    expect('errors' in refused && refused.errors?.map((error) => error.extensions['code'])).toEqual([
      'FORBIDDEN',
    ]);
    expect(effects).toEqual([]);

    const revocable = { request: { ...context(['a:read']).request } };
    const stream = await subscribe({ schema, document, contextValue: revocable });
    if (!(Symbol.asyncIterator in stream)) throw new Error('expected a stream');
    const events = stream[Symbol.asyncIterator]();
    source.push({ ticks: 1 });
    expect((await events.next()).value).toEqual({ data: { ticks: 1 } });
    Object.assign(revocable.request, { identity: null });
    source.push({ ticks: 2 });
    const after = (await events.next()).value as ExecutionResult;
    expect(after.data).toEqual({ ticks: null });
    expect(after.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
