import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, decodeJwt } from 'jose';
import { AuthHarness, PASSWORD } from './testing/auth-harness';

const REGISTER = `mutation ($input: RegisterInput!) {
  register(input: $input) {
    __typename
    ... on Session { accessToken refreshToken expiresAt user { id email name role createdAt tenant { id name } } }
    ... on EmailTaken { email message }
    ... on ValidationError { message fields { path message } }
  }
}`;
const INPUT = { businessName: 'The corner shop', name: 'Ada', email: 'ada@corner.test', password: PASSWORD };

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

test('a registration opens a business, makes its OWNER and logs them in', async () => {
  const { register } = await auth.ask<{ register: Record<string, never> }>(REGISTER, { input: INPUT });

  expect(register).toEqual({
    __typename: 'Session',
    accessToken: expect.any(String),
    refreshToken: expect.stringMatching(/^bdr_[\w-]{43}$/),
    expiresAt: expect.any(String),
    user: {
      id: expect.any(String),
      email: 'ada@corner.test',
      name: 'Ada',
      role: 'OWNER',
      createdAt: expect.any(String),
      tenant: { id: expect.any(String), name: 'The corner shop' },
    },
  });
  const token: string = register['accessToken'] ?? '';
  const claims = decodeJwt(token);
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', kid: expect.any(String), typ: 'at+jwt' });
  expect(claims).toEqual({
    iss: 'bodega',
    aud: 'bodega-api',
    sub: expect.any(String),
    tid: expect.any(String),
    sid: expect.any(String),
    role: 'OWNER',
    scope: expect.stringContaining('apikeys:write'),
    iat: expect.any(Number),
    exp: (claims.iat ?? 0) + 600,
  });
  expect(register['expiresAt']).toBe(new Date((claims.exp ?? 0) * 1000).toISOString());
});

test('the password is stored as an argon2id hash, the refresh token as SHA-256', async () => {
  await auth.register();
  const { rows } = await auth.sql.query('SELECT DISTINCT left(password_hash, 31) AS head FROM app_user');
  expect(rows).toEqual([{ head: '$argon2id$v=19$m=19456,t=2,p=1$' }]);
  const tokens = await auth.sql.query('SELECT DISTINCT octet_length(token_hash) AS bytes FROM refresh_token');
  expect(tokens.rows).toEqual([{ bytes: 32 }]);
});

test('an address that anybody has already, in any case, is EmailTaken and nothing is written', async () => {
  await auth.register('twice@shop.test');
  const before = await auth.rows();
  const { register } = await auth.ask(REGISTER, { input: { ...INPUT, email: ' TWICE@Shop.test ' } });
  expect(register).toEqual({
    __typename: 'EmailTaken',
    email: 'twice@shop.test',
    message: 'This e-mail address is in use already.',
  });
  expect(await auth.rows()).toEqual(before);
});

test('of ten registrations of one address at once one succeeds', async () => {
  const before = await auth.rows();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      auth.ask<{ register: { __typename: string } }>(REGISTER, {
        input: { ...INPUT, email: 'race@shop.test' },
      }),
    ),
  );
  expect(answers.map(({ register }) => register.__typename).sort()).toEqual([
    ...Array.from({ length: 9 }, () => 'EmailTaken'),
    'Session',
  ]);
  const after = await auth.rows();
  expect(after).toEqual({
    tenant: Number(before['tenant']) + 1,
    app_user: Number(before['app_user']) + 1,
    session: Number(before['session']) + 1,
    refresh_token: Number(before['refresh_token']) + 1,
    api_key: before['api_key'],
  });
});

test('every broken rule is named with its path, and nothing is written', async () => {
  const before = await auth.rows();
  const { register } = await auth.ask(REGISTER, {
    input: { businessName: ' ', name: 'x'.repeat(201), email: 'no address', password: 'short' },
  });
  expect(register).toEqual({
    __typename: 'ValidationError',
    message: expect.any(String),
    fields: [
      { path: ['input', 'businessName'], message: 'Business name must not be empty.' },
      { path: ['input', 'name'], message: 'Name must have at most 200 characters.' },
      { path: ['input', 'email'], message: 'E-mail address is not valid.' },
      { path: ['input', 'password'], message: 'Password must have at least 12 characters.' },
    ],
  });
  expect(await auth.rows()).toEqual(before);
});

test.each([
  ['businessName', 'a\0b'],
  ['name', 'a\ud800b'],
  ['email', 'a\0@shop.test'],
  ['email', 'ä@shop.test'],
  ['email', `${'a'.repeat(250)}@shop.test`],
  ['password', 'plum-kettle\0-47-orbit'],
  ['password', 'plum-kettle\udfff-47-orbit'],
  ['password', 'x1'.repeat(64) + 'y'],
  ['password', 'password1234'],
  ['password', 'The Corner Shop'],
  ['password', 'ADA.of.corner@corner.test'],
])('refuses %s %j', async (field, value) => {
  const before = await auth.rows();
  const input = { ...INPUT, email: 'ada.of.corner@corner.test', [field]: value };
  const { register } = await auth.ask<{ register: { fields: { path: string[] }[] } }>(REGISTER, { input });
  expect(register.fields.map(({ path }) => path)).toEqual([['input', field]]);
  expect(await auth.rows()).toEqual(before);
});

test.each([
  ['of 12 characters', 'kQ4-vozo-7.x'],
  ['of 128 characters', `kQ4-vozo-7.x${'lamp and tree '.repeat(9)}`.slice(0, 127) + '!'],
  ['of another script', 'пароль надёжный'],
  ['of emoji', '🦊🐝🌋🎻🪁🧭🪵🧄🛶🧲🪀🎏'],
])('accepts a password %s, and it logs in', async (_which, password) => {
  const email = `${randomUUID()}@shop.test`;
  const { register } = await auth.ask<{ register: { __typename: string } }>(REGISTER, {
    input: { ...INPUT, email, password },
  });
  expect(register.__typename).toBe('Session');
  expect((await auth.login(email, password)).email).toBe(email);
});
