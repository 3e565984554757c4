import type { Identity } from '../../platform/identity/identity';
import { AuthHarness, INTERNAL, type OpenedSession } from './testing/auth-harness';

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on CreatedApiKey { secret apiKey { id name scopes prefix lastUsedAt createdAt } }
    ... on ValidationError { fields { path message } }
  }
}`;
const REVOKE = `mutation ($id: ID!) {
  revokeApiKey(id: $id) { __typename ... on ApiKey { id name } ... on ApiKeyNotFound { message apiKeyId } }
}`;
const LIST = '{ apiKeys { id name scopes prefix lastUsedAt } }';

interface Created {
  secret: string;
  apiKey: { id: string; prefix: string };
}

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

async function create(by: Identity, scopes: string[], name = 'Till'): Promise<Created> {
  const { createApiKey } = await auth.ask<{ createApiKey: Created }>(
    CREATE,
    { input: { name, scopes } },
    { as: by },
  );
  expect(createApiKey).toMatchObject({ __typename: 'CreatedApiKey' });
  return createApiKey;
}

async function whoIs(secret: string): Promise<unknown> {
  const data = await auth.ask(
    'query ($secret: String!) { apiKeyIdentity(secret: $secret) { apiKeyId tenantId userId role scopes } }',
    { secret },
    { as: INTERNAL },
  );
  return data['apiKeyIdentity'];
}

const revoke = (as: OpenedSession, id: string): Promise<unknown> =>
  auth.ask(REVOKE, { id }, { as: as.identity });

test('a key shows its secret once, and is stored as a hash', async () => {
  const owner = await auth.register();
  const { secret, apiKey } = await create(owner.identity, ['orders:sell', 'products:read', 'orders:sell']);

  expect(secret).toMatch(/^bdk_[\w-]{43}$/);
  expect(apiKey).toEqual({
    id: expect.any(String),
    name: 'Till',
    scopes: ['orders:sell', 'products:read'],
    prefix: secret.slice(0, 12),
    lastUsedAt: null,
    createdAt: expect.any(String),
  });
  const { rows } = await auth.sql.query(
    'SELECT row_to_json(api_key)::text AS row FROM api_key WHERE id = $1',
    [apiKey.id],
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(12));
  expect(await auth.ask(LIST, {}, { as: owner.identity })).toEqual({
    apiKeys: [
      {
        id: apiKey.id,
        name: 'Till',
        scopes: ['orders:sell', 'products:read'],
        prefix: secret.slice(0, 12),
        lastUsedAt: null,
      },
    ],
  });
});

test('a key stands for its creator, with its own scopes', async () => {
  const owner = await auth.register();
  const { secret, apiKey } = await create(owner.identity, ['products:read']);
  expect(await whoIs(secret)).toEqual({
    apiKeyId: apiKey.id,
    tenantId: owner.identity.tenantId,
    userId: owner.userId,
    role: 'OWNER',
    scopes: ['products:read'],
  });
});

test('a key loses the scopes that its creator loses', async () => {
  const owner = await auth.register();
  const admin = await auth.colleague(owner, 'ADMIN');
  const { secret } = await create(admin.identity, ['products:read', 'users:write']);
  await auth.sql.query(`UPDATE app_user SET role = 'SELLER' WHERE id = $1`, [admin.userId]);
  expect(await whoIs(secret)).toMatchObject({ role: 'SELLER', scopes: ['products:read'] });
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [admin.userId]);
  expect(await whoIs(secret)).toBeNull();
});

test.each([
  [
    'what a key has not itself',
    ['products:read', 'users:read'],
    'You cannot give what you do not have yourself: users:read.',
  ],
  ['what nobody has', ['products:delete'], 'There is no such scope.'],
  ['what services have', ['internal'], 'There is no such scope.'],
  ['nothing', [], 'Choose at least one scope.'],
  [
    'the same over and over',
    Array.from({ length: 1_000 }, () => 'products:read'),
    'Each scope may be named once.',
  ],
])('no key is made that may do %s', async (_which, scopes, message) => {
  const owner = await auth.register();
  const { sessionId: _session, ...person } = owner.identity;
  const key: Identity = { ...person, apiKeyId: owner.userId, scopes: ['apikeys:write', 'products:read'] };
  const before = await auth.rows();
  const { createApiKey } = await auth.ask<{
    createApiKey: { fields: { path: string[]; message: string }[] };
  }>(CREATE, { input: { name: 'Till', scopes } }, { as: key });
  expect(createApiKey.fields).toContainEqual({ path: expect.arrayContaining(['input', 'scopes']), message });
  expect(await auth.rows()).toEqual(before);
});

test.each(['', ' ', 'x'.repeat(201), 'a\0b', '\ud800'])('a key is not named %.10j', async (name) => {
  const owner = await auth.register();
  const before = await auth.rows();
  const { createApiKey } = await auth.ask<{ createApiKey: { fields: unknown[] } }>(
    CREATE,
    { input: { name, scopes: ['products:read'] } },
    { as: owner.identity },
  );
  expect(createApiKey.fields).toEqual([{ path: ['input', 'name'], message: expect.any(String) }]);
  expect(await auth.rows()).toEqual(before);
});

test('a revoked key is nobody, is told to the gateways, and is listed no more', async () => {
  const owner = await auth.register();
  const { secret, apiKey } = await create(owner.identity, ['products:read']);
  const kept = await create(owner.identity, ['products:read'], 'Kept');
  const revoked = { revokeApiKey: { __typename: 'ApiKey', id: apiKey.id, name: 'Till' } };
  expect(await revoke(owner, apiKey.id)).toEqual(revoked);

  expect(await whoIs(secret)).toBeNull();
  expect(await auth.revocations()).toContain(`apikey:${apiKey.id}`);
  expect(await auth.revocations()).not.toContain(`apikey:${kept.apiKey.id}`);
  expect(await auth.ask('{ apiKeys { name } }', {}, { as: owner.identity })).toEqual({
    apiKeys: [{ name: 'Kept' }],
  });

  const { rows } = await auth.sql.query('SELECT revoked_at FROM api_key WHERE id = $1', [apiKey.id]);
  expect(await revoke(owner, apiKey.id)).toEqual(revoked);
  expect((await auth.sql.query('SELECT revoked_at FROM api_key WHERE id = $1', [apiKey.id])).rows).toEqual(
    rows,
  );
});

test('a key of another business answers as one that does not exist', async () => {
  const [owner, stranger] = [await auth.register(), await auth.register()];
  const { secret, apiKey } = await create(owner.identity, ['products:read']);
  const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
  for (const id of [apiKey.id, unknown, 'no id', '', '\0', `${unknown}0`]) {
    expect(await revoke(stranger, id)).toEqual({
      revokeApiKey: { __typename: 'ApiKeyNotFound', message: 'There is no such API key.', apiKeyId: id },
    });
  }
  expect(await auth.ask(LIST, {}, { as: stranger.identity })).toEqual({ apiKeys: [] });
  expect(await whoIs(secret)).toMatchObject({ apiKeyId: apiKey.id });
});

test.each(['', 'bdk_', `bdk_${'A'.repeat(43)}`, `bdr_${'A'.repeat(43)}`, '\0', 'x'.repeat(100_000)])(
  'the secret %.20j is nobody’s',
  async (secret) => {
    expect(await whoIs(secret)).toBeNull();
  },
);

test('a refresh token is no API key, nor the other way round', async () => {
  const owner = await auth.register();
  const { secret } = await create(owner.identity, ['products:read']);
  expect(await whoIs(owner.refreshToken)).toBeNull();
  expect(await whoIs(owner.refreshToken.replace('bdr_', 'bdk_'))).toBeNull();
  expect((await auth.refresh(secret)).__typename).toBe('InvalidRefreshToken');
});

test('its use is noted once a minute', async () => {
  const owner = await auth.register();
  const { secret, apiKey } = await create(owner.identity, ['products:read']);
  const noted = async (): Promise<Date> => {
    const { rows } = await auth.sql.query<{ at: Date }>(
      'SELECT last_used_at AS at FROM api_key WHERE id = $1',
      [apiKey.id],
    );
    return rows[0]?.at ?? new Date(NaN);
  };
  await whoIs(secret);
  const first = await noted();
  expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(5_000);
  await whoIs(secret);
  expect(await noted()).toEqual(first);
  await auth.sql.query(
    `UPDATE api_key SET last_used_at = last_used_at - interval '61 seconds' WHERE id = $1`,
    [apiKey.id],
  );
  await whoIs(secret);
  expect((await noted()).getTime()).toBeGreaterThan(first.getTime());
});
