import { MeDocument } from '../schema/operations/generated/graphql';
import { Api, PASSWORD } from './support/api';
import { openShop, type Shop } from './support/shop';
import { startTestBodega, type TestBodega } from './support/test-bodega';

let bodega: TestBodega;
let shop: Shop;

beforeAll(async () => {
  bodega = await startTestBodega();
  shop = await openShop(bodega.url);
}, 60_000);
afterAll(() => bodega?.stop());

interface Answer {
  readonly status: number;
  readonly cookie: string | null;
  readonly body: {
    data?: Record<string, { __typename: string; accessToken?: string } | null>;
    errors?: unknown;
  };
}

async function door(body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${bodega.url}/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: bodega.url,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer['body'];
  return { status: response.status, cookie: response.headers.get('set-cookie'), body: answer };
}

const credentials = () => ({ input: { email: shop.email, password: PASSWORD } });
const signIn = (headers = {}): Promise<Answer> =>
  door({ operationName: 'SignIn', variables: credentials() }, headers);
const proceed = (cookie: string, headers = {}): Promise<Answer> =>
  door({ operationName: 'ContinueSession' }, { cookie: valueOf(cookie), ...headers });
const valueOf = (cookie: string | null): string => (cookie ?? '').split(';', 1)[0] ?? '';

it('signing in answers an access token, and leaves the refresh token in a cookie that no script reads', async () => {
  const { status, cookie, body } = await signIn();
  expect(status).toBe(200);
  expect(cookie).toMatch(
    /^bodega_session=bdr_[\w-]+; Max-Age=2592000; Path=\/session; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  );
  expect(JSON.stringify(body)).not.toContain('bdr_');
  expect(Object.keys(body.data?.['login'] ?? {})).toEqual(['__typename', 'accessToken', 'expiresAt', 'user']);
  const api = new Api(bodega.url, { authorization: `Bearer ${body.data?.['login']?.accessToken}` });
  expect((await api.request(MeDocument, {})).me?.email).toBe(shop.email);
});

it('keeps the cookie to encrypted connections where the page came over one', async () => {
  const secure = { origin: bodega.url.replace('http:', 'https:') };
  expect((await signIn(secure)).cookie).toContain('; Secure; ');
});

it('a session goes on by its cookie, which changes each time', async () => {
  const first = await signIn();
  const second = await proceed(first.cookie ?? '');
  expect(second.body.data?.['refreshSession']?.__typename).toBe('Session');
  expect(valueOf(second.cookie)).not.toBe(valueOf(first.cookie));
  expect((await proceed(second.cookie ?? '')).body.data?.['refreshSession']?.__typename).toBe('Session');
});

it('two tabs, or a page that was reloaded meanwhile, get one answer, and nobody is taken for a thief', async () => {
  const { cookie } = await signIn();
  const answers = await Promise.all([proceed(cookie ?? ''), proceed(cookie ?? ''), proceed(cookie ?? '')]);
  const late = await proceed(cookie ?? '');
  expect(new Set([...answers, late].map((answer) => valueOf(answer.cookie))).size).toBe(1);
  expect((await proceed(late.cookie ?? '')).body.data?.['refreshSession']?.__typename).toBe('Session');
});

it('a session that is over is forgotten, and without a cookie nothing is asked', async () => {
  const over = await proceed('bodega_session=bdr_nothing');
  expect(over.body.data?.['refreshSession']?.__typename).toBe('InvalidRefreshToken');
  expect(over.cookie).toMatch(/^bodega_session=; Max-Age=0; Path=\/session; /);
  const none = await door({ operationName: 'ContinueSession', variables: { refreshToken: 'bdr_stolen' } });
  expect(none.body.data?.['refreshSession']?.__typename).toBe('InvalidRefreshToken');
  expect(none.cookie).toBeNull();
  const left = await fetch(`${bodega.url}/session`, { method: 'DELETE', headers: { origin: bodega.url } });
  expect([left.status, left.headers.get('set-cookie')]).toEqual([
    204,
    expect.stringContaining('bodega_session=;'),
  ]);
});

it.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['a site that is not the same', { 'sec-fetch-site': 'same-site' }],
  ['no origin at all, but from elsewhere', { origin: '', 'sec-fetch-site': 'cross-site' }],
])('refuses %s, and leaves no cookie', async (_what, headers) => {
  const { status, cookie, body } = await signIn(headers);
  expect([status, cookie, body.data]).toEqual([403, null, undefined]);
});

it.each([
  ['an operation that is not of the session', { operationName: 'Users' }, 400],
  ['none', {}, 400],
  ['variables that are none', { operationName: 'SignIn', variables: 'all' }, 400],
  ['half a body', '{"operationName":', 400],
  ['a body of a megabyte', { operationName: 'SignIn', variables: { input: 'x'.repeat(1_000_000) } }, 413],
])('refuses %s', async (_what, body, expected) => {
  const { status, cookie } = await door(body);
  expect([status, cookie]).toEqual([expected, null]);
});

it('a wrong password and a wrong shape leave no cookie', async () => {
  const wrong = await door({
    operationName: 'SignIn',
    variables: { input: { email: shop.email, password: 'wrong' } },
  });
  expect([wrong.body.data?.['login']?.__typename, wrong.cookie]).toEqual(['InvalidCredentials', null]);
  const shape = await door({ operationName: 'SignIn', variables: { input: 7 } });
  expect([shape.body.errors, shape.cookie]).toEqual([
    [expect.objectContaining({ message: expect.any(String) as string })],
    null,
  ]);
});

it('the page runs no script and no style but its own, and loads nothing from another host', async () => {
  const load = (path: string, accept = 'text/html') => fetch(`${bodega.url}${path}`, { headers: { accept } });
  const [page, other] = [await load('/'), await load('/products/anything')];
  expect(page.headers.get('content-security-policy')?.split('; ')).toEqual([
    `default-src 'none'`,
    `base-uri 'none'`,
    `script-src 'self'`,
    expect.stringMatching(/^style-src 'self' 'nonce-[\w+/]{22}=='$/),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `connect-src 'self' ws://${new URL(bodega.url).host} wss://${new URL(bodega.url).host}`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(other.headers.get('content-security-policy')).not.toBe(page.headers.get('content-security-policy'));
  expect((await load('/nothing', 'application/json')).status).toBe(404);
  expect((await load('/assets/nothing.js')).status).toBe(404);
});
