import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import { statement } from '../../platform/database/transaction';
import { validate, type ValidationError } from '../../platform/validation/validate';
import { recordOfUser } from './audit/record';
import type { AuthContext } from './auth.context';
import { User } from './entities/user.entity';
import { invalidCredentials, type InvalidCredentials } from './login';
import { END_OTHER_SESSIONS } from './log-out';
import { isOwnPassword, ownAccount } from './own-account';
import { givesAway, newPassword } from './passwords/password-rules';

const CHANGE = statement('user-change-password', 'UPDATE app_user SET password_hash = $2 WHERE id = $1');
// Whoever began a login with the old password does not end it.
export const END_CHALLENGES = statement('mfa-challenge-end', 'DELETE FROM mfa_challenge WHERE user_id = $1');

interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the caller's own password and ends all their sessions but this one. */
export async function changePassword(
  context: AuthContext,
  input: ChangePasswordInput,
): Promise<User | InvalidCredentials | ValidationError> {
  const { user, sessionId } = await ownAccount(context);
  const rules = z.object({ newPassword }).superRefine(({ newPassword: password }, issues) => {
    const message = givesAway(password, [user.name, user.email]);
    if (message !== undefined) issues.addIssue({ code: 'custom', path: ['newPassword'], message });
  });
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;
  if (!(await isOwnPassword(context, user, input.currentPassword))) return invalidCredentials();

  const waitMillis = remainingMillis(context.request, Infinity);
  const passwordHash = await context.hasher.hash(checked.value.newPassword, waitMillis);
  return context.database.transaction(user.tenantId, async (transaction) => {
    const current = await transaction.manager.findOne(User, {
      where: { id: user.id },
      lock: { mode: 'for_no_key_update' },
    });
    if (current?.passwordHash !== user.passwordHash) return invalidCredentials();
    await transaction.query(CHANGE, [user.id, passwordHash]);
    await transaction.query(END_OTHER_SESSIONS, [user.id, sessionId]);
    await transaction.query(END_CHALLENGES, [user.id]);
    await recordOfUser(transaction, context.request, 'password.changed', user.id);
    return current;
  });
}
