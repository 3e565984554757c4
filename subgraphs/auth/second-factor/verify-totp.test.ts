import { PASSWORD, type AuthHarness } from '../testing/auth-harness';
import {
  INVALID,
  LOGIN,
  VERIFY,
  codeOf,
  wrongCode,
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

test('a login then takes a code: no session before, one after', async () => {
  const person = await factor.enrolled();
  const before = await auth.rows();
  const required = await factor.mutate(LOGIN, { input: { email: person.session.email, password: PASSWORD } });
  expect(required).toEqual({
    __typename: 'MfaRequired',
    message: 'Enter the code of your authenticator.',
    challenge: expect.stringMatching(/^bdm_[\w-]{43}$/),
    expiresAt: expect.any(String),
  });
  expect(Date.parse(required.expiresAt ?? '') - Date.now()).toBeGreaterThan(4 * 60_000);
  expect(await auth.rows()).toEqual(before);

  const { challenge } = required;
  expect(await factor.mutate(VERIFY, { challenge, code: wrongCode(person.secret) })).toEqual(INVALID);
  const session = await factor.mutate(VERIFY, {
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
  const person = await factor.enrolled();
  const [one, two] = [await factor.challengeOf(person), await factor.challengeOf(person)];
  // The code that confirmed the enrolment, although its period is still good.
  expect(await factor.mutate(VERIFY, { challenge: one, code: codeOf(person.secret, -1) })).toEqual(INVALID);
  const code = codeOf(person.secret);
  expect((await factor.mutate(VERIFY, { challenge: one, code })).__typename).toBe('Session');
  expect(await factor.mutate(VERIFY, { challenge: two, code })).toEqual(INVALID);
  expect(await factor.mutate(VERIFY, { challenge: one, code: codeOf(person.secret, 1) })).toEqual(INVALID);
  await auth.sql.query('DELETE FROM login_throttle');
  expect((await factor.mutate(VERIFY, { challenge: two, code: person.codes[0] ?? '' })).__typename).toBe(
    'Session',
  );
});

test('of twenty who send one code at once, over two processes, one gets in', async () => {
  const other = await factor.beside();
  try {
    for (const kind of ['code', 'recovery code']) {
      const person = await factor.enrolled();
      const challenges: string[] = [];
      while (challenges.length < 20) challenges.push(await factor.challengeOf(person));
      const code = kind === 'code' ? codeOf(person.secret) : (person.codes[3] ?? '');
      const before = await auth.rows();
      const answers = await Promise.all(
        challenges.map((challenge, index) =>
          (index % 2 === 0 ? factor : other).mutate(VERIFY, { challenge, code }),
        ),
      );
      expect(answers.filter(({ __typename }) => __typename === 'Session')).toHaveLength(1);
      expect(Number((await auth.rows())['session']) - Number(before['session'])).toBe(1);
    }
  } finally {
    await other.auth.subgraph.stop();
  }
}, 60_000);

test('a code is good for the period before and after its own, and no further', async () => {
  for (const [period, good] of [
    [-2, false],
    [-1, true],
    [1, true],
    [2, false],
  ] as const) {
    const person = await factor.enrolled();
    await auth.sql.query('UPDATE app_user SET totp_last_step = NULL WHERE id = $1', [person.session.userId]);
    const answer = await factor.mutate(VERIFY, {
      challenge: await factor.challengeOf(person),
      code: codeOf(person.secret, period),
    });
    expect(answer.__typename).toBe(good ? 'Session' : 'InvalidCode');
  }
});

test('five wrong codes are all, on however many challenges, for 15 minutes', async () => {
  const person = await factor.enrolled();
  for (let guess = 1; guess <= 5; guess++) {
    const challenge = await factor.challengeOf(person);
    expect(await factor.mutate(VERIFY, { challenge, code: wrongCode(person.secret) })).toEqual(INVALID);
  }
  const challenge = await factor.challengeOf(person);
  expect(await factor.mutate(VERIFY, { challenge, code: codeOf(person.secret) })).toEqual(INVALID);
  expect(await factor.mutate(VERIFY, { challenge, code: person.codes[0] ?? '' })).toEqual(INVALID);
  await auth.sql.query(
    `UPDATE login_throttle SET failures = ARRAY(SELECT f - interval '15 minutes' FROM unnest(failures) f)`,
  );
  expect((await factor.mutate(VERIFY, { challenge, code: codeOf(person.secret) })).__typename).toBe(
    'Session',
  );
});

test('a recovery code stands for a code once, however it is typed', async () => {
  const person = await factor.enrolled();
  const [first = '', second = ''] = person.codes;
  const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
  expect(
    (await factor.mutate(VERIFY, { challenge: await factor.challengeOf(person), code: typed })).__typename,
  ).toBe('Session');
  expect(await factor.mutate(VERIFY, { challenge: await factor.challengeOf(person), code: first })).toEqual(
    INVALID,
  );
  expect(
    (await factor.mutate(VERIFY, { challenge: await factor.challengeOf(person), code: second })).__typename,
  ).toBe('Session');
  const stranger = await factor.enrolled();
  expect(
    await factor.mutate(VERIFY, {
      challenge: await factor.challengeOf(person),
      code: stranger.codes[0] ?? '',
    }),
  ).toEqual(INVALID);
});

test('a challenge is over after five minutes, with a change of the password, and when the person is disabled', async () => {
  const person = await factor.enrolled();
  let challenge = await factor.challengeOf(person);
  await auth.sql.query(`UPDATE mfa_challenge SET expires_at = now() WHERE user_id = $1`, [
    person.session.userId,
  ]);
  expect(await factor.mutate(VERIFY, { challenge, code: person.codes[0] ?? '' })).toEqual(INVALID);

  challenge = await factor.challengeOf(person);
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [person.session.userId]);
  expect(await factor.mutate(VERIFY, { challenge, code: person.codes[1] ?? '' })).toEqual(INVALID);
  await auth.sql.query('UPDATE app_user SET disabled_at = NULL WHERE id = $1', [person.session.userId]);

  challenge = await factor.challengeOf(person);
  const change = `mutation { result: changePassword(input: {
    currentPassword: "${PASSWORD}", newPassword: "a-brand-new-kettle-48" }) { __typename } }`;
  expect((await factor.mutate(change, {}, person.session)).__typename).toBe('User');
  expect(await factor.mutate(VERIFY, { challenge, code: person.codes[2] ?? '' })).toEqual(INVALID);
});

test.each([
  ['', '123456'],
  ['\0', '\0'],
  [`bdm_${'A'.repeat(43)}`, '123456'],
  ['\ud800', '\ud800'],
  ['x'.repeat(100_000), '1'.repeat(100_000)],
])('no session is begun by the challenge %.20j and the code %.10j', async (challenge, code) => {
  const before = await auth.rows();
  expect(await factor.mutate(VERIFY, { challenge, code })).toEqual(INVALID);
  expect(await auth.rows()).toEqual(before);
});

test.each(['', '\0', '12345', '1234567', '１２３４５６', 'abcdefghijklmnop', 'x'.repeat(100_000)])(
  'the code %.20j of nobody is none of anybody',
  async (code) => {
    const person = await factor.enrolled();
    expect(await factor.mutate(VERIFY, { challenge: await factor.challengeOf(person), code })).toEqual(
      INVALID,
    );
  },
);
