import { createHmac } from 'node:crypto';
import { ErrorCode, PublicError } from '../graphql/errors';
import type { Identity } from './identity';
import { InternalTokens } from './internal-token';

const SECRET = 'a secret of this deployment, long enough';
const identity: Identity = {
  tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
  userId: '01890a5d-ac96-774b-bcce-b302099a8058',
  role: 'OWNER',
  scopes: ['products:read'],
};

function refusal(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error instanceof PublicError ? error.extensions['code'] : error;
  }
  return 'accepted';
}

function forge(header: object, claims: object, secret = SECRET): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

describe('internal tokens', () => {
  it('carry an identity, or null, to the audience they were made for', () => {
    const tokens = new InternalTokens(SECRET);
    expect(tokens.verify(tokens.mint(identity, 'orders'), 'orders')).toEqual(identity);
    expect(tokens.verify(tokens.mint(null, 'orders'), 'orders')).toBeNull();
  });

  it('are refused by another audience, with another secret, and when altered', () => {
    const tokens = new InternalTokens(SECRET);
    const token = tokens.mint(identity, 'orders');
    const [header, payload, signature] = token.split('.');
    const altered = Buffer.from(
      JSON.stringify({ iss: 'bodega-internal', aud: 'orders', iat: 0, exp: 9e9, identity: null }),
    ).toString('base64url');
    const cases = [
      refusal(() => tokens.verify(token, 'auth')),
      refusal(() => new InternalTokens(`${SECRET}!`).verify(token, 'orders')),
      refusal(() => tokens.verify(`${header}.${altered}.${signature}`, 'orders')),
      refusal(() => tokens.verify(`${header}.${payload}.`, 'orders')),
      refusal(() => tokens.verify(`${header}.${payload}`, 'orders')),
      refusal(() => tokens.verify(`${token}.x`, 'orders')),
      refusal(() => tokens.verify('', 'orders')),
    ];
    expect(cases).toEqual(cases.map(() => ErrorCode.UNAUTHENTICATED));
  });

  it('are refused with another algorithm or type in the header, though the signature fits', () => {
    const tokens = new InternalTokens(SECRET);
    const claims = { iss: 'bodega-internal', aud: 'orders', iat: 0, exp: 9e9, identity: null };
    expect(
      refusal(() => tokens.verify(forge({ alg: 'none', typ: 'bodega-internal+jwt' }, claims), 'orders')),
    ).toBe('UNAUTHENTICATED');
    expect(refusal(() => tokens.verify(forge({ alg: 'HS256', typ: 'JWT' }, claims), 'orders'))).toBe(
      'UNAUTHENTICATED',
    );
    expect(
      refusal(() => tokens.verify(forge({ alg: 'HS256', typ: 'bodega-internal+jwt' }, claims), 'orders')),
    ).toBe('accepted');
  });

  it('live for sixty seconds and are handed out again only while thirty of them are left', () => {
    let now = 1_700_000_000_000;
    const tokens = new InternalTokens(SECRET, () => now);
    const first = tokens.mint(identity, 'orders');
    now += 30_000;
    expect(tokens.mint(identity, 'orders')).toBe(first);
    now += 1_000;
    expect(tokens.mint(identity, 'orders')).not.toBe(first);
    now += 28_000;
    expect(refusal(() => tokens.verify(first, 'orders'))).toBe('accepted');
    now += 1_000;
    expect(refusal(() => tokens.verify(first, 'orders'))).toBe('UNAUTHENTICATED');
  });

  it('need a secret of thirty-two bytes', () => {
    expect(() => new InternalTokens('short')).toThrow('at least 32 bytes');
  });
});
