import { AuthHarness, PASSWORD } from './testing/auth-harness';

const LOGIN = `mutation ($input: LoginInput!) {
  login(input: $input) { __typename ... on UserError { message } }
}`;
const REFUSED = {
  login: { __typename: 'InvalidCredentials', message: 'The e-mail address or the password is wrong.' },
};

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());
beforeEach(() => auth.sql.query('DELETE FROM login_throttle'));

const login = (
  email: string,
  password: string,
  from: string | null = null,
): ReturnType<AuthHarness['execute']> => auth.execute(LOGIN, { input: { email, password } }, { from });

/** Milliseconds that each work takes, the middle of so many; in turns, for the machine is not always as fast. */
async function medianMillis(times: number, works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const millis = works.map((): number[] => []);
  for (let time = 0; time < times; time++) {
    for (const [index, work] of works.entries()) {
      const begun = performance.now();
      await work();
      millis[index]?.push(performance.now() - begun);
    }
  }
  return millis.map((each) => each.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN);
}

test('the right password begins a session of that person, whatever the case of the address', async () => {
  const owner = await auth.register();
  const again = await auth.login(`  ${owner.email.toUpperCase()} `);
  expect(again.identity).toEqual({ ...owner.identity, sessionId: again.identity.sessionId });
  expect(again.identity.sessionId).not.toBe(owner.identity.sessionId);
});

test.each([
  ['a wrong password', async () => [(await auth.register()).email, 'plum-kettle-47-orbiT']],
  ['an unknown address', () => ['nobody@shop.test', PASSWORD]],
  ['no address', () => ['', PASSWORD]],
  ['an address with NUL', () => ['a\0@shop.test', PASSWORD]],
  ['a lone surrogate for a password', async () => [(await auth.register()).email, '\ud800'.repeat(12)]],
  ['a password of a million characters', async () => [(await auth.register()).email, 'x'.repeat(1_000_000)]],
  ['an empty password', async () => [(await auth.register()).email, '']],
])('%s is refused in the same words, and no session begins', async (_which, credentials) => {
  const [email = '', password = ''] = await credentials();
  const before = await auth.rows();
  expect(await login(email, password)).toEqual({ data: REFUSED });
  expect(await auth.rows()).toEqual(before);
});

test('no end of a long password is cut off', async () => {
  const owner = await auth.register();
  const password = `${'lamp and tree '.repeat(9)}!!`;
  expect(password).toHaveLength(128);
  const input = { email: 'long@shop.test', name: 'Long', role: 'VIEWER', password };
  const made = await auth.ask(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }',
    { input },
    { as: owner.identity },
  );
  expect(made).toEqual({ createUser: { __typename: 'User' } });
  expect(await login('long@shop.test', password.slice(0, -1))).toEqual({ data: REFUSED });
  expect(await login('long@shop.test', `${password.slice(0, -1)}?`)).toEqual({ data: REFUSED });
  expect((await auth.login('long@shop.test', password)).email).toBe('long@shop.test');
});

test('a disabled person is refused as if the password were wrong', async () => {
  const owner = await auth.register();
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE email = $1', [owner.email]);
  expect(await login(owner.email, PASSWORD)).toEqual({ data: REFUSED });
});

test('a password that is changed, or a person who is disabled, while they log in begins no session', async () => {
  for (const change of [`password_hash = 'another'`, 'disabled_at = now()']) {
    const { email, userId } = await auth.register();
    const before = await auth.rows();
    await auth.sql.query('BEGIN');
    await auth.sql.query(`UPDATE app_user SET ${change} WHERE id = $1`, [userId]);
    const answer = login(email, PASSWORD);
    await auth.untilSomebodyWaitsForALock();
    await auth.sql.query('COMMIT');
    expect(await answer).toEqual({ data: REFUSED });
    expect(await auth.rows()).toEqual(before);
  }
});

test('unknown, known, disabled and locked accounts take the same time', async () => {
  const known = await auth.register();
  const disabled = await auth.register();
  const locked = await auth.register();
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE email = $1', [disabled.email]);
  const wrong = 'some-other-words-22';
  await login(locked.email, wrong);
  // Locked for as long as the test runs; the others are never locked.
  await auth.sql.query(
    `UPDATE login_throttle SET failures = array_fill(now() + interval '1 hour', ARRAY[5])`,
  );
  const unlocked = (email: string, password: string) => async (): Promise<unknown> => {
    await auth.sql.query(`DELETE FROM login_throttle WHERE failures[1] < now()`);
    return login(email, password);
  };
  const [baseline = NaN, ...others] = await medianMillis(11, [
    unlocked(known.email, wrong),
    unlocked('nobody@shop.test', wrong),
    unlocked('no address', wrong),
    unlocked(disabled.email, PASSWORD),
    unlocked(locked.email, PASSWORD),
  ]);
  for (const other of others) {
    expect(other / baseline).toBeGreaterThan(0.5);
    expect(other / baseline).toBeLessThan(2);
  }
}, 60_000);

test('a flood of logins keeps nobody waiting who is logged in', async () => {
  const owner = await auth.register();
  let pending = 8;
  const flood = Array.from({ length: pending }, () =>
    login(owner.email, PASSWORD).finally(() => {
      pending -= 1;
    }),
  );
  for (let query = 0; query < 4; query++) {
    expect(await auth.ask('{ me { email } }', {}, { as: owner.identity })).toEqual({
      me: { email: owner.email },
    });
  }
  expect(pending).toBeGreaterThan(0);
  const answers = await Promise.all(flood);
  expect(answers.filter(({ errors }) => errors)).toEqual([]);
});
