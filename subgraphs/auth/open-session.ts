import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import type { Scope } from '../../platform/identity/identity';
import type { AuthContext } from './auth.context';
import { Tenant } from './entities/tenant.entity';
import type { User } from './entities/user.entity';
import { needsSecondFactor, scopesOf } from './roles';
import { signAccessToken } from './tokens/access-token';
import { mintSecret } from './tokens/opaque-secret';

const SESSION_DAYS = 30;

const OPEN = statement(
  'session-open',
  `WITH moment AS (SELECT clock_timestamp() AS at),
   opened AS (
     INSERT INTO session (id, tenant_id, user_id, created_at, last_issued_at, expires_at)
     SELECT $1, $2, $3, at, at, at + interval '${SESSION_DAYS} days' FROM moment
     RETURNING id, tenant_id, created_at)
   INSERT INTO refresh_token (token_hash, tenant_id, session_id, issued_at)
   SELECT $4, tenant_id, id, created_at FROM opened
   RETURNING issued_at`,
);

/** The contract's `Session`. */
export interface Session {
  readonly __typename: 'Session';
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  readonly user: User;
}

/** What the database knows of tokens that were issued, before the access token is signed. */
export interface IssuedTokens {
  readonly user: User;
  readonly scopes: readonly Scope[];
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly issuedAt: Date;
}

/** Begins a session of thirty days at most, in the caller's transaction. Sign its tokens once that has committed. */
export async function openSession(transaction: Transaction, user: User): Promise<IssuedTokens> {
  const sessionId = uuidv7();
  const { secret: refreshToken, hash } = mintSecret('bdr');
  const [row] = await transaction.query<{ issued_at: Date }>(OPEN, [sessionId, user.tenantId, user.id, hash]);
  if (!row) throw new Error('The session was not stored');
  return {
    user,
    scopes: await scopesFor(transaction, user),
    sessionId,
    refreshToken,
    issuedAt: row.issued_at,
  };
}

/**
 * What a session of this person may do: all that the role may, or nothing while the business requires a second factor of
 * them that they do not have. They can still log in, enrol, and refresh. Call it with the person locked.
 */
export async function scopesFor(transaction: Transaction, user: User): Promise<readonly Scope[]> {
  return (await lacksSecondFactor(transaction, user)) ? [] : scopesOf(user.role);
}

/** Whether the business requires a second factor of this person, and there is none. */
export async function lacksSecondFactor(transaction: Transaction, user: User): Promise<boolean> {
  if (user.totpEnabledAt !== null || !needsSecondFactor(user.role)) return false;
  return (await transaction.manager.findOneByOrFail(Tenant, { id: user.tenantId })).totpRequired;
}

export async function signed(context: AuthContext, issued: IssuedTokens): Promise<Session> {
  const { token, expiresAt } = await signAccessToken(context.keys, issued);
  return {
    __typename: 'Session',
    accessToken: token,
    refreshToken: issued.refreshToken,
    expiresAt,
    user: issued.user,
  };
}
