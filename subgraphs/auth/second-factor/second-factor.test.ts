import { Secret, TOTP } from 'otpauth';
import { AuthHarness, type OpenedSession, PASSWORD } from '../testing/auth-harness';

const SESSION = '... on Session { accessToken refreshToken user { id totpEnabled } }';
const ERROR = '__typename ... on UserError { message }';
const ENROL = `mutation ($password: String!) { result: enrolTotp(password: $password) { ${ERROR} ... on TotpEnrolment { secret uri } } }`;
const CONFIRM = `mutation ($code: String!) { result: confirmTotp(code: $code) { ${ERROR} ... on RecoveryCodes { codes } } }`;
const LOGIN = `mutation ($input: LoginInput!) { result: login(input: $input) { ${ERROR} ${SESSION} ... on MfaRequired { challenge expiresAt } } }`;
const VERIFY = `mutation ($challenge: String!, $code: String!) { result: verifyTotp(challenge: $challenge, code: $code) { ${ERROR} ${SESSION} } }`;
const DISABLE = `mutation ($password: String!, $code: String!) { result: disableTotp(password: $password, code: $code) { ${ERROR} ... on User { totpEnabled } } }`;
const RESET = `mutation ($id: ID!) { result: resetTotp(userId: $id) { ${ERROR} ... on User { totpEnabled } } }`;
const REQUIRE =
  'mutation ($required: Boolean!) { result: requireTotp(required: $required) { id totpRequired } }';

const INVALID = {
  __typename: 'InvalidCode',
  message: 'The code is not valid. Wait for the next one and try again.',
};
const PERIOD_MILLIS = 30_000;

interface Result {
  __typename: string;
  message?: string;
  secret?: string;
  uri?: string;
  codes?: string[];
  challenge?: string;
  expiresAt?: string;
  totpEnabled?: boolean;
}

interface Enrolled {
  session: OpenedSession;
  secret: string;
  codes: string[];
}

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start({ AUTH_SEALING_SECRET: 'a secret of the deployment, long enough' });
});
afterAll(() => auth?.stop());
// Stopped, or a period could end between the making of a code and its use.
beforeEach(() => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => jest.restoreAllMocks());

async function mutate(
  document: string,
  variables: Record<string, unknown>,
  as: OpenedSession | null = null,
): Promise<Result> {
  return (await auth.ask<{ result: Result }>(document, variables, { as: as?.identity ?? null })).result;
}

/** The code of the period so many before or after now. */
function codeOf(secret: string, period = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + period * PERIOD_MILLIS });
}

/** Never the digits of a code that is good now. */
function wrongCode(secret: string): string {
  const good = [-2, -1, 0, 1, 2].map((period) => codeOf(secret, period));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !good.includes(code)) ?? ''
  );
}

async function enrolled(session?: OpenedSession): Promise<Enrolled> {
  const person = session ?? (await auth.register());
  const { secret = '' } = await mutate(ENROL, { password: PASSWORD }, person);
  const { codes = [] } = await mutate(CONFIRM, { code: codeOf(secret, -1) }, person);
  expect(codes).toHaveLength(10);
  return { session: person, secret, codes };
}

async function challengeOf({ session }: Enrolled): Promise<string> {
  const answer = await mutate(LOGIN, { input: { email: session.email, password: PASSWORD } });
  expect(answer.__typename).toBe('MfaRequired');
  return answer.challenge ?? '';
}

const failures = (): Promise<unknown> => auth.sql.query('DELETE FROM login_throttle');

test('enrolling gives a secret, which counts only when it is confirmed', async () => {
  const owner = await auth.register();
  const first = await mutate(ENROL, { password: PASSWORD }, owner);
  expect(first).toEqual({
    __typename: 'TotpEnrolment',
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    uri: `otpauth://totp/Bodega:${encodeURIComponent(owner.email)}?issuer=Bodega&secret=${first.secret}&algorithm=SHA1&digits=6&period=30`,
  });
  expect((await mutate(LOGIN, { input: { email: owner.email, password: PASSWORD } })).__typename).toBe(
    'Session',
  );
  const second = await mutate(ENROL, { password: PASSWORD }, owner);
  expect(second.secret).not.toBe(first.secret);
  expect(await mutate(CONFIRM, { code: codeOf(first.secret ?? '') }, owner)).toEqual(INVALID);
  expect(await mutate(CONFIRM, { code: codeOf(second.secret ?? '') }, owner)).toEqual({
    __typename: 'RecoveryCodes',
    codes: Array.from({ length: 10 }, () => expect.stringMatching(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)),
  });
});

test('enrolling needs the password, and a person', async () => {
  const owner = await auth.register();
  expect((await mutate(ENROL, { password: 'wrong' }, owner)).__typename).toBe('InvalidCredentials');
  const { sessionId: _session, ...key } = owner.identity;
  for (const [document, variables] of [
    [ENROL, { password: PASSWORD }],
    [CONFIRM, { code: '123456' }],
    [DISABLE, { password: PASSWORD, code: '123456' }],
  ] as const) {
    const { errors } = await auth.execute(document, variables, { as: { ...key, apiKeyId: owner.userId } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  }
  const { rows } = await auth.sql.query('SELECT totp_secret FROM app_user WHERE id = $1', [owner.userId]);
  expect(rows).toEqual([{ totp_secret: null }]);
});

test('the database holds the secret sealed, and of the recovery codes and challenges only hashes', async () => {
  const person = await enrolled();
  const challenge = await challengeOf(person);
  const { rows } = await auth.sql.query<{ row: string }>(
    `SELECT row_to_json(app_user)::text AS row FROM app_user
     UNION ALL SELECT row_to_json(recovery_code)::text FROM recovery_code
     UNION ALL SELECT row_to_json(mfa_challenge)::text FROM mfa_challenge`,
  );
  const stored = rows.map(({ row }) => row).join('\n');
  expect(stored).toContain('sealed:');
  for (const secret of [
    person.secret,
    challenge.slice(4),
    ...person.codes,
    ...person.codes.map((code) => code.replaceAll('-', '')),
  ]) {
    expect(stored).not.toContain(secret);
  }
});

test('confirming ends the other sessions, not this one, and cannot be done twice', async () => {
  const owner = await auth.register();
  const elsewhere = await auth.login(owner.email);
  const { secret } = await enrolled(owner);
  expect((await auth.refresh(elsewhere.refreshToken)).__typename).toBe('InvalidRefreshToken');
  expect((await auth.refresh(owner.refreshToken)).__typename).toBe('Session');
  expect(await mutate(CONFIRM, { code: codeOf(secret) }, owner)).toEqual(INVALID);
  expect((await mutate(ENROL, { password: PASSWORD }, owner)).__typename).toBe('TotpAlreadyEnabled');
});

test('a login then takes a code: no session before, one after', async () => {
  const person = await enrolled();
  const before = await auth.rows();
  const required = await mutate(LOGIN, { input: { email: person.session.email, password: PASSWORD } });
  expect(required).toEqual({
    __typename: 'MfaRequired',
    message: 'Enter the code of your authenticator.',
    challenge: expect.stringMatching(/^bdm_[\w-]{43}$/),
    expiresAt: expect.any(String),
  });
  expect(Date.parse(required.expiresAt ?? '') - Date.now()).toBeGreaterThan(4 * 60_000);
  expect(await auth.rows()).toEqual(before);

  const { challenge } = required;
  expect(await mutate(VERIFY, { challenge, code: wrongCode(person.secret) })).toEqual(INVALID);
  const session = await mutate(VERIFY, {
    challenge,
    code: ` ${codeOf(person.secret).replace(/(...)/, '$1 ')}`,
  });
  expect(session).toMatchObject({
    __typename: 'Session',
    user: { id: person.session.userId, totpEnabled: true },
  });
  expect((await auth.opened(person.session.email, session)).identity.scopes).toContain('users:write');
  expect(await auth.rows()).toEqual({
    ...before,
    session: Number(before['session']) + 1,
    refresh_token: Number(before['refresh_token']) + 1,
  });
});

test('a code works once, also for another login; so does a challenge', async () => {
  const person = await enrolled();
  const [one, two] = [await challengeOf(person), await challengeOf(person)];
  // The code that confirmed the enrolment, although its period is still good.
  expect(await mutate(VERIFY, { challenge: one, code: codeOf(person.secret, -1) })).toEqual(INVALID);
  const code = codeOf(person.secret);
  expect((await mutate(VERIFY, { challenge: one, code })).__typename).toBe('Session');
  expect(await mutate(VERIFY, { challenge: two, code })).toEqual(INVALID);
  expect(await mutate(VERIFY, { challenge: one, code: codeOf(person.secret, 1) })).toEqual(INVALID);
  await failures();
  expect((await mutate(VERIFY, { challenge: two, code: person.codes[0] ?? '' })).__typename).toBe('Session');
});

test('of twenty who send one code at once, over two processes, one gets in', async () => {
  const other = await auth.beside({ AUTH_SEALING_SECRET: 'a secret of the deployment, long enough' });
  try {
    for (const kind of ['code', 'recovery code']) {
      const person = await enrolled();
      const challenges: string[] = [];
      while (challenges.length < 20) challenges.push(await challengeOf(person));
      const code = kind === 'code' ? codeOf(person.secret) : (person.codes[3] ?? '');
      const before = await auth.rows();
      const answers = await Promise.all(
        challenges.map((challenge, index) =>
          (index % 2 === 0 ? auth : other).ask<{ result: Result }>(VERIFY, { challenge, code }),
        ),
      );
      expect(answers.filter(({ result }) => result.__typename === 'Session')).toHaveLength(1);
      expect(Number((await auth.rows())['session']) - Number(before['session'])).toBe(1);
    }
  } finally {
    await other.subgraph.stop();
  }
}, 60_000);

test('a code is good for the period before and after its own, and no further', async () => {
  for (const [period, good] of [
    [-2, false],
    [-1, true],
    [1, true],
    [2, false],
  ] as const) {
    const person = await enrolled();
    await auth.sql.query('UPDATE app_user SET totp_last_step = NULL WHERE id = $1', [person.session.userId]);
    const answer = await mutate(VERIFY, {
      challenge: await challengeOf(person),
      code: codeOf(person.secret, period),
    });
    expect(answer.__typename).toBe(good ? 'Session' : 'InvalidCode');
  }
});

test('five wrong codes are all, on however many challenges, for 15 minutes', async () => {
  const person = await enrolled();
  for (let guess = 1; guess <= 5; guess++) {
    const challenge = await challengeOf(person);
    expect(await mutate(VERIFY, { challenge, code: wrongCode(person.secret) })).toEqual(INVALID);
  }
  const challenge = await challengeOf(person);
  expect(await mutate(VERIFY, { challenge, code: codeOf(person.secret) })).toEqual(INVALID);
  expect(await mutate(VERIFY, { challenge, code: person.codes[0] ?? '' })).toEqual(INVALID);
  await auth.sql.query(
    `UPDATE login_throttle SET failures = ARRAY(SELECT f - interval '15 minutes' FROM unnest(failures) f)`,
  );
  expect((await mutate(VERIFY, { challenge, code: codeOf(person.secret) })).__typename).toBe('Session');
});

test('a recovery code stands for a code once, however it is typed', async () => {
  const person = await enrolled();
  const [first = '', second = ''] = person.codes;
  const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
  expect((await mutate(VERIFY, { challenge: await challengeOf(person), code: typed })).__typename).toBe(
    'Session',
  );
  expect(await mutate(VERIFY, { challenge: await challengeOf(person), code: first })).toEqual(INVALID);
  expect((await mutate(VERIFY, { challenge: await challengeOf(person), code: second })).__typename).toBe(
    'Session',
  );
  const stranger = await enrolled();
  expect(
    await mutate(VERIFY, { challenge: await challengeOf(person), code: stranger.codes[0] ?? '' }),
  ).toEqual(INVALID);
});

test('a challenge is over after five minutes, with a change of the password, and when the person is disabled', async () => {
  const person = await enrolled();
  let challenge = await challengeOf(person);
  await auth.sql.query(`UPDATE mfa_challenge SET expires_at = now() WHERE user_id = $1`, [
    person.session.userId,
  ]);
  expect(await mutate(VERIFY, { challenge, code: person.codes[0] ?? '' })).toEqual(INVALID);

  challenge = await challengeOf(person);
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [person.session.userId]);
  expect(await mutate(VERIFY, { challenge, code: person.codes[1] ?? '' })).toEqual(INVALID);
  await auth.sql.query('UPDATE app_user SET disabled_at = NULL WHERE id = $1', [person.session.userId]);

  challenge = await challengeOf(person);
  const change = `mutation { result: changePassword(input: {
    currentPassword: "${PASSWORD}", newPassword: "a-brand-new-kettle-48" }) { __typename } }`;
  expect((await mutate(change, {}, person.session)).__typename).toBe('User');
  expect(await mutate(VERIFY, { challenge, code: person.codes[2] ?? '' })).toEqual(INVALID);
});

test.each([
  ['', '123456'],
  ['\0', '\0'],
  [`bdm_${'A'.repeat(43)}`, '123456'],
  ['\ud800', '\ud800'],
  ['x'.repeat(100_000), '1'.repeat(100_000)],
])('no session is begun by the challenge %.20j and the code %.10j', async (challenge, code) => {
  const before = await auth.rows();
  expect(await mutate(VERIFY, { challenge, code })).toEqual(INVALID);
  expect(await auth.rows()).toEqual(before);
});

test.each(['', '\0', '12345', '1234567', '１２３４５６', 'abcdefghijklmnop', 'x'.repeat(100_000)])(
  'the code %.20j of nobody is none of anybody',
  async (code) => {
    const person = await enrolled();
    expect(await mutate(VERIFY, { challenge: await challengeOf(person), code })).toEqual(INVALID);
  },
);

test('it is disabled with the password and a code; then a login takes none', async () => {
  const person = await enrolled();
  const disable = (password: string, code: string): Promise<Result> =>
    mutate(DISABLE, { password, code }, person.session);
  expect((await disable('wrong', codeOf(person.secret))).__typename).toBe('InvalidCredentials');
  expect(await disable(PASSWORD, wrongCode(person.secret))).toEqual(INVALID);
  expect(await disable(PASSWORD, codeOf(person.secret))).toEqual({ __typename: 'User', totpEnabled: false });
  expect((await auth.login(person.session.email)).userId).toBe(person.session.userId);
  const { rows } = await auth.sql.query(
    'SELECT totp_secret, (SELECT count(*)::int FROM recovery_code WHERE user_id = $1) AS codes FROM app_user WHERE id = $1',
    [person.session.userId],
  );
  expect(rows).toEqual([{ totp_secret: null, codes: 0 }]);
});

test('it is reset by whoever may manage the person, never by oneself', async () => {
  const owner = await auth.register();
  const admin = await enrolled(await auth.colleague(owner, 'ADMIN'));
  expect((await mutate(RESET, { id: admin.session.userId }, admin.session)).__typename).toBe(
    'ValidationError',
  );
  expect((await mutate(RESET, { id: owner.userId }, admin.session)).__typename).toBe('ValidationError');
  expect((await mutate(RESET, { id: admin.session.userId }, await auth.register())).__typename).toBe(
    'UserNotFound',
  );
  expect(await mutate(RESET, { id: admin.session.userId }, owner)).toEqual({
    __typename: 'User',
    totpEnabled: false,
  });
  expect((await auth.refresh(admin.session.refreshToken)).__typename).toBe('InvalidRefreshToken');
  expect((await auth.login(admin.session.email)).userId).toBe(admin.session.userId);
});

describe('where a business requires it', () => {
  test('an OWNER or ADMIN without may do nothing but enrol, and everything after; a SELLER need not', async () => {
    const owner = await auth.register();
    const [admin, seller] = [await auth.colleague(owner, 'ADMIN'), await auth.colleague(owner, 'SELLER')];
    const withFactor = await enrolled(owner);
    expect(await mutate(REQUIRE, { required: true }, owner)).toEqual({
      id: owner.identity.tenantId,
      totpRequired: true,
    });
    const revoked = await auth.revocations();
    expect(revoked.filter((entry) => entry.startsWith(`user:${admin.userId}@`))).toHaveLength(1);
    expect(revoked.filter((entry) => entry.startsWith(`user:${withFactor.session.userId}@`))).toEqual([]);
    expect(revoked.filter((entry) => entry.startsWith(`user:${seller.userId}@`))).toEqual([]);

    const bound = await auth.opened(admin.email, await auth.refresh(admin.refreshToken));
    expect(bound.identity.scopes.join('')).toBe('');
    expect((await auth.login(admin.email)).identity.scopes.join('')).toBe('');
    expect((await auth.login(seller.email)).identity.scopes).toContain('orders:sell');

    await enrolled(bound);
    const free = await auth.opened(admin.email, await auth.refresh(bound.refreshToken));
    expect(free.identity.scopes).toContain('users:write');
  });

  test('who disables theirs may do nothing but enrol again', async () => {
    const person = await enrolled();
    await mutate(REQUIRE, { required: true }, person.session);
    const disabled = await mutate(
      DISABLE,
      { password: PASSWORD, code: codeOf(person.secret) },
      person.session,
    );
    expect(disabled).toEqual({ __typename: 'User', totpEnabled: false });
    expect(
      (await auth.revocations()).some((entry) => entry.startsWith(`user:${person.session.userId}@`)),
    ).toBe(true);
    const after = await auth.opened(person.session.email, await auth.refresh(person.session.refreshToken));
    expect(after.identity.scopes.join('')).toBe('');
  });

  test('only an OWNER decides on it, for their own business', async () => {
    const [owner, stranger] = [await auth.register(), await auth.register()];
    const admin = await auth.colleague(owner, 'ADMIN');
    const { errors } = await auth.execute(REQUIRE, { required: true }, { as: admin.identity });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    await mutate(REQUIRE, { required: true }, stranger);
    const { rows } = await auth.sql.query(
      'SELECT totp_required FROM tenant WHERE tenant_id = ANY($1) ORDER BY 1',
      [[owner.identity.tenantId, stranger.identity.tenantId]],
    );
    expect(rows).toEqual([{ totp_required: false }, { totp_required: true }]);
    expect(await mutate(REQUIRE, { required: false }, stranger)).toMatchObject({ totpRequired: false });
  });
});
