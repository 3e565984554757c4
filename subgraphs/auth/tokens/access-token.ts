import { SignJWT } from 'jose';
import type { User } from '../entities/user.entity';
import type { SigningKeys } from './signing-keys';

const LIFETIME_SECONDS = 600;
const ISSUER = 'bodega';
const AUDIENCE = 'bodega-api';

export interface TokenContent {
  readonly user: User;
  readonly scopes: readonly string[];
  readonly sessionId: string;
  readonly issuedAt: Date;
}

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * An access token (RFC 9068, signed with EdDSA) of ten minutes for one session of a person.
 * @param issuedAt by the database's clock, in the transaction that read the person's role and kept it from changing: a
 *   token that is refused for being issued before the change can then not carry a later time.
 */
export async function signAccessToken(
  keys: SigningKeys,
  { user, scopes, sessionId, issuedAt }: TokenContent,
): Promise<AccessToken> {
  const { kid, privateJwk } = await keys.current();
  const iat = Math.max(Math.floor(issuedAt.getTime() / 1000), validFromSeconds(user.tokensValidFrom));
  const exp = iat + LIFETIME_SECONDS;
  const token = await new SignJWT({
    tid: user.tenantId,
    sid: sessionId,
    role: user.role,
    scope: scopes.join(' '),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(user.id)
    .setIssuedAt(iat)
    .setExpirationTime(exp)
    .sign(privateJwk);
  return { token, expiresAt: new Date(exp * 1000) };
}

/**
 * The first second of which tokens are valid again: the next whole one, for tokens count in seconds. Whoever logs in within
 * the same second gets a token that is dated up to a second ahead.
 */
function validFromSeconds(tokensValidFrom: Date | null): number {
  return tokensValidFrom === null ? 0 : Math.ceil(tokensValidFrom.getTime() / 1000);
}
