import { statement, type Transaction } from '../../../platform/database/transaction';
import { recordOfUser } from '../audit/record';
import type { AuthContext } from '../auth.context';
import { User } from '../entities/user.entity';
import { END_ALL_SESSIONS } from '../log-out';
import { invalidCredentials, type InvalidCredentials } from '../login';
import { manageUser, type ManageUserResult } from '../manage-user';
import { lacksSecondFactor } from '../open-session';
import { isOwnPassword, ownAccount } from '../own-account';
import { invalidCode, type InvalidCode, withCode } from './use-code';

const DISABLE = statement(
  'totp-disable',
  'UPDATE app_user SET totp_secret = NULL, totp_enabled_at = NULL, totp_last_step = NULL WHERE id = $1',
);
export const FORGET_CODES = statement('recovery-code-forget', 'DELETE FROM recovery_code WHERE user_id = $1');
const REFUSE_TOKENS = statement(
  'user-refuse-tokens',
  'UPDATE app_user SET tokens_valid_from = clock_timestamp() WHERE id = $1',
);

/** Takes the caller's second factor away, with the password and a last code. Where it is required, the session may do no more than enrol. */
export async function disableTotp(
  context: AuthContext,
  { password, code }: { password: string; code: string },
): Promise<User | InvalidCredentials | InvalidCode> {
  const { user } = await ownAccount(context);
  if (!(await isOwnPassword(context, user, password))) return invalidCredentials();
  const disabled = await withCode(
    context,
    { tenantId: user.tenantId, userId: user.id, code },
    async (transaction, current) => {
      if (current.totpEnabledAt === null) return null;
      await recordOfUser(transaction, context.request, 'totp.disabled', user.id);
      return remove(transaction, user.id);
    },
  );
  return disabled ?? invalidCode();
}

/** Takes the second factor from somebody who has lost it. Whoever asks for that by telephone is let in by the password alone. */
export function resetTotp(context: AuthContext, userId: string): Promise<ManageUserResult> {
  return manageUser(context, userId, {
    action: 'totp.reset',
    leavesOwner: true,
    toOneself: false,
    async change(transaction) {
      const user = await remove(transaction, userId);
      await transaction.query(END_ALL_SESSIONS, [userId]);
      return [user];
    },
  });
}

async function remove(transaction: Transaction, userId: string): Promise<User> {
  await transaction.query(DISABLE, [userId]);
  await transaction.query(FORGET_CODES, [userId]);
  const user = await transaction.manager.findOneByOrFail(User, { id: userId });
  if (await lacksSecondFactor(transaction, user)) await transaction.query(REFUSE_TOKENS, [userId]);
  return user;
}
