import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Identity } from '../../platform/identity/identity';
import { identityOf, silent, TENANT } from '../testing/door';
import { Authenticator } from './authenticator';
import { KeySet } from './key-set';
import { RevocationList } from './revocation-list';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const SECONDS = NOW / 1000;
const SESSION = '0197a000-0000-7000-8000-0000000000aa';
const USER = '0197a000-0000-7000-8000-000000000101';

const CLAIMS: JWTPayload = {
  iss: 'bodega',
  aud: 'bodega-api',
  sub: USER,
  tid: TENANT,
  sid: SESSION,
  role: 'SELLER',
  scope: 'products:read orders:sell',
  iat: SECONDS - 60,
  exp: SECONDS + 540,
};

type Header = Record<string, unknown>;

describe('the authenticator', () => {
  let key: { publicKey: CryptoKey; privateKey: CryptoKey };
  let stranger: { publicKey: CryptoKey; privateKey: CryptoKey };
  let keyFetches: number;
  let published: () => Promise<string>;
  let revoked: string[];
  let clock: number;
  let apiKeys: Map<string, Identity>;
  let lookups: number;
  let authenticator: Authenticator;
  let revocations: RevocationList;

  beforeAll(async () => {
    key = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  });

  beforeEach(async () => {
    clock = NOW;
    keyFetches = 0;
    lookups = 0;
    revoked = [];
    apiKeys = new Map();
    const jwk = { ...(await exportJWK(key.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
    published = async () => JSON.stringify({ keys: [jwk] });
    revocations = new RevocationList(async () => [...revoked], silent, 10);
    authenticator = new Authenticator({
      keys: new KeySet(
        async () => {
          keyFetches += 1;
          return published();
        },
        () => clock,
      ),
      revocations,
      apiKeyIdentity: async (secret) => {
        lookups += 1;
        return apiKeys.get(secret) ?? null;
      },
      now: () => clock,
    });
  });
  afterEach(() => revocations.stop());

  const sign = (claims: JWTPayload = CLAIMS, header: Header = {}, signer = key.privateKey): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', ...header })
      .sign(signer);
  const authenticate = (token: string) => authenticator.authenticate({ authorization: `Bearer ${token}` });
  const refused = expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } });

  it('takes the identity from a valid token, and verifies each token once', async () => {
    const token = await sign();
    const expected = {
      identity: {
        tenantId: TENANT,
        userId: USER,
        sessionId: SESSION,
        role: 'SELLER',
        scopes: ['products:read', 'orders:sell'],
      },
      issuedAt: NOW - 60_000,
      expiresAt: NOW + 540_000,
    };
    expect(await authenticate(token)).toEqual(expected);
    expect(await authenticate(token)).toBe(await authenticate(token));
    expect(keyFetches).toBe(1);
    expect(await authenticator.authenticate({})).toBeNull();
  });

  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const without = (claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));
  const forged: [string, () => Promise<string>][] = [
    ['algorithm none', async () => `${part({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${part(CLAIMS)}.`],
    [
      'algorithm none with a signature',
      async () => `${part({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${part(CLAIMS)}.AAAA`,
    ],
    [
      'HS256 with the public key as its secret',
      async () => {
        const input = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${part(CLAIMS)}`;
        return `${input}.${createHmac('sha256', await exportSPKI(key.publicKey))
          .update(input)
          .digest('base64url')}`;
      },
    ],
    ['another signer', () => sign(CLAIMS, {}, stranger.privateKey)],
    ['an unknown key id', () => sign(CLAIMS, { kid: 'k2' })],
    ['no key id', () => sign(CLAIMS, { kid: undefined })],
    [
      'a key of its own (jwk)',
      async () => sign(CLAIMS, { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
    ],
    [
      'a key set of its own (jku)',
      () => sign(CLAIMS, { jku: 'https://evil.example/jwks.json', kid: 'k2' }, stranger.privateKey),
    ],
    ['another type', () => sign(CLAIMS, { typ: 'JWT' })],
    ['no type', () => sign(CLAIMS, { typ: undefined })],
    ['another issuer', () => sign({ ...CLAIMS, iss: 'elsewhere' })],
    ['another audience', () => sign({ ...CLAIMS, aud: 'bodega-refresh' })],
    ['an end in the past', () => sign({ ...CLAIMS, iat: SECONDS - 700, exp: SECONDS - 10 })],
    ['an issue in the future', () => sign({ ...CLAIMS, iat: SECONDS + 60 })],
    ['a beginning in the future', () => sign({ ...CLAIMS, nbf: SECONDS + 60 })],
    ['a user that is no id', () => sign({ ...CLAIMS, sub: 'root' })],
    ['a business that is no id', () => sign({ ...CLAIMS, tid: '*' })],
    ['scopes that are no text', () => sign({ ...CLAIMS, scope: ['products:read'] })],
    ...['iss', 'aud', 'sub', 'tid', 'sid', 'role', 'scope', 'iat', 'exp'].map(
      (claim): [string, () => Promise<string>] => [`no ${claim}`, () => sign(without(claim))],
    ),
    [
      'claims changed after signing',
      async () => {
        const [header, , signature] = (await sign()).split('.');
        return `${header}.${part({ ...CLAIMS, role: 'OWNER' })}.${signature}`;
      },
    ],
    [
      'a header changed after signing',
      async () => (await sign()).replace(/^[^.]+/, part({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', x: 1 })),
    ],
    ['its signature cut', async () => (await sign()).slice(0, -6)],
    ['a fourth part', async () => `${await sign()}.AAAA`],
    ['four thousand characters more', async () => `${await sign()}${'A'.repeat(4_096)}`],
  ];
  it.each(forged)('refuses a token with %s', async (_what, token) => {
    await expect(authenticate(await token())).rejects.toEqual(refused);
  });

  it('refuses a token from the moment of its end, cached or not', async () => {
    const token = await sign();
    await authenticate(token);
    clock = NOW + 540_000;
    await expect(authenticate(token)).rejects.toEqual(refused);
  });

  it('learns a new key at once, but asks for unknown ones once in five seconds', async () => {
    await authenticate(await sign());
    const both = [
      { ...(await exportJWK(key.publicKey)), kid: 'k1' },
      { ...(await exportJWK(stranger.publicKey)), kid: 'k2' },
    ];
    published = async () => JSON.stringify({ keys: both });
    const rotated = await sign(CLAIMS, { kid: 'k2' }, stranger.privateKey);
    await expect(authenticate(rotated)).rejects.toEqual(refused);
    expect(keyFetches).toBe(1);
    clock += 5_000;
    expect(await authenticate(rotated)).not.toBeNull();
    for (let i = 0; i < 20; i += 1)
      await expect(authenticate(await sign(CLAIMS, { kid: `x${i}` }))).rejects.toEqual(refused);
    expect(keyFetches).toBe(2);
  });

  it('does not mistake an auth service that is away for a bad token', async () => {
    published = () => Promise.reject(new Error('away'));
    await expect(authenticate(await sign())).rejects.toThrow('away');
  });

  it.each([
    ['the session', () => [`session:${SESSION}`], true],
    ['the user', () => [`user:${USER}`], true],
    ['tokens of the user issued before', () => [`user:${USER}@${SECONDS - 59}`], true],
    ['tokens of the user issued earlier than this one', () => [`user:${USER}@${SECONDS - 60}`], false],
    ['another session', () => ['session:0197a000-0000-7000-8000-0000000000bb'], false],
  ])('honours a revocation of %s', async (_what, entries, isRevoked) => {
    const token = await sign();
    await authenticate(token);
    revoked = entries();
    await revocations.start();
    if (isRevoked) await expect(authenticate(token)).rejects.toEqual(refused);
    else expect(await authenticate(token)).not.toBeNull();
  });

  it('keeps the last revocations while they cannot be fetched, and tells when they change', async () => {
    let answer: () => Promise<string[]> = async () => [`user:${USER}`];
    const list = new RevocationList(() => answer(), silent, 5);
    await list.start();
    answer = () => Promise.reject(new Error('away'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const identity = identityOf(1, []);
    expect(list.has({ ...identity, userId: USER }, NOW)).toBe(true);
    const changed = new Promise<void>((resolve) => list.onChange(resolve));
    answer = async () => [];
    await changed;
    expect(list.has({ ...identity, userId: USER }, NOW)).toBe(false);
    list.stop();
  });

  it('asks for an API key once in two seconds, known or not', async () => {
    apiKeys.set('good', identityOf(1, ['products:read']));
    const ask = (apiKey: string) => authenticator.authenticate({ apiKey });
    const [first, second] = await Promise.all([ask('good'), ask('good')]);
    expect(first).toEqual({ identity: identityOf(1, ['products:read']), issuedAt: 0, expiresAt: null });
    expect(second).toBe(first);
    expect(lookups).toBe(1);
    await expect(ask('bad')).rejects.toEqual(refused);
    await expect(ask('bad')).rejects.toEqual(refused);
    await expect(ask('')).rejects.toEqual(refused);
    expect(lookups).toBe(2);
    revoked = ['apikey:key-1'];
    await revocations.start();
    await expect(ask('good')).rejects.toEqual(refused);
  });

  it('ends what an API key was for when the rights of its person change, and asks anew what it is for', async () => {
    const { userId } = identityOf(1, []);
    const ask = () => authenticator.authenticate({ apiKey: 'good' });
    apiKeys.set('good', identityOf(1, ['users:read']));
    revoked = [`user:${userId}@${SECONDS - 60}`];
    await revocations.start();
    const before = await ask();
    expect(before && authenticator.isCurrent(before)).toBe(true);

    apiKeys.set('good', identityOf(1, []));
    revoked = [`user:${userId}@${SECONDS}`];
    await revocations.start();
    expect(before && authenticator.isCurrent(before)).toBe(false);
    const after = await ask();
    expect(after?.identity.scopes).toEqual([]);
    expect(after && authenticator.isCurrent(after)).toBe(true);
  });
});
