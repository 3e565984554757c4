import { NIL } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import { record } from './audit/record';
import type { AuthContext } from './auth.context';
import { tenantOfRefreshToken } from './directory';
import { User } from './entities/user.entity';
import { scopesFor, signed, type IssuedTokens, type Session } from './open-session';
import { fingerprint, mintSecret } from './tokens/opaque-secret';

// Of any number in parallel one finds it unused: the others wait for its commit.
const USE = statement(
  'refresh-token-use',
  'UPDATE refresh_token SET used_at = clock_timestamp() WHERE token_hash = $1 AND used_at IS NULL RETURNING session_id',
);
const REVOKE_FAMILY = statement(
  'refresh-token-revoke-family',
  `UPDATE session SET revoked_at = clock_timestamp()
    WHERE id = (SELECT session_id FROM refresh_token WHERE token_hash = $1) AND revoked_at IS NULL RETURNING id, user_id`,
);
const WHOSE = statement('session-whose', 'SELECT user_id FROM session WHERE id = $1');
const CONTINUE = statement(
  'session-continue',
  `UPDATE session SET last_issued_at = clock_timestamp()
    WHERE id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()
    RETURNING id`,
);
const ISSUE = statement(
  'refresh-token-issue',
  `INSERT INTO refresh_token (token_hash, tenant_id, session_id, parent_hash, issued_at)
   VALUES ($1, $2, $3, $4, clock_timestamp()) RETURNING issued_at`,
);

/** The contract's `InvalidRefreshToken`, the same whatever the reason. */
export interface InvalidRefreshToken {
  readonly __typename: 'InvalidRefreshToken';
  readonly message: string;
}

/**
 * Exchanges a refresh token for new tokens of the same session, once. A token that comes a second time was copied, and nobody
 * can tell the owner from the thief: the whole session ends (RFC 9700, 4.14.2). There is no grace for a client that sends
 * one twice: of two tabs only one may refresh.
 */
export async function refreshSession(
  context: AuthContext,
  refreshToken: string,
): Promise<Session | InvalidRefreshToken> {
  const hash = fingerprint('bdr', refreshToken);
  const issued = hash && (await exchange(context, hash));
  if (issued) return signed(context, issued);
  return { __typename: 'InvalidRefreshToken', message: 'The session is over. Log in again.' };
}

async function exchange({ database, request }: AuthContext, hash: Buffer): Promise<IssuedTokens | null> {
  const tenantId = await database.asWorker((transaction) => tenantOfRefreshToken(transaction, hash));
  return database.transaction(tenantId, async (transaction) => {
    const [used] = await transaction.query<{ session_id: string }>(USE, [hash]);
    if (used) return continueSession(transaction, { tenantId, sessionId: used.session_id, parentHash: hash });
    const [revoked] = await transaction.query<{ id: string; user_id: string }>(REVOKE_FAMILY, [hash]);
    if (revoked) {
      await record(transaction, request, {
        action: 'session.token-reused',
        subjectType: 'User',
        subjectId: revoked.user_id,
        details: { session: revoked.id },
      });
    }
    return null;
  });
}

async function continueSession(
  transaction: Transaction,
  { tenantId, sessionId, parentHash }: { tenantId: string; sessionId: string; parentHash: Buffer },
): Promise<IssuedTokens | null> {
  const [whose] = await transaction.query<{ user_id: string }>(WHOSE, [sessionId]);
  // Held until the commit: whoever changes the role or disables the person comes before or after these tokens. The person
  // before the session, as everywhere.
  const user = await transaction.manager.findOne(User, {
    where: { id: whose?.user_id ?? NIL },
    lock: { mode: 'pessimistic_read' },
  });
  if (!user || user.disabledAt !== null) return null;
  const [continued] = await transaction.query(CONTINUE, [sessionId]);
  if (!continued) return null;
  const { secret: refreshToken, hash: tokenHash } = mintSecret('bdr');
  const [row] = await transaction.query<{ issued_at: Date }>(ISSUE, [
    tokenHash,
    tenantId,
    sessionId,
    parentHash,
  ]);
  if (!row) throw new Error('The refresh token was not stored');
  const scopes = await scopesFor(transaction, user);
  return { user, scopes, sessionId, refreshToken, issuedAt: row.issued_at };
}
