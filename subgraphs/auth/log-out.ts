import { statement } from '../../platform/database/transaction';
import { recordOfUser } from './audit/record';
import type { AuthContext } from './auth.context';

const END_ONE = statement(
  'session-end',
  'UPDATE session SET revoked_at = clock_timestamp() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
);
export const END_ALL_SESSIONS = statement(
  'session-end-all',
  'UPDATE session SET revoked_at = clock_timestamp() WHERE user_id = $1 AND revoked_at IS NULL RETURNING id',
);
export const END_OTHER_SESSIONS = statement(
  'session-end-others',
  'UPDATE session SET revoked_at = clock_timestamp() WHERE user_id = $1 AND id <> $2 AND revoked_at IS NULL',
);

/**
 * Ends the session of the access token, or all of its person's; their access tokens are refused as soon as the gateways
 * have read the revocations. False, and nothing ended, for an API key: it has no session, and is ended by revoking it.
 */
export async function logOut(context: AuthContext, everywhere: boolean): Promise<boolean> {
  const { tenantId, userId, sessionId } = context.identity;
  if (sessionId === undefined) return false;
  await context.database.transaction(tenantId, async (transaction) => {
    const ended = everywhere
      ? await transaction.query(END_ALL_SESSIONS, [userId])
      : await transaction.query(END_ONE, [sessionId]);
    if (ended.length === 0) return;
    await recordOfUser(transaction, context.request, 'session.ended', userId, {
      sessions: String(ended.length),
    });
  });
  return true;
}
