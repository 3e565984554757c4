import { PASSWORD, type AuthHarness } from '../testing/auth-harness';
import {
  CONFIRM,
  DISABLE,
  ENROL,
  INVALID,
  LOGIN,
  codeOf,
  SecondFactorHarness,
  stopTheClock,
} from './second-factor.fixture';

let factor: SecondFactorHarness;
let auth: AuthHarness;
beforeAll(async () => {
  factor = await SecondFactorHarness.start();
  auth = factor.auth;
});
afterAll(() => auth?.stop());
beforeEach(stopTheClock);
afterEach(() => jest.restoreAllMocks());

test('enrolling gives a secret, which counts only when it is confirmed', async () => {
  const owner = await auth.register();
  const first = await factor.mutate(ENROL, { password: PASSWORD }, owner);
  expect(first).toEqual({
    __typename: 'TotpEnrolment',
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    uri: `otpauth://totp/Bodega:${encodeURIComponent(owner.email)}?issuer=Bodega&secret=${first.secret}&algorithm=SHA1&digits=6&period=30`,
  });
  expect((await factor.mutate(LOGIN, { input: { email: owner.email, password: PASSWORD } })).__typename).toBe(
    'Session',
  );
  const second = await factor.mutate(ENROL, { password: PASSWORD }, owner);
  expect(second.secret).not.toBe(first.secret);
  expect(await factor.mutate(CONFIRM, { code: codeOf(first.secret ?? '') }, owner)).toEqual(INVALID);
  expect(await factor.mutate(CONFIRM, { code: codeOf(second.secret ?? '') }, owner)).toEqual({
    __typename: 'RecoveryCodes',
    codes: Array.from({ length: 10 }, () => expect.stringMatching(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)),
  });
});

test('enrolling needs the password, and a person', async () => {
  const owner = await auth.register();
  expect((await factor.mutate(ENROL, { password: 'wrong' }, owner)).__typename).toBe('InvalidCredentials');
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
  const person = await factor.enrolled();
  const challenge = await factor.challengeOf(person);
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
  const { secret } = await factor.enrolled(owner);
  expect((await auth.refresh(elsewhere.refreshToken)).__typename).toBe('InvalidRefreshToken');
  expect((await auth.refresh(owner.refreshToken)).__typename).toBe('Session');
  expect(await factor.mutate(CONFIRM, { code: codeOf(secret) }, owner)).toEqual(INVALID);
  expect((await factor.mutate(ENROL, { password: PASSWORD }, owner)).__typename).toBe('TotpAlreadyEnabled');
});
