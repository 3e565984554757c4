import { parse } from 'graphql';
import { AuthHarness, executeOn, PASSWORD, startSubgraph } from './testing/auth-harness';

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

describe('an account', () => {
  test('is locked by five failures, in the same words, and opens when they are 15 minutes old', async () => {
    const { email } = await auth.register();
    for (let failure = 1; failure <= 5; failure++)
      expect(await login(email, 'wrong')).toEqual({ data: REFUSED });
    expect(await login(email, PASSWORD)).toEqual({ data: REFUSED });

    await auth.sql.query(
      `UPDATE login_throttle SET failures =
         ARRAY(SELECT failure - interval '13 minutes' FROM unnest(failures) failure)`,
    );
    expect(await login(email, PASSWORD)).toEqual({ data: REFUSED });
    await auth.sql.query(
      `UPDATE login_throttle SET failures = (failures[1] - interval '2 minutes') || failures[2:]`,
    );
    expect((await auth.login(email)).email).toBe(email);
  });

  test('begins anew after a success', async () => {
    const { email } = await auth.register();
    for (let round = 1; round <= 3; round++) {
      for (let failure = 1; failure <= 4; failure++) await login(email, 'wrong');
      expect((await auth.login(email)).email).toBe(email);
    }
  });

  test('that does not exist is locked as well', async () => {
    for (let failure = 1; failure <= 7; failure++) await login('nobody@shop.test', 'wrong');
    const { rows } = await auth.sql.query('SELECT cardinality(failures) AS failures FROM login_throttle');
    expect(rows).toEqual([{ failures: 5 }]);
  });

  test('has five guesses of ten at once, over two processes', async () => {
    const { email } = await auth.register();
    const other = await startSubgraph(auth.database);
    try {
      const document = parse(LOGIN);
      const passwords = Array.from({ length: 10 }, (_, guess) => (guess === 9 ? PASSWORD : `guess ${guess}`));
      const answers = await Promise.all(
        passwords.map((password, guess) =>
          executeOn(guess % 2 === 0 ? auth.subgraph : other, document, { input: { email, password } }, {}),
        ),
      );
      expect(answers.filter(({ errors }) => errors)).toEqual([]);
      const { rows } = await auth.sql.query('SELECT cardinality(failures) AS failures FROM login_throttle');
      expect(rows).toEqual([{ failures: 5 }]);
    } finally {
      await other.stop();
    }
  });
});

describe('an address', () => {
  const limited = {
    data: { login: null },
    errors: [
      expect.objectContaining({
        message: 'Too many failed logins from this address. Try again later.',
        extensions: {
          code: 'RATE_LIMITED',
          retryAfterSeconds: expect.any(Number),
          traceId: expect.any(String),
        },
      }),
    ],
  };

  test('is refused after five failures on whatever accounts, also with the right password', async () => {
    const { email } = await auth.register();
    for (let failure = 1; failure <= 5; failure++) {
      expect(await login(`nobody${failure}@shop.test`, 'wrong', '203.0.113.7')).toEqual({ data: REFUSED });
    }
    const before = await auth.rows();
    expect(await login(email, PASSWORD, '203.0.113.7')).toEqual(limited);
    expect(await login(email, PASSWORD, '::ffff:203.0.113.7')).toEqual(limited);
    expect(await auth.rows()).toEqual(before);
    expect((await login(email, PASSWORD, '203.0.113.8')).data).toEqual({ login: { __typename: 'Session' } });
  });

  test('is told how long it has to wait', async () => {
    for (let failure = 1; failure <= 5; failure++)
      await login(`nobody${failure}@shop.test`, 'wrong', '203.0.113.6');
    await auth.sql.query(
      `UPDATE login_throttle SET failures = ARRAY(SELECT f - interval '10 minutes' FROM unnest(failures) f)`,
    );
    const { errors } = await login('nobody@shop.test', 'wrong', '203.0.113.6');
    const seconds = Number(errors?.[0]?.extensions['retryAfterSeconds']);
    expect(seconds).toBeLessThanOrEqual(300);
    expect(seconds).toBeGreaterThan(270);
  });

  test('gains nothing for others by logging in to an account of one’s own', async () => {
    const { email } = await auth.register();
    for (let failure = 1; failure <= 4; failure++)
      await login(`nobody${failure}@shop.test`, 'wrong', '203.0.113.9');
    expect((await login(email, PASSWORD, '203.0.113.9')).data).toEqual({ login: { __typename: 'Session' } });
    await login('nobody5@shop.test', 'wrong', '203.0.113.9');
    expect(await login('nobody6@shop.test', 'wrong', '203.0.113.9')).toEqual(limited);
  });

  test('of IPv6 is its first 64 bits', async () => {
    for (let failure = 1; failure <= 5; failure++) {
      await login(`nobody${failure}@shop.test`, 'wrong', `2001:db8:0:1::${failure}`);
    }
    expect(await login('nobody@shop.test', 'wrong', '2001:0DB8::1:ffff:0:0:1')).toEqual(limited);
    expect(await login('nobody@shop.test', 'wrong', '2001:db8:0:2::1')).toEqual({ data: REFUSED });
  });

  test('of a busy office logs in as often as it likes', async () => {
    const { email } = await auth.register();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => login(email, PASSWORD, '203.0.113.10')),
    );
    expect(answers).toEqual(
      Array.from({ length: 8 }, () => ({ data: { login: { __typename: 'Session' } } })),
    );
  });

  test('is not stored, nor are the accounts that were tried', async () => {
    await login('nobody@shop.test', 'wrong', '203.0.113.11');
    const { rows } = await auth.sql.query('SELECT subject::text FROM login_throttle');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|203/);
  });
});
