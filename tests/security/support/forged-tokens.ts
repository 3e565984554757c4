import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import {
  CompactSign,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { OTHER_TENANT, TENANT } from '../../../gateway/testing/door';
import { InternalTokens } from '../../../platform/identity/internal-token';
import { malleated } from './malleated-signature';

export const USER = '0197a000-0000-7000-8000-000000000101';
export const SECONDS = Math.floor(Date.now() / 1000);
export const CLAIMS: JWTPayload = {
  iss: 'bodega',
  aud: 'bodega-api',
  sub: USER,
  tid: TENANT,
  sid: '0197a000-0000-7000-8000-0000000000aa',
  role: 'SELLER',
  scope: 'products:read',
  iat: SECONDS - 60,
  exp: SECONDS + 540,
};

export interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}
type Header = Record<string, unknown>;

const header = (more: Header = {}): Header => ({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', ...more });
const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));

/** An access token as the auth subgraph makes them, except for what is given. */
export function sign(by: KeyPair, claims: JWTPayload = CLAIMS, more: Header = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', ...header(more) }).sign(by.privateKey);
}

export type Forgery = readonly [what: string, token: () => string | Promise<string>];

/** Ways to make a token pass for another. @param keys the one whose public key is known to the gateway, and a stranger's. */
export function forgeries(keys: () => { key: KeyPair; stranger: KeyPair }): Forgery[] {
  const ours = (claims?: JWTPayload, more?: Header): Promise<string> => sign(keys().key, claims, more);
  const theirs = (more?: Header): Promise<string> => sign(keys().stranger, CLAIMS, more);
  /** A payload that is signed as it is, JSON or not. */
  const signText = (text: string): Promise<string> =>
    new CompactSign(Buffer.from(text))
      .setProtectedHeader({ alg: 'EdDSA', ...header() })
      .sign(keys().key.privateKey);
  const hmac = (secret: string | Buffer, head: Header): string => {
    const input = `${part(head)}.${part(CLAIMS)}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const parts = async (): Promise<[string, string, string]> => {
    const [head = '', payload = '', signature = ''] = (await ours()).split('.');
    return [head, payload, signature];
  };
  /** Signed by a key that the token brings along, or says where to find. */
  const brought = (more: Header) => () => theirs(more);

  return [
    // The algorithm is not the token's to choose.
    ['the algorithm none', () => `${part(header({ alg: 'none' }))}.${part(CLAIMS)}.`],
    [
      'the algorithm NONE, with a signature',
      async () => `${part(header({ alg: 'NONE' }))}.${part(CLAIMS)}.${(await parts())[2]}`,
    ],
    ['the algorithm none and nothing else in its header', () => `${part({ alg: 'none' })}.${part(CLAIMS)}.`],
    [
      'no algorithm',
      async () => `${part({ typ: 'at+jwt', kid: 'k1' })}.${part(CLAIMS)}.${(await parts())[2]}`,
    ],
    [
      'HS256 by the public key as PEM',
      async () => hmac(await exportSPKI(keys().key.publicKey), header({ alg: 'HS256' })),
    ],
    [
      'HS256 by the public key as JSON',
      async () => hmac(JSON.stringify(await exportJWK(keys().key.publicKey)), header({ alg: 'HS256' })),
    ],
    [
      'HS256 by the bytes of the public key',
      async () =>
        hmac(
          Buffer.from((await exportJWK(keys().key.publicKey)).x ?? '', 'base64url'),
          header({ alg: 'HS256' }),
        ),
    ],
    ['HS256 by an empty secret', () => hmac('', header({ alg: 'HS256' }))],
    ['HS256, called EdDSA', async () => hmac(await exportSPKI(keys().key.publicKey), header())],
    [
      'RS256',
      () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const input = `${part(header({ alg: 'RS256' }))}.${part(CLAIMS)}`;
        return `${input}.${createSign('sha256').update(input).sign(privateKey).toString('base64url')}`;
      },
    ],
    [
      'ES256',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(CLAIMS).setProtectedHeader({ ...header(), alg: 'ES256' }).sign(privateKey);
      },
    ],
    // Nor is the key.
    ['another signer', () => theirs()],
    ['an unknown key id', () => ours(CLAIMS, { kid: 'k2' })],
    ['no key id', () => ours(CLAIMS, { kid: undefined })],
    ['a key id that is a path', brought({ kid: '../../dev/null' })],
    ['a key id that is SQL', brought({ kid: "' UNION SELECT 'k1" })],
    ['a key of its own (jwk)', async () => brought({ jwk: await exportJWK(keys().stranger.publicKey) })()],
    [
      'a key of its own under our key id',
      async () => brought({ jwk: { ...(await exportJWK(keys().stranger.publicKey)), kid: 'k1' } })(),
    ],
    ['a key set elsewhere (jku)', brought({ jku: 'https://evil.example/jwks.json', kid: 'k2' })],
    ['a key set elsewhere under our key id', brought({ jku: 'https://evil.example/jwks.json' })],
    ['a certificate elsewhere (x5u)', brought({ x5u: 'https://evil.example/cert.pem' })],
    ['a certificate of its own (x5c)', brought({ x5c: [Buffer.from('certificate').toString('base64')] })],
    // What must be understood is not.
    [
      'a critical header that nobody knows',
      async () => {
        const input = `${part(header({ crit: ['exp2'], exp2: 1 }))}.${part(CLAIMS)}`;
        return `${input}.${(await parts())[2]}`;
      },
    ],
    [
      'an unencoded payload (b64)',
      async () =>
        new CompactSign(Buffer.from(JSON.stringify(CLAIMS)))
          .setProtectedHeader({ alg: 'EdDSA', ...header(), b64: true, crit: ['b64'] })
          .sign(keys().key.privateKey)
          .then((token) => token.replace(/^[^.]+/, part({ ...header(), b64: false, crit: ['b64'] }))),
    ],
    [
      'an empty list of critical headers',
      async () => `${part(header({ crit: [] }))}.${part(CLAIMS)}.${(await parts())[2]}`,
    ],
    // What it is and for whom.
    ['another type', () => ours(CLAIMS, { typ: 'JWT' })],
    ['no type', () => ours(CLAIMS, { typ: undefined })],
    ['the type of an ID token', () => ours(CLAIMS, { typ: 'id+jwt' })],
    ['another issuer', () => ours({ ...CLAIMS, iss: 'https://bodega.example' })],
    ['our issuer among several', () => signText(JSON.stringify({ ...CLAIMS, iss: ['bodega'] }))],
    ['another audience', () => ours({ ...CLAIMS, aud: 'bodega-refresh' })],
    ['the audience of a subgraph', () => ours({ ...CLAIMS, aud: 'orders' })],
    [
      'an internal token, which the subgraphs would believe',
      () =>
        new InternalTokens('a secret of this deployment, long enough').mint(
          { tenantId: TENANT, userId: USER, role: 'OWNER', scopes: ['internal'] },
          'products',
        ),
    ],
    // When.
    ['an end in the past', () => ours({ ...CLAIMS, iat: SECONDS - 700, exp: SECONDS - 10 })],
    ['an end that is text', () => signText(JSON.stringify({ ...CLAIMS, exp: String(SECONDS + 540) }))],
    ['no number as its end', () => signText(JSON.stringify({ ...CLAIMS, exp: null }))],
    ['an issue in the future', () => ours({ ...CLAIMS, iat: SECONDS + 60 })],
    ['a beginning in the future', () => ours({ ...CLAIMS, nbf: SECONDS + 60 })],
    // Who.
    ...['iss', 'aud', 'sub', 'tid', 'sid', 'role', 'scope', 'iat', 'exp'].map(
      (claim): [string, () => Promise<string>] => [`no ${claim}`, () => ours(without(claim))],
    ),
    ['a user that is no id', () => ours({ ...CLAIMS, sub: 'root' })],
    ['a business that is no id', () => ours({ ...CLAIMS, tid: '*' })],
    ['two businesses', () => signText(JSON.stringify({ ...CLAIMS, tid: [TENANT, OTHER_TENANT] }))],
    ['scopes that are a list', () => signText(JSON.stringify({ ...CLAIMS, scope: ['products:read'] }))],
    ['an empty session', () => ours({ ...CLAIMS, sid: '' })],
    // Changed after it was signed.
    ...Object.entries({
      role: 'OWNER',
      tid: OTHER_TENANT,
      scope: 'internal',
      sub: '0197a000-0000-7000-8000-000000000199',
      exp: SECONDS + 99_999,
    }).map(([claim, value]): [string, () => Promise<string>] => [
      `another ${claim} than was signed`,
      async () => {
        const [head, , signature] = await parts();
        return `${head}.${part({ ...CLAIMS, [claim]: value })}.${signature}`;
      },
    ]),
    [
      'a claim twice, the second one changed',
      async () => {
        const [head, , signature] = await parts();
        return `${head}.${part(JSON.stringify(CLAIMS).replace(/}$/, ',"role":"OWNER"}'))}.${signature}`;
      },
    ],
    ['a header that was not signed', async () => (await ours()).replace(/^[^.]+/, part(header({ x: 1 })))],
    [
      'the header of another token',
      async () => (await ours()).replace(/^[^.]+/, part(header({ kid: 'k1', cty: 'JWT' }))),
    ],
    // Not whole.
    ['no signature', async () => `${(await parts()).slice(0, 2).join('.')}.`],
    ['neither signature nor its point', async () => (await parts()).slice(0, 2).join('.')],
    ['half of a signature', async () => (await ours()).slice(0, -43)],
    ['a signature of zeros', async () => `${(await parts()).slice(0, 2).join('.')}.${'A'.repeat(86)}`],
    [
      'a signature turned by one bit',
      async () => {
        const [head, payload, signature] = await parts();
        const bytes = Buffer.from(signature, 'base64url');
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        return `${head}.${payload}.${bytes.toString('base64url')}`;
      },
    ],
    [
      'the signature moved by the order of the curve',
      async () => {
        const [head, payload, signature] = await parts();
        return `${head}.${payload}.${malleated(Buffer.from(signature, 'base64url')).toString('base64url')}`;
      },
    ],
    ['its signature twice', async () => `${await ours()}${(await parts())[2]}`],
    [
      'no payload',
      async () => {
        const [head, , signature] = await parts();
        return `${head}..${signature}`;
      },
    ],
    ['a payload that is a list', () => signText('[]')],
    ['a payload that is no JSON', () => signText('bodega')],
    ['a fourth part', async () => `${await ours()}.AAAA`],
    ['five parts, as if encrypted', async () => `${await ours()}.AAAA.AAAA`],
    // Not as it is written.
    ['base64 with padding', async () => `${await ours()}==`],
    ['a blank within', async () => (await ours()).replace('.', '. ')],
    ['a line break at its end', async () => `${await ours()}%0A`],
    ['a second token behind a comma', async () => `${await ours()},${await ours()}`],
    ['quotes around it', async () => `"${await ours()}"`],
    ['four thousand characters more', async () => `${await ours()}${'A'.repeat(4_096)}`],
    ['nothing', () => ''],
    ['the private key itself', async () => part(await exportPKCS8(keys().key.privateKey))],
  ];
}
