import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import type { Role } from '../../schema/operations/generated/graphql';
import { Api, newBusiness, newPerson, PASSWORD } from '../support/api';
import { startTestBodega, type TestBodega } from '../support/test-bodega';

let bodega: TestBodega;
let anonymous: Api;
beforeAll(async () => {
  // Each test comes from addresses of its own, and no limit but those of logins is in its way.
  const limits = { RATE_LIMIT_USER: '0', RATE_LIMIT_BUSINESS: '0', RATE_LIMIT_ADDRESS: '0' };
  bodega = await startTestBodega({ TRUSTED_PROXIES: '127.0.0.1', ...limits });
  anonymous = new Api(bodega.url);
}, 60_000);
afterAll(() => bodega?.stop());

type Answer = { __typename: string } & Record<string, unknown>;

/** The one field of an operation, whatever it answers; null with an error. */
async function ask(api: Api, document: string, variables: object = {}): Promise<Answer | null> {
  const { data } = await api.send<Record<string, Answer | null>>(document, variables);
  return Object.values(data ?? {})[0] ?? null;
}

async function codeOf(api: Api): Promise<unknown> {
  const { errors } = await api.send('{ me { id } }');
  return errors[0]?.extensions['code'];
}

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { __typename
  ... on Session { accessToken refreshToken } ... on MfaRequired { challenge } } }`;

interface LoggedIn {
  readonly api: Api;
  readonly id: string;
  readonly email: string;
  readonly refreshToken: string;
}

async function person(owner: Api, role: Role): Promise<LoggedIn> {
  const { data } = await (
    await newPerson(owner, role)
  ).send<{ me: { id: string; email: string } }>('{ me { id email } }');
  const { id = '', email = '' } = data?.me ?? {};
  const session = await ask(anonymous, LOGIN, { input: { email, password: PASSWORD } });
  const api = anonymous.as({ authorization: `Bearer ${String(session?.['accessToken'])}` });
  return { api, id, email, refreshToken: String(session?.['refreshToken']) };
}

/** By what somebody is shut out; `owner` is the OWNER of their business. */
const SHUT_OUT: Readonly<Record<string, (who: LoggedIn, owner: Api) => Promise<unknown>>> = {
  'a session that was ended': ({ api }) => ask(api, 'mutation { logout }'),
  'all sessions that were ended': ({ api }) => ask(api, 'mutation { logout(everywhere: true) }'),
  'a session whose refresh token was used twice': async ({ refreshToken: token }) => {
    const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename } }';
    await ask(anonymous, REFRESH, { token });
    await ask(anonymous, REFRESH, { token });
  },
  'a person who is disabled': ({ id }, owner) =>
    ask(owner, 'mutation ($id: ID!) { disableUser(userId: $id) { __typename } }', { id }),
  'a person with another role': ({ id }, owner) =>
    ask(owner, 'mutation ($id: ID!) { changeRole(userId: $id, role: VIEWER) { __typename } }', { id }),
  'a person who is erased': ({ id }, owner) =>
    ask(owner, 'mutation ($id: ID!) { eraseUser(userId: $id) { __typename } }', { id }),
};

test('who is shut out is answered nothing within 5 seconds, over HTTP and on open sockets', async () => {
  const owner = await newBusiness(bodega.url);
  const outcomes = await Promise.all(
    Object.entries(SHUT_OUT).map(async ([what, shutOut]) => {
      const who = await person(owner, 'SELLER');
      const closed = who.api.subscribe('subscription { stockChanged { onHand } }').next();
      const closeCode = closed.then(
        () => 'an event',
        (event: { code?: number }) => event.code,
      );
      expect(await codeOf(who.api)).toBeUndefined();
      await shutOut(who, owner);
      const begun = performance.now();
      const code = await closeCode;
      while ((await codeOf(who.api)) !== 'UNAUTHENTICATED')
        await new Promise((resolve) => setTimeout(resolve, 50));
      const inTime = performance.now() - begun < 5_000;
      await who.api.close();
      return [what, code, inTime];
    }),
  );
  expect(outcomes).toEqual(Object.keys(SHUT_OUT).map((what) => [what, 4403, true]));
  expect(await codeOf(owner)).toBeUndefined();
  await owner.close();
}, 30_000);

test('of twenty refreshes with one token at once, one at most succeeds, and then the session is over', async () => {
  const owner = await newBusiness(bodega.url);
  const { refreshToken: token } = await person(owner, 'SELLER');
  const REFRESH = `mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename
    ... on Session { refreshToken } } }`;
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(anonymous, REFRESH, { token })));
  const sessions = answers.filter((answer) => answer?.__typename === 'Session');
  expect(sessions.length).toBeLessThanOrEqual(1);
  expect(answers.filter((answer) => answer?.__typename === 'InvalidRefreshToken')).toHaveLength(
    20 - sessions.length,
  );
  for (const session of sessions)
    expect((await ask(anonymous, REFRESH, { token: session?.['refreshToken'] }))?.__typename).toBe(
      'InvalidRefreshToken',
    );
});

test('of twenty logins with one code of the second factor at once, one succeeds', async () => {
  const owner = await newBusiness(bodega.url);
  const { api, email } = await person(owner, 'ADMIN');
  const ENROL =
    'mutation ($password: String!) { enrolTotp(password: $password) { __typename ... on TotpEnrolment { secret } } }';
  const enrolment = await ask(api, ENROL, { password: PASSWORD });
  const secret = Secret.fromBase32(String(enrolment?.['secret']));
  const CONFIRM = 'mutation ($code: String!) { confirmTotp(code: $code) { __typename } }';
  // The code of the period before: the one of now is still to be used.
  const before = TOTP.generate({ secret, timestamp: Date.now() - 30_000 });
  expect((await ask(api, CONFIRM, { code: before }))?.__typename).toBe('RecoveryCodes');
  const challenges: unknown[] = [];
  for (let n = 0; n < 20; n++) {
    const answer = await ask(anonymous, LOGIN, { input: { email, password: PASSWORD } });
    challenges.push(answer?.['challenge']);
  }
  const VERIFY =
    'mutation ($challenge: String!, $code: String!) { verifyTotp(challenge: $challenge, code: $code) { __typename } }';
  const code = TOTP.generate({ secret });
  const answers = await Promise.all(
    challenges.map((challenge) => ask(anonymous, VERIFY, { challenge, code })),
  );
  const names = answers.map((answer) => answer?.__typename).sort();
  expect(names).toEqual([...Array.from({ length: 19 }, () => 'InvalidCode'), 'Session']);
});

/** What became of so many logins at once: the type of the answer, or the code of the error. */
async function loginsAtOnce(email: string, addresses: readonly string[]): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  await Promise.all(
    addresses.map(async (address, n) => {
      const from = new Api(bodega.url, { 'x-forwarded-for': address });
      const { data, errors } = await from.send<{ login: Answer | null }>(LOGIN, {
        input: { email, password: `not-the-password-${n}` },
      });
      const outcome = data?.login?.__typename ?? String(errors[0]?.extensions['code']);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }),
  );
  return outcomes;
}

test('a hundred wrong passwords at once lock the account after five, from however many addresses', async () => {
  const owner = await newBusiness(bodega.url);
  const { email } = await person(owner, 'SELLER');
  const outcomes = await loginsAtOnce(
    email,
    Array.from({ length: 100 }, (_, n) => `198.51.100.${n}`),
  );
  // Those who find a long queue are sent away unheard.
  const { InvalidCredentials = 0, SERVICE_UNAVAILABLE = 0, ...others } = outcomes;
  expect(others).toEqual({});
  expect(InvalidCredentials + SERVICE_UNAVAILABLE).toBe(100);
  const late = new Api(bodega.url, { 'x-forwarded-for': '198.51.100.200' });
  expect((await ask(late, LOGIN, { input: { email, password: PASSWORD } }))?.__typename).toBe(
    'InvalidCredentials',
  );
  const sql = new Client({ connectionString: bodega.databases.auth.superuserUrl });
  await sql.connect();
  const { rows } = await sql.query('SELECT max(cardinality(failures)) AS guesses FROM login_throttle');
  await sql.end();
  expect(rows).toEqual([{ guesses: 5 }]);
}, 30_000);

test('a hundred wrong passwords at once from one address are five guesses, on however many accounts', async () => {
  const address = '203.0.113.200';
  const outcomes = await loginsAtOnce(
    'nobody@shop.test',
    Array.from({ length: 100 }, () => address),
  );
  const { InvalidCredentials = 0, RATE_LIMITED = 0, SERVICE_UNAVAILABLE = 0, ...others } = outcomes;
  expect(others).toEqual({});
  expect(InvalidCredentials).toBeLessThanOrEqual(5);
  expect(RATE_LIMITED).toBeGreaterThan(0);
  expect(InvalidCredentials + RATE_LIMITED + SERVICE_UNAVAILABLE).toBe(100);
  const owner = await newBusiness(bodega.url);
  const { email } = await person(owner, 'SELLER');
  const from = new Api(bodega.url, { 'x-forwarded-for': address });
  const { errors } = await from.send(LOGIN, { input: { email, password: PASSWORD } });
  expect(errors[0]?.extensions).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterSeconds: expect.any(Number) as number,
  });
}, 30_000);
