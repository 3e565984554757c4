import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import { statement } from '../../platform/database/transaction';
import { forbidden } from '../../platform/graphql/errors';
import { validate, type ValidationError } from '../../platform/validation/validate';
import type { AuthContext } from './auth.context';
import { User } from './entities/user.entity';
import { accountSubject, admit, forgive } from './login-throttle';
import { invalidCredentials, type InvalidCredentials } from './login';
import { givesAway, isPossiblePassword, newPassword } from './passwords/password-rules';

const CHANGE = statement('user-change-password', 'UPDATE app_user SET password_hash = $2 WHERE id = $1');
const END_OTHERS = statement(
  'session-end-others',
  'UPDATE session SET revoked_at = clock_timestamp() WHERE user_id = $1 AND id <> $2 AND revoked_at IS NULL',
);

interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the caller's own password and ends all their sessions but this one. Wrong current passwords count as failed
 * logins: an access token that was found does not help to guess.
 * @throws FORBIDDEN for an API key, which is not the person.
 */
export async function changePassword(
  context: AuthContext,
  input: ChangePasswordInput,
): Promise<User | InvalidCredentials | ValidationError> {
  const { database, hasher, identity, request } = context;
  const { sessionId } = identity;
  const user = await context.users.load(identity.userId);
  if (sessionId === undefined || user === null) throw forbidden();
  const rules = z.object({ newPassword }).superRefine(({ newPassword: password }, issues) => {
    const message = givesAway(password, [user.name, user.email]);
    if (message !== undefined) issues.addIssue({ code: 'custom', path: ['newPassword'], message });
  });
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;

  if (!(await isCurrent(context, user, input.currentPassword))) return invalidCredentials();
  const passwordHash = await hasher.hash(checked.value.newPassword, remainingMillis(request, Infinity));
  const changed = await database.transaction(identity.tenantId, async (transaction) => {
    const current = await transaction.manager.findOne(User, {
      where: { id: user.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (current?.passwordHash !== user.passwordHash) return null;
    await transaction.query(CHANGE, [user.id, passwordHash]);
    await transaction.query(END_OTHERS, [user.id, sessionId]);
    return current;
  });
  return changed ?? invalidCredentials();
}

function isCurrent(
  { database, hasher, request }: AuthContext,
  user: User,
  password: string,
): Promise<boolean> {
  const account = accountSubject(user.email);
  return hasher.inTurn(remainingMillis(request, Infinity), async () => {
    if ((await database.asWorker((transaction) => admit(transaction, account))) > 0) return false;
    const matches = isPossiblePassword(password) && (await hasher.matches(user.passwordHash, password));
    if (matches) await database.asWorker((transaction) => forgive(transaction, account, null));
    return matches;
  });
}
