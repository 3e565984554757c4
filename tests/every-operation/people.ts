import { PASSWORD } from '../support/api';
import { RecordingApi, someId, type AskedSystem } from './asked-system';

/** Businesses, people, their sessions, API keys and data. */
export function people(system: () => AskedSystem): void {
  it('people: register, login, refresh, logout, users, API keys', async () => {
    const { ask, url } = system();
    const anonymous = new RecordingApi(url);
    const email = 'ana@example.com';
    const REGISTER =
      'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Session { accessToken refreshToken expiresAt user { email role tenant { name } } } ... on EmailTaken { email } ... on ValidationError { fields { path message } } } }';
    const input = { businessName: 'Ana’s shop', name: 'Ana', email, password: PASSWORD };
    expect(await ask(REGISTER, { input }, anonymous)).toMatchObject({
      __typename: 'Session',
      user: { email, role: 'OWNER', tenant: { name: 'Ana’s shop' } },
    });
    expect(await ask(REGISTER, { input }, anonymous)).toEqual({ __typename: 'EmailTaken', email });
    const short = { ...input, email: 'other@example.com', password: 'too short' };
    expect(await ask(REGISTER, { input: short }, anonymous)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'password'] }],
    });

    const LOGIN =
      'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Session { accessToken refreshToken } ... on InvalidCredentials { message } } }';
    const session = await ask(LOGIN, { input: { email, password: PASSWORD } }, anonymous);
    expect(session.__typename).toBe('Session');
    expect((await ask(LOGIN, { input: { email, password: 'wrong password' } }, anonymous)).__typename).toBe(
      'InvalidCredentials',
    );

    const REFRESH =
      'mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename ... on Session { accessToken } ... on InvalidRefreshToken { message } } }';
    const refreshed = await ask(REFRESH, { token: session['refreshToken'] }, anonymous);
    expect(refreshed.__typename).toBe('Session');
    expect((await ask(REFRESH, { token: session['refreshToken'] }, anonymous)).__typename).toBe(
      'InvalidRefreshToken',
    );

    const again = await ask(LOGIN, { input: { email, password: PASSWORD } }, anonymous);
    const ana = new RecordingApi(url, { authorization: `Bearer ${String(again['accessToken'])}` });
    expect(await ask('{ me { __typename email name role tenant { name } } }', {}, ana)).toEqual({
      __typename: 'User',
      email,
      name: 'Ana',
      role: 'OWNER',
      tenant: { name: 'Ana’s shop' },
    });
    const CREATE_USER =
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename ... on User { email role } ... on EmailTaken { email } ... on ValidationError { fields { path } } } }';
    const seller = { email: 'seller@example.com', name: 'Seller', role: 'SELLER', password: PASSWORD };
    expect(await ask(CREATE_USER, { input: seller }, ana)).toEqual({
      __typename: 'User',
      email: 'seller@example.com',
      role: 'SELLER',
    });
    expect((await ask(CREATE_USER, { input: seller }, ana)).__typename).toBe('EmailTaken');
    expect((await ask('{ users { __typename email } }', {}, ana)) as unknown).toHaveLength(2);

    const CREATE_KEY =
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename ... on CreatedApiKey { secret apiKey { id prefix scopes } } ... on ValidationError { fields { path } } } }';
    const created = await ask(CREATE_KEY, { input: { name: 'Till', scopes: ['products:read'] } }, ana);
    const { id } = created['apiKey'] as { id: string };
    const program = new RecordingApi(url, { 'x-api-key': String(created['secret']) });
    expect(await ask('{ products { totalCount __typename } }', {}, program)).toMatchObject({ totalCount: 0 });
    expect(
      (await program.send('{ users { id } }')).errors.map(({ extensions }) => extensions['code']),
    ).toEqual(['FORBIDDEN']);
    expect(
      (await ask(CREATE_KEY, { input: { name: 'Too much', scopes: ['everything'] } }, ana)).__typename,
    ).toBe('ValidationError');
    expect(
      (await ask('{ apiKeys { __typename id name prefix lastUsedAt } }', {}, ana)) as unknown,
    ).toMatchObject([{ id, name: 'Till' }]);
    const REVOKE =
      'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on ApiKeyNotFound { apiKeyId } } }';
    expect((await ask(REVOKE, { id }, ana)).__typename).toBe('ApiKey');
    expect(await ask(REVOKE, { id: someId }, ana)).toEqual({
      __typename: 'ApiKeyNotFound',
      apiKeyId: someId,
    });
    const MANAGED =
      '{ __typename ... on User { role disabledAt } ... on UserNotFound { userId } ... on ValidationError { fields { path } } }';
    const people = (await ask('{ users { __typename id role } }', {}, ana)) as unknown as {
      id: string;
      role: string;
    }[];
    const managed = people.find(({ role }) => role === 'SELLER')?.id;
    expect(
      await ask(
        `mutation ($id: ID!) { changeRole(userId: $id, role: VIEWER) ${MANAGED} }`,
        { id: managed },
        ana,
      ),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: null });
    expect(
      await ask(`mutation ($id: ID!) { disableUser(userId: $id) ${MANAGED} }`, { id: managed }, ana),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: expect.any(String) as string });
    expect(
      await ask(`mutation ($id: ID!) { enableUser(userId: $id) ${MANAGED} }`, { id: managed }, ana),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: null });
    expect(
      await ask(`mutation ($id: ID!) { disableUser(userId: $id) ${MANAGED} }`, { id: someId }, ana),
    ).toEqual({ __typename: 'UserNotFound', userId: someId });
    expect(
      await ask(
        'query ($id: ID!) { user(id: $id) { __typename id role orders { totalCount } } }',
        { id: managed },
        ana,
      ),
    ).toEqual({ __typename: 'User', id: managed, role: 'VIEWER', orders: { totalCount: 0 } });
    expect(
      await ask(
        `mutation ($id: ID!) { exportPersonalData(userId: $id) { __typename
           ... on PersonalData { user { email orders { nodes { id } } } sessions { id } apiKeys { id } auditLog { nodes { action } } }
           ... on UserNotFound { userId } } }`,
        { id: managed },
        ana,
      ),
    ).toEqual({
      __typename: 'PersonalData',
      user: { email: 'seller@example.com', orders: { nodes: [] } },
      sessions: [],
      apiKeys: [],
      auditLog: { nodes: [] },
    });
    expect(
      await ask(
        `mutation ($id: ID!) { eraseUser(userId: $id) { __typename ... on User { name email erasedAt } } }`,
        { id: managed },
        ana,
      ),
    ).toEqual({
      __typename: 'User',
      name: 'Erased person',
      email: `erased-${managed}@erased.invalid`,
      erasedAt: expect.any(String) as string,
    });
    const PASSWORD_CHANGE =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
    expect(
      await ask(
        PASSWORD_CHANGE,
        { input: { currentPassword: 'wrong', newPassword: 'another fine password' } },
        ana,
      ),
    ).toEqual({ __typename: 'InvalidCredentials' });
    expect(
      await ask(
        PASSWORD_CHANGE,
        { input: { currentPassword: PASSWORD, newPassword: 'another fine password' } },
        ana,
      ),
    ).toEqual({ __typename: 'User' });
    expect((await ask('mutation { logout(everywhere: true) }', {}, ana)) as unknown).toBe(true);
  });
}
