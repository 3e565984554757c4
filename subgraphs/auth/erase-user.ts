import { randomBytes } from 'node:crypto';
import { remainingMillis } from '../../platform/context';
import { statement } from '../../platform/database/transaction';
import { PERSON_ERASED } from '../../platform/events/person-erased';
import type { AuthContext } from './auth.context';
import { END_CHALLENGES } from './change-password';
import { END_ALL_SESSIONS } from './log-out';
import { manageUser, type ManageUserResult } from './manage-user';
import { FORGET_CODES } from './second-factor/disable-totp';

const ERASE = statement(
  'user-erase',
  `UPDATE app_user
      SET email = 'erased-' || id || '@erased.invalid', name = 'Erased person', password_hash = $2, totp_secret = NULL,
          totp_enabled_at = NULL, totp_last_step = NULL, erased_at = clock_timestamp(), tokens_valid_from = clock_timestamp(),
          disabled_at = coalesce(disabled_at, clock_timestamp())
    WHERE id = $1 AND erased_at IS NULL RETURNING id`,
);
const REVOKE_KEYS = statement(
  'api-key-revoke-all',
  'UPDATE api_key SET revoked_at = clock_timestamp() WHERE created_by = $1 AND revoked_at IS NULL',
);
// Two, for each has an index. Failed logins are written down as nobody's, of the person whose login it was.
const FORGET_WHERE_FROM = statement(
  'audit-forget-where-from',
  'UPDATE audit_entry SET client_address = NULL, user_agent = NULL WHERE actor_id = $1',
);
const FORGET_FAILED_LOGINS = statement(
  'audit-forget-failed-logins',
  'UPDATE audit_entry SET client_address = NULL, user_agent = NULL WHERE subject_id = $1 AND actor_id IS NULL',
);

/**
 * Takes a person out of what is kept, for good (GDPR, article 17): name, address, credentials, and from where they came. Their id
 * stays in the audit log, where it leads to nobody any more; the other services are told to forget it. Twice is the same as
 * once. What people wrote about them into free text (the reason of an adjustment, the name of a key) is not looked for.
 */
export async function eraseUser(context: AuthContext, userId: string): Promise<ManageUserResult> {
  const { hasher, outbox, request } = context;
  // A password that nobody knows, so that the column always holds what can be verified.
  const passwordHash = await hasher.hash(
    randomBytes(32).toString('base64'),
    remainingMillis(request, Infinity),
  );
  return manageUser(context, userId, {
    action: 'user.erased',
    leavesOwner: false,
    toOneself: false,
    toErased: true,
    async change(transaction) {
      const erased = await transaction.query(ERASE, [userId, passwordHash]);
      if (erased.length === 0) return [];
      await transaction.query(END_ALL_SESSIONS, [userId]);
      await transaction.query(END_CHALLENGES, [userId]);
      await transaction.query(FORGET_CODES, [userId]);
      await transaction.query(REVOKE_KEYS, [userId]);
      await transaction.query(FORGET_WHERE_FROM, [userId]);
      await transaction.query(FORGET_FAILED_LOGINS, [userId.toLowerCase()]);
      await outbox.add(transaction, request, [
        { type: PERSON_ERASED, version: 1, aggregateId: userId.toLowerCase(), payload: { userId } },
      ]);
      return erased;
    },
  });
}
