import { remainingMillis } from '../../platform/context';
import { forbidden } from '../../platform/graphql/errors';
import type { AuthContext } from './auth.context';
import type { User } from './entities/user.entity';
import { accountSubject, admit, forgive } from './login-throttle';
import { isPossiblePassword } from './passwords/password-rules';

export interface OwnAccount {
  readonly user: User;
  readonly sessionId: string;
}

/** Who changes their own account; throws FORBIDDEN for an API key, which is not the person. */
export async function ownAccount(context: AuthContext): Promise<OwnAccount> {
  const { userId, sessionId } = context.identity;
  const user = await context.users.load(userId);
  if (sessionId === undefined || user === null) throw forbidden();
  return { user, sessionId };
}

/**
 * Whether this is the person's password now. Wrong ones count as failed logins: an access token that was found does not
 * help to guess.
 */
export function isOwnPassword(
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
