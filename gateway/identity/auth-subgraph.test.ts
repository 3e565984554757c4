import type { SourceRequest, SourceResult, SubgraphSource } from '../engine/source';
import { identityOf, silent, TENANT } from '../testing/door';
import { authSubgraph } from './auth-subgraph';

describe('what the gateway asks of the auth subgraph', () => {
  let asked: { request: SourceRequest; identity: unknown }[];
  let answer: SourceResult;
  const source: SubgraphSource = {
    name: 'auth',
    fetch: async (request, { identity }) => {
      asked.push({ request, identity });
      return answer;
    },
    subscribe: async () => ({ errors: [{ message: 'none' }] }),
    health: async () => ({}),
    stop: async () => undefined,
  };
  const auth = authSubgraph(source, silent);
  beforeEach(() => {
    asked = [];
  });

  it('is asked as the gateway itself, which belongs to no business', async () => {
    answer = { data: { jwks: '{"keys":[]}' } };
    expect(await auth.jwks()).toBe('{"keys":[]}');
    const nil = '00000000-0000-0000-0000-000000000000';
    expect(asked.map(({ identity }) => identity)).toEqual([
      { tenantId: nil, userId: nil, role: 'SERVICE', scopes: ['internal'], service: 'gateway' },
    ]);
  });

  it('gives the identity of an API key, or null', async () => {
    const { userId, role, scopes } = identityOf(1, ['products:read']);
    const identity = { apiKeyId: 'key-1', tenantId: TENANT, userId, role, scopes };
    answer = { data: { apiKeyIdentity: identity } };
    expect(await auth.apiKeyIdentity('secret')).toEqual(identity);
    expect(asked[0]?.request.variables).toEqual({ secret: 'secret' });
    answer = { data: { apiKeyIdentity: null } };
    expect(await auth.apiKeyIdentity('other')).toBeNull();
  });

  it.each([
    ['an error', { data: null, errors: [{ message: 'no' }] }],
    ['another shape', { data: { revocations: 'none' } }],
    ['nothing', {}],
  ])('is unavailable when it answers %s', async (_what, given) => {
    answer = given;
    await expect(auth.revocations()).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  });
});
