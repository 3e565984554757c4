import { statement, type Transaction } from '../../../platform/database/transaction';
import { record } from '../audit/record';
import type { AuthContext } from '../auth.context';
import { User } from '../entities/user.entity';
import { admit, forgive, secondFactorSubject } from '../login-throttle';
import { recoveryCodeHash } from './recovery-codes';
import { stepOf } from './totp';

const USE_STEP = statement(
  'totp-use-step',
  'UPDATE app_user SET totp_last_step = $2 WHERE id = $1 AND coalesce(totp_last_step, -1) < $2 RETURNING id',
);
const USE_RECOVERY_CODE = statement(
  'recovery-code-use',
  `UPDATE recovery_code SET used_at = clock_timestamp()
    WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id`,
);

/** The contract's `InvalidCode`, the same whatever the reason. */
export interface InvalidCode {
  readonly __typename: 'InvalidCode';
  readonly message: string;
}

export function invalidCode(): InvalidCode {
  return {
    __typename: 'InvalidCode',
    message: 'The code is not valid. Wait for the next one and try again.',
  };
}

/**
 * Does the work with the person locked, if their code is good, and then only: five codes that were not within 15 minutes
 * are all that anybody may try. Null when it is not, or the work answers null; a code that was good is used up even so.
 */
export async function withCode<T>(
  context: AuthContext,
  { tenantId, userId, code }: { tenantId: string; userId: string; code: string },
  work: (transaction: Transaction, user: User) => Promise<T | null>,
): Promise<T | null> {
  const subject = secondFactorSubject(userId);
  if ((await context.database.asWorker((transaction) => admit(transaction, subject))) > 0) return null;
  const done = await context.database.transaction(tenantId, async (transaction) => {
    const user = await transaction.manager.findOne(User, {
      where: { id: userId },
      lock: { mode: 'for_no_key_update' },
    });
    if (user && (await useCode(context, transaction, user, code))) return work(transaction, user);
    await record(transaction, context.request, {
      action: 'totp.failed',
      subjectType: 'User',
      subjectId: userId,
    });
    return null;
  });
  if (done !== null) await context.database.asWorker((transaction) => forgive(transaction, subject, null));
  return done;
}

async function useCode(
  { sealing }: AuthContext,
  transaction: Transaction,
  user: User,
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '');
  const recoveryCode = recoveryCodeHash(code);
  if (recoveryCode !== null)
    return (await transaction.query(USE_RECOVERY_CODE, [user.id, recoveryCode])).length > 0;
  if (user.totpSecret === null || !/^\d{6}$/.test(code)) return false;
  const step = stepOf(sealing.open(user.totpSecret), code);
  return step !== null && (await transaction.query(USE_STEP, [user.id, step])).length > 0;
}
