import pg from 'pg';
import { AuthHarness, INTERNAL, type OpenedSession, PASSWORD } from './testing/auth-harness';

const CREATE = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) {
    __typename
    ... on User { id email name role tenant { id } }
    ... on EmailTaken { email }
    ... on ValidationError { fields { path message } }
  }
}`;
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on User { id email name role tenant { id name } }
    ... on Tenant { id name }
  }
}`;
const INPUT = { email: 'eve@shop.test', name: 'Eve', role: 'SELLER', password: PASSWORD };

let auth: AuthHarness;
let owner: OpenedSession;
let stranger: OpenedSession;
beforeAll(async () => {
  auth = await AuthHarness.start();
  [owner, stranger] = [await auth.register(), await auth.register()];
});
afterAll(() => auth?.stop());

const entities = (as: OpenedSession, representations: unknown[]): Promise<{ _entities: unknown[] }> =>
  auth.ask(ENTITIES, { representations }, { as: as.identity });

test('me is the person of the token, or whom an API key stands for', async () => {
  const me = {
    me: { id: owner.userId, email: owner.email, role: 'OWNER', tenant: { id: owner.identity.tenantId } },
  };
  expect(await auth.ask('{ me { id email role tenant { id } } }', {}, { as: owner.identity })).toEqual(me);
  const { sessionId: _session, ...key } = owner.identity;
  expect(
    await auth.ask('{ me { id email role tenant { id } } }', {}, { as: { ...key, scopes: [] } }),
  ).toEqual(me);
});

test('somebody who is taken in logs in with their role, and is listed after those before them', async () => {
  const { createUser } = await auth.ask<{ createUser: { id: string } }>(
    CREATE,
    { input: INPUT },
    { as: owner.identity },
  );
  expect(createUser).toEqual({
    __typename: 'User',
    id: expect.any(String),
    email: 'eve@shop.test',
    name: 'Eve',
    role: 'SELLER',
    tenant: { id: owner.identity.tenantId },
  });
  expect((await auth.login('eve@shop.test')).identity).toMatchObject({
    tenantId: owner.identity.tenantId,
    userId: createUser.id,
    role: 'SELLER',
  });
  expect(await auth.ask('{ users { email } }', {}, { as: owner.identity })).toEqual({
    users: [{ email: owner.email }, { email: 'eve@shop.test' }],
  });
  expect(await auth.ask('{ users { email } }', {}, { as: stranger.identity })).toEqual({
    users: [{ email: stranger.email }],
  });
});

test.each(['ADMIN', 'SELLER', 'VIEWER', 'BUYER'])('an ADMIN takes in a %s', async (role) => {
  const admin = await auth.colleague(owner, 'ADMIN');
  expect((await auth.colleague(admin, role)).identity.role).toBe(role);
});

test('only an OWNER makes an OWNER', async () => {
  const admin = await auth.colleague(owner, 'ADMIN');
  const before = await auth.rows();
  const input = { ...INPUT, email: 'second@shop.test', role: 'OWNER' };
  expect(await auth.ask(CREATE, { input }, { as: admin.identity })).toEqual({
    createUser: {
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'role'], message: 'Only an OWNER may make somebody an OWNER.' }],
    },
  });
  expect(await auth.rows()).toEqual(before);
  expect((await auth.colleague(owner, 'OWNER')).identity.role).toBe('OWNER');
});

test('an API key makes nobody who may do more than the key', async () => {
  const { sessionId: _session, ...identity } = owner.identity;
  const key = { ...identity, apiKeyId: owner.userId, scopes: ['users:write', 'products:read', 'orders:own'] };
  const before = await auth.rows();
  for (const role of ['OWNER', 'ADMIN', 'BUYER']) {
    const input = { ...INPUT, email: 'thief@shop.test', role };
    const { createUser } = await auth.ask<{ createUser: { fields: unknown[] } }>(
      CREATE,
      { input },
      { as: key },
    );
    const message = expect.stringMatching(
      /^You cannot give what you do not have yourself: .*orders:purchase/,
    );
    expect(createUser.fields).toEqual([{ path: ['input', 'role'], message }]);
  }
  expect(await auth.rows()).toEqual(before);
  const scopes = [...key.scopes, 'orders:purchase'];
  const input = { ...INPUT, email: 'buyer@shop.test', role: 'BUYER' };
  expect(await auth.ask(CREATE, { input }, { as: { ...key, scopes } })).toMatchObject({
    createUser: { role: 'BUYER' },
  });
});

test('an address of another business is taken as well', async () => {
  const before = await auth.rows();
  const input = { ...INPUT, email: stranger.email.toUpperCase() };
  expect(await auth.ask(CREATE, { input }, { as: owner.identity })).toEqual({
    createUser: { __typename: 'EmailTaken', email: stranger.email },
  });
  expect(await auth.rows()).toEqual(before);
});

test.each([
  ['email', 'nobody'],
  ['name', ''],
  ['name', 'a\0'],
  ['password', 'too short'],
  ['password', 'Frank of the shop'],
])('refuses %s %j', async (field, value) => {
  const before = await auth.rows();
  const input = { ...INPUT, email: 'frank@shop.test', name: 'Frank of the Shop', [field]: value };
  const { createUser } = await auth.ask<{ createUser: { fields: { path: string[] }[] } }>(
    CREATE,
    { input },
    { as: owner.identity },
  );
  expect(createUser.fields.map(({ path }) => path)).toEqual([['input', field]]);
  expect(await auth.rows()).toEqual(before);
});

test.each([
  ['{ me { id } }', {}],
  ['{ users { id } }', {}],
  ['{ apiKeys { id } }', {}],
  ['{ jwks }', {}],
  ['{ revocations }', {}],
  ['{ apiKeyIdentity(secret: "x") { apiKeyId } }', {}],
  [CREATE, { input: INPUT }],
  ['mutation { logout }', {}],
  ['mutation { createApiKey(input: { name: "x", scopes: ["products:read"] }) { __typename } }', {}],
  ['mutation { revokeApiKey(id: "x") { __typename } }', {}],
])('nobody without credentials may %s', async (document, variables) => {
  const before = await auth.rows();
  const { errors } = await auth.execute(document, variables);
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  expect(await auth.rows()).toEqual(before);
});

test.each([
  ['{ jwks }', 'OWNER'],
  ['{ revocations }', 'OWNER'],
  ['{ apiKeyIdentity(secret: "x") { apiKeyId } }', 'OWNER'],
  ['{ users { id } }', 'SELLER'],
  ['{ apiKeys { id } }', 'SELLER'],
  ['mutation { createApiKey(input: { name: "x", scopes: ["products:read"] }) { __typename } }', 'VIEWER'],
  ['mutation { revokeApiKey(id: "x") { __typename } }', 'BUYER'],
])('%s is not for a %s', async (document, role) => {
  const person = role === 'OWNER' ? owner : await auth.colleague(owner, role);
  const before = await auth.rows();
  const { errors } = await auth.execute(document, {}, { as: person.identity });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  expect(await auth.rows()).toEqual(before);
});

describe('as an entity', () => {
  test('a person of the business is found, anybody else is null', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const ids = [owner.userId, stranger.userId, unknown, 'no id', '\0', owner.userId, INTERNAL.userId];
    const found = {
      __typename: 'User',
      id: owner.userId,
      email: owner.email,
      name: 'An owner',
      role: 'OWNER',
      tenant: { id: owner.identity.tenantId, name: 'A shop' },
    };
    const { _entities } = await entities(
      owner,
      ids.map((id) => ({ __typename: 'User', id })),
    );
    expect(_entities).toEqual([found, null, null, null, null, found, null]);
  });

  test('the own business is found, any other is null', async () => {
    const ids = [owner.identity.tenantId, stranger.identity.tenantId, 'no id'];
    const { _entities } = await entities(
      owner,
      ids.map((id) => ({ __typename: 'Tenant', id })),
    );
    expect(_entities).toEqual([
      { __typename: 'Tenant', id: owner.identity.tenantId, name: 'A shop' },
      null,
      null,
    ]);
  });

  test('fifty people cost two statements', async () => {
    const { rows } = await auth.sql.query<{ id: string }>(
      `INSERT INTO app_user (id, tenant_id, email, name, role, password_hash)
       SELECT gen_random_uuid(), $1, 'many' || n || '@shop.test', 'Many', 'VIEWER', '-' FROM generate_series(1, 50) n
       RETURNING id`,
      [owner.identity.tenantId],
    );
    const sent = jest.spyOn(pg.Client.prototype, 'query');
    const { _entities } = await entities(
      owner,
      rows.map(({ id }) => ({ __typename: 'User', id })),
    );
    const statements = sent.mock.calls.map(([config]) =>
      typeof config === 'string' ? config : String(config),
    );
    sent.mockRestore();
    expect(_entities).toHaveLength(50);
    expect(_entities).not.toContain(null);
    // Not those of the workers, which look for something to do at any time.
    expect(statements.filter((text) => /FROM "(app_user|tenant)"/.test(text))).toHaveLength(2);
  });
});
