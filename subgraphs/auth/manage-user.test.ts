import { AuthHarness, INTERNAL, type OpenedSession, PASSWORD } from './testing/auth-harness';

const RESULT =
  '__typename ... on User { id role disabledAt } ... on ValidationError { fields { path message } } ... on UserNotFound { message userId }';
const CHANGE_ROLE = `mutation ($id: ID!, $role: Role!) { result: changeRole(userId: $id, role: $role) { ${RESULT} } }`;
const DISABLE = `mutation ($id: ID!) { result: disableUser(userId: $id) { ${RESULT} } }`;
const ENABLE = `mutation ($id: ID!) { result: enableUser(userId: $id) { ${RESULT} } }`;

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

interface Result {
  __typename: string;
  fields?: { path: string[]; message: string }[];
}

async function mutate(
  as: OpenedSession,
  document: string,
  variables: Record<string, unknown>,
): Promise<Result> {
  return (await auth.ask<{ result: Result }>(document, variables, { as: as.identity })).result;
}

const refused = (path: string, message: string): Result => ({
  __typename: 'ValidationError',
  fields: [{ path: [path], message }],
});

async function people(): Promise<unknown[]> {
  return (await auth.sql.query('SELECT id, role, disabled_at, tokens_valid_from FROM app_user ORDER BY id'))
    .rows;
}

function issuedAt({ accessToken }: OpenedSession): number {
  return (JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { iat: number })
    .iat;
}

/** The second from which tokens of a person are good, as the gateways are told. */
async function validFrom(userId: string): Promise<number> {
  const entry = (await auth.revocations()).find((each) => each.startsWith(`user:${userId}@`));
  return Number(entry?.split('@')[1]);
}

test('a changed role revokes the tokens with the old one, and no session', async () => {
  const owner = await auth.register();
  const seller = await auth.colleague(owner, 'SELLER');
  expect(await mutate(owner, CHANGE_ROLE, { id: seller.userId, role: 'VIEWER' })).toEqual({
    __typename: 'User',
    id: seller.userId,
    role: 'VIEWER',
    disabledAt: null,
  });

  expect(await validFrom(seller.userId)).toBeGreaterThan(issuedAt(seller));
  const after = await auth.opened(seller.email, await auth.refresh(seller.refreshToken));
  expect(after.identity).toMatchObject({ role: 'VIEWER', sessionId: seller.identity.sessionId });
  expect(issuedAt(after)).toBeGreaterThanOrEqual(await validFrom(seller.userId));
  expect(await validFrom(owner.userId)).toBeNaN();
});

test('an API key gives nobody a role that may do more than the key', async () => {
  const owner = await auth.register();
  const seller = await auth.colleague(owner, 'SELLER');
  const { sessionId: _session, ...identity } = owner.identity;
  const key = { ...identity, apiKeyId: owner.userId, scopes: ['users:write', 'products:read', 'orders:own'] };
  const before = await people();
  for (const role of ['OWNER', 'ADMIN', 'BUYER']) {
    const { result } = await auth.ask<{ result: Result }>(
      CHANGE_ROLE,
      { id: seller.userId, role },
      { as: key },
    );
    const message = expect.stringMatching(
      /^You cannot give what you do not have yourself: .*orders:purchase/,
    );
    expect(result).toEqual({ __typename: 'ValidationError', fields: [{ path: ['role'], message }] });
  }
  expect(await people()).toEqual(before);
});

test('the same role again changes nothing', async () => {
  const owner = await auth.register();
  const seller = await auth.colleague(owner, 'SELLER');
  const before = await people();
  expect(await mutate(owner, CHANGE_ROLE, { id: seller.userId, role: 'SELLER' })).toMatchObject({
    role: 'SELLER',
  });
  expect(await people()).toEqual(before);
});

test('tokens that are issued while a role is changed come before or after it', async () => {
  const owner = await auth.register();
  for (let round = 0; round < 5; round++) {
    const seller = await auth.colleague(owner, 'SELLER');
    const [refreshed, again] = await Promise.all([
      auth.refresh(seller.refreshToken).then((answer) => auth.opened(seller.email, answer)),
      auth.login(seller.email),
      mutate(owner, CHANGE_ROLE, { id: seller.userId, role: 'VIEWER' }),
    ]);
    for (const session of [refreshed, again]) {
      const good = issuedAt(session) >= (await validFrom(seller.userId));
      expect(good).toBe(session.identity.role === 'VIEWER');
    }
  }
});

test('a disabled person is shut out with sessions and API keys, until they are enabled', async () => {
  const owner = await auth.register();
  const admin = await auth.colleague(owner, 'ADMIN');
  const { createApiKey } = await auth.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    `mutation { createApiKey(input: { name: "Till", scopes: ["products:read"] }) {
       ... on CreatedApiKey { secret apiKey { id } } } }`,
    {},
    { as: admin.identity },
  );
  const whoIs = async (): Promise<unknown> =>
    auth.ask(
      'query ($secret: String!) { apiKeyIdentity(secret: $secret) { userId } }',
      { secret: createApiKey.secret },
      { as: INTERNAL },
    );
  const entries = [`session:${admin.identity.sessionId}`, `apikey:${createApiKey.apiKey.id}`];

  const disabled = await mutate(owner, DISABLE, { id: admin.userId });
  expect(disabled).toEqual({
    __typename: 'User',
    id: admin.userId,
    role: 'ADMIN',
    disabledAt: expect.any(String),
  });
  expect(await auth.revocations()).toEqual(expect.arrayContaining(entries));
  expect(await validFrom(admin.userId)).toBeGreaterThan(issuedAt(admin));
  expect(await whoIs()).toEqual({ apiKeyIdentity: null });
  expect((await auth.refresh(admin.refreshToken)).__typename).toBe('InvalidRefreshToken');
  await expect(auth.login(admin.email)).rejects.toThrow();
  expect(await mutate(owner, DISABLE, { id: admin.userId })).toEqual(disabled);

  expect(await mutate(owner, ENABLE, { id: admin.userId })).toMatchObject({ disabledAt: null });
  expect((await auth.refresh(admin.refreshToken)).__typename).toBe('InvalidRefreshToken');
  expect(await whoIs()).toEqual({ apiKeyIdentity: { userId: admin.userId } });
  expect(await auth.revocations()).not.toContain(entries[1]);
  const again = await auth.login(admin.email);
  expect(issuedAt(again)).toBeGreaterThanOrEqual(await validFrom(admin.userId));
});

test('an ADMIN changes anybody but an OWNER', async () => {
  const owner = await auth.register();
  const [admin, other] = [await auth.colleague(owner, 'ADMIN'), await auth.colleague(owner, 'ADMIN')];
  const before = await people();
  const message = 'Only an OWNER may change an OWNER.';
  expect(await mutate(admin, DISABLE, { id: owner.userId })).toEqual(refused('userId', message));
  expect(await mutate(admin, ENABLE, { id: owner.userId })).toEqual(refused('userId', message));
  expect(await mutate(admin, CHANGE_ROLE, { id: owner.userId, role: 'VIEWER' })).toEqual(
    refused('userId', message),
  );
  expect(await mutate(admin, CHANGE_ROLE, { id: admin.userId, role: 'OWNER' })).toEqual(
    refused('role', 'Only an OWNER may make somebody an OWNER.'),
  );
  expect(await people()).toEqual(before);
  expect(await mutate(admin, CHANGE_ROLE, { id: other.userId, role: 'BUYER' })).toMatchObject({
    role: 'BUYER',
  });
  expect(await mutate(admin, DISABLE, { id: other.userId })).toMatchObject({ __typename: 'User' });
});

test('nobody disables themselves, and the last OWNER stays one', async () => {
  const owner = await auth.register();
  const second = await auth.colleague(owner, 'OWNER');
  await mutate(owner, DISABLE, { id: second.userId });
  const before = await people();
  expect(await mutate(owner, DISABLE, { id: owner.userId })).toEqual(
    refused('userId', 'You cannot do this to yourself.'),
  );
  expect(await mutate(owner, CHANGE_ROLE, { id: owner.userId, role: 'ADMIN' })).toEqual(
    refused('userId', 'A business needs an OWNER: make somebody else one first.'),
  );
  expect(await people()).toEqual(before);
});

test('two OWNERs who step down at once leave one', async () => {
  for (let round = 0; round < 5; round++) {
    const owner = await auth.register();
    const second = await auth.colleague(owner, 'OWNER');
    const results = await Promise.all(
      [owner, second].map((each) => mutate(each, CHANGE_ROLE, { id: each.userId, role: 'VIEWER' })),
    );
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['User', 'ValidationError']);
  }
});

test('a person of another business answers as one who does not exist', async () => {
  const [owner, stranger] = [await auth.register(), await auth.register()];
  const before = await people();
  for (const id of [stranger.userId, '01890a5d-ac96-774b-bcce-b302099a8057', 'no id', '\0', '']) {
    const notFound = { __typename: 'UserNotFound', message: 'There is no such person.', userId: id };
    expect(await mutate(owner, DISABLE, { id })).toEqual(notFound);
    expect(await mutate(owner, ENABLE, { id })).toEqual(notFound);
    expect(await mutate(owner, CHANGE_ROLE, { id, role: 'VIEWER' })).toEqual(notFound);
  }
  expect(await people()).toEqual(before);
});

describe('changing one’s password', () => {
  const CHANGE = `mutation ($input: ChangePasswordInput!) {
    result: changePassword(input: $input) {
      __typename ... on User { id } ... on ValidationError { fields { path } } ... on InvalidCredentials { message }
    }
  }`;
  const NEW = 'a-brand-new-kettle-48';
  const change = (as: OpenedSession, currentPassword: string, newPassword = NEW): Promise<Result> =>
    mutate(as, CHANGE, { input: { currentPassword, newPassword } });

  test('ends the other sessions and not this one', async () => {
    const owner = await auth.register();
    const elsewhere = await auth.login(owner.email);
    expect(await change(owner, PASSWORD)).toMatchObject({ __typename: 'User', id: owner.userId });
    expect((await auth.refresh(elsewhere.refreshToken)).__typename).toBe('InvalidRefreshToken');
    expect((await auth.refresh(owner.refreshToken)).__typename).toBe('Session');
    await expect(auth.login(owner.email)).rejects.toThrow();
    expect((await auth.login(owner.email, NEW)).userId).toBe(owner.userId);
  });

  test('needs the current one, and does not help to guess it', async () => {
    const owner = await auth.register();
    const hashes = (): Promise<unknown> =>
      auth.sql.query('SELECT password_hash FROM app_user ORDER BY id').then(({ rows }) => rows);
    const before = await hashes();
    for (let guess = 1; guess <= 5; guess++) {
      expect(await change(owner, `guess ${guess}`)).toMatchObject({ __typename: 'InvalidCredentials' });
    }
    expect(await change(owner, PASSWORD)).toMatchObject({ __typename: 'InvalidCredentials' });
    await expect(auth.login(owner.email)).rejects.toThrow();
    expect(await hashes()).toEqual(before);
  });

  test.each(['short', 'password1234', 'A n   o w n e r', 'a\0bcdefghijklmn'])(
    'refuses %j',
    async (password) => {
      const owner = await auth.register();
      const { fields } = await change(owner, PASSWORD, password);
      expect(fields?.map(({ path }) => path)).toEqual([['input', 'newPassword']]);
      expect((await auth.login(owner.email)).userId).toBe(owner.userId);
    },
  );

  test('is not for API keys', async () => {
    const owner = await auth.register();
    const { sessionId: _session, ...key } = owner.identity;
    const { errors } = await auth.execute(
      CHANGE,
      { input: { currentPassword: PASSWORD, newPassword: NEW } },
      { as: { ...key, apiKeyId: owner.userId } },
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });
});
