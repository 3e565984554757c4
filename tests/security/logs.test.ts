import { createServer } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { listen } from '../../platform/http/listen';
import { secretsIn } from '../../platform/config/secrets';
import { createLogger } from '../../platform/observability/logger';
import { redact } from '../../platform/observability/redact';
import { Api } from '../support/api';
import { startTestBodega, type TestBodega } from '../support/test-bodega';
import { openSocket } from './support/transports';

const PASSWORD = 'a phrase "with" quotes \\ and more';
const NEXT_PASSWORD = 'another phrase that nobody may read';
const MODEL_KEY = 'a-key-without-any-shape';
const SEALING = 'sealing-secret-0123456789-abcdefghij';

/** Every line of the run. */
let lines: string[];
let bodega: TestBodega;
/** A model's server that refuses the key and says it back. */
const model = createServer((request, response) => {
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: `Incorrect API key: ${request.headers.authorization}` } }));
});

beforeAll(async () => {
  lines = [];
  const port = await listen(model, '127.0.0.1', 0);
  const environment = {
    OPENAI_API_KEY: MODEL_KEY,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    OPENAI_MODEL: 'model',
    AUTH_SEALING_SECRET: SEALING,
  };
  const destination = { write: (line: string) => void lines.push(line) };
  bodega = await startTestBodega(
    environment,
    createLogger({ level: 'trace', secrets: secretsIn(environment), destination }),
  );
}, 60_000);
afterAll(async () => {
  await bodega?.stop();
  model.close();
});

async function pick(api: Api, query: string, variables: object = {}): Promise<Record<string, string>> {
  const { data } = await api.send<{ result: Record<string, string> }>(query, variables);
  return data?.result ?? {};
}

/** A person's whole life with secrets; answers all that were used. */
async function live(): Promise<string[]> {
  const used = [PASSWORD, NEXT_PASSWORD, MODEL_KEY, SEALING];
  const anonymous = new Api(bodega.url);
  const session = '... on Session { accessToken refreshToken }';
  const email = 'reader@example.com';
  const registered = await pick(
    anonymous,
    `mutation ($input: RegisterInput!) { result: register(input: $input) { ${session} } }`,
    { input: { businessName: 'B', name: 'N', email, password: PASSWORD } },
  );
  const api = anonymous.as({ authorization: `Bearer ${registered['accessToken']}` });
  const login = (password: string) =>
    pick(
      anonymous,
      `mutation ($input: LoginInput!) { result: login(input: $input) { ${session} ... on MfaRequired { challenge } } }`,
      {
        input: { email, password },
      },
    );
  await login(NEXT_PASSWORD);
  // In the text of a document, and in one that cannot be read.
  await anonymous.send(
    `mutation { login(input: { email: "${email}", password: "${NEXT_PASSWORD}" }) { __typename } }`,
  );
  await anonymous.send(`mutation { login(input: { email: "${email}", password: "${NEXT_PASSWORD}" `);
  const refreshed = await pick(
    anonymous,
    `mutation ($t: String!) { result: refreshSession(refreshToken: $t) { ${session} } }`,
    {
      t: registered['refreshToken'],
    },
  );
  const key = await api.send<{ result: { secret: string } }>(
    'mutation { result: createApiKey(input: { name: "k", scopes: ["products:read", "products:write"] }) { ... on CreatedApiKey { secret } } }',
  );
  const secret = key.data?.result.secret ?? '';
  await new Api(bodega.url, { 'x-api-key': secret }).send(
    'mutation { createProduct(input: { name: "Mug", price: { amount: "1.00", currency: "USD" } }) { __typename } }',
  );
  (await openSocket(bodega.url, { authorization: `Bearer ${refreshed['accessToken']}` })).close();
  await expect(
    openSocket(bodega.url, { authorization: `Bearer ${refreshed['accessToken']}x` }),
  ).rejects.toThrow('4403');
  await new Api(bodega.url, { 'x-api-key': `${secret}x` }).send('{ me { id } }');
  const enrolment = await pick(
    api,
    'mutation ($p: String!) { result: enrolTotp(password: $p) { ... on TotpEnrolment { secret uri } } }',
    { p: PASSWORD },
  );
  const totp = new TOTP({ secret: Secret.fromBase32(enrolment['secret'] ?? '') });
  const code = totp.generate();
  const confirmed = await api.send<{ result: { codes: string[] } }>(
    'mutation ($c: String!) { result: confirmTotp(code: $c) { ... on RecoveryCodes { codes } } }',
    { c: code },
  );
  const recovery = confirmed.data?.result.codes ?? [];
  const { challenge } = await login(PASSWORD);
  await pick(
    anonymous,
    `mutation ($h: String!, $c: String!) { result: verifyTotp(challenge: $h, code: $c) { ${session} } }`,
    { h: challenge, c: recovery[0] },
  );
  for (const { serviceUrl, ownerUrl } of Object.values(bodega.databases))
    used.push(new URL(serviceUrl).password, new URL(ownerUrl).password);
  return [
    ...used,
    ...[registered, refreshed].flatMap((each) => [each['accessToken'], each['refreshToken']]),
    ...[secret, enrolment['secret'], enrolment['uri'], challenge, ...recovery],
  ].map((value) => value ?? '');
}

describe('the log of a whole run, at the level of trace', () => {
  it('holds no password, token, key or code that was used in it, not even of what failed inside', async () => {
    const used = await live();
    expect(used.filter((secret) => secret.length < 8)).toEqual([]);
    // A statement that fails carries its parameters.
    const database = new Client({ connectionString: bodega.databases.auth.superuserUrl });
    await database.connect();
    await database.query('ALTER TABLE refresh_token RENAME TO refresh_token_away');
    const { errors } = await new Api(bodega.url).send(
      'mutation ($t: String!) { refreshSession(refreshToken: $t) { __typename } }',
      { t: used.find((secret) => secret.startsWith('bdr_')) },
    );
    await database.end();
    expect(errors[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    const log = lines.join('');
    expect(log).toContain(String(errors[0]?.extensions['traceId']));
    expect(lines.length).toBeGreaterThan(1);
    const found = used.filter(
      (secret) => log.includes(secret) || log.includes(JSON.stringify(secret).slice(1, -1)),
    );
    expect(found).toEqual([]);
  }, 60_000);
});

describe('a line of the log', () => {
  const line = (value: object): string => {
    const written: string[] = [];
    createLogger({ level: 'info', destination: { write: (text) => void written.push(text) } }).info(
      value,
      'said',
    );
    return written.join('');
  };
  const TOKEN = `${'eyJhbGciOiJFZERTQSJ9'}.${'eyJzdWIiOiIxIn0'}.c2lnbmF0dXJl`;

  it.each([
    ['a member, however deep', { a: { b: [{ c: { password: 'quoted "secret" text' } }] } }, 'secret'],
    ['recovery codes', { codes: ['abcd-efgh-ijkl-mnop', 'bcde-fghi-jklm-nopq'] }, 'mnop'],
    ['a code of six digits', { code: '123456' }, '123456'],
    ['JSON within JSON', { body: JSON.stringify({ input: { newPassword: 'new secret' } }) }, 'new secret'],
    ['a document', { document: 'mutation { login(input: { password: "my secret" }) { id } }' }, 'my secret'],
    ['a header', { headers: { Authorization: `Bearer ${TOKEN}` } }, 'eyJ'],
    ['the text of an error', { err: new Error(`token ${TOKEN} is bad`) }, 'eyJ'],
    ['an address', { err: new Error('connect redis://default:hunter22@redis:6379') }, 'hunter22'],
    ['an API key', { note: `bdk_${'k'.repeat(43)}` }, 'k'.repeat(20)],
    ['a second factor', { note: 'otpauth://totp/Bodega?secret=JBSWY3DPEHPK3PXP' }, 'JBSWY3DP'],
    ["a provider's key", { note: 'sk-proj-abcdefgh12345678' }, 'abcdefgh'],
  ])('leaves out %s', (_what, value, secret) => {
    const written = line(value);
    expect(written).not.toContain(secret);
    expect(written).toContain('[redacted]');
    expect(JSON.parse(written)).toMatchObject({ msg: 'said' });
  });

  it('keeps what is no secret', () => {
    const value = {
      code: 'FORBIDDEN',
      sqlState: '23505',
      productId: '0197a000-0000-7000-8000-000000000101',
      passwordless: true,
    };
    expect(JSON.parse(line(value))).toMatchObject(value);
    expect(redact('http://localhost:4000/graphql', [])).toBe('http://localhost:4000/graphql');
  });
});
