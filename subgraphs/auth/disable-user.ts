import { statement } from '../../platform/database/transaction';
import type { AuthContext } from './auth.context';
import { END_ALL_SESSIONS } from './log-out';
import { manageUser, type ManageUserResult } from './manage-user';

const DISABLE = statement(
  'user-disable',
  `UPDATE app_user SET disabled_at = clock_timestamp(), tokens_valid_from = clock_timestamp()
    WHERE id = $1 AND disabled_at IS NULL RETURNING id`,
);
const ENABLE = statement(
  'user-enable',
  'UPDATE app_user SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING id',
);

/** Shuts somebody out: no login, no session, no token, none of their API keys. Twice is the same as once. */
export function disableUser(context: AuthContext, userId: string): Promise<ManageUserResult> {
  return manageUser(context, userId, {
    action: 'user.disabled',
    leavesOwner: false,
    toOneself: false,
    async change(transaction) {
      const disabled = await transaction.query(DISABLE, [userId]);
      await transaction.query(END_ALL_SESSIONS, [userId]);
      return disabled;
    },
  });
}

/** Undoes it: they may log in again, and their API keys are good again; the sessions that were ended stay so. */
export function enableUser(context: AuthContext, userId: string): Promise<ManageUserResult> {
  return manageUser(context, userId, {
    action: 'user.enabled',
    leavesOwner: true,
    toOneself: true,
    change: (transaction) => transaction.query(ENABLE, [userId]),
  });
}
