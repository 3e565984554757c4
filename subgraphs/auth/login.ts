import { NIL } from 'uuid';
import { remainingMillis } from '../../platform/context';
import type { Transaction } from '../../platform/database/transaction';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { record, recordOfUser } from './audit/record';
import type { AuthContext } from './auth.context';
import { tenantOfEmail } from './directory';
import { canonicalEmail, emailAddress } from './email';
import { User } from './entities/user.entity';
import { accountSubject, addressSubject, admit, forgive } from './login-throttle';
import { openSession, signed, type IssuedTokens, type Session } from './open-session';
import { isPossiblePassword } from './passwords/password-rules';
import { type MfaRequired, openChallenge } from './second-factor/verify-totp';

/** The contract's `InvalidCredentials`, the same whatever the reason. */
export interface InvalidCredentials {
  readonly __typename: 'InvalidCredentials';
  readonly message: string;
}

export function invalidCredentials(): InvalidCredentials {
  return { __typename: 'InvalidCredentials', message: 'The e-mail address or the password is wrong.' };
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Begins a session, or asks for the second factor of who has one. An unknown address, a wrong password, a disabled person and
 * a locked account answer the same, after the same statements and one verification of a password: nobody learns who has an
 * account here.
 * @throws RATE_LIMITED after 5 failures from the client's address in 15 minutes.
 */
export async function login(
  context: AuthContext,
  { email, password }: Credentials,
): Promise<Session | InvalidCredentials | MfaRequired> {
  const { request, hasher } = context;
  const outcome = await hasher.inTurn(remainingMillis(request, Infinity), () =>
    attempt(context, { email: canonicalEmail(email), password }),
  );
  if (outcome === null) return invalidCredentials();
  return '__typename' in outcome ? outcome : signed(context, outcome);
}

async function attempt(
  context: AuthContext,
  { email, password }: Credentials,
): Promise<IssuedTokens | MfaRequired | null> {
  const { database, hasher } = context;
  const { clientAddress } = context.request;
  const account = accountSubject(email);
  const address = clientAddress === null ? null : addressSubject(clientAddress);
  const possible = emailAddress.safeParse(email).success && isPossiblePassword(password);

  const { locked, tenantId } = await database.asWorker(async (transaction) => {
    const addressWait = address === null ? 0 : await admit(transaction, address);
    if (addressWait > 0) throw tooManyFailures(addressWait);
    const accountWait = await admit(transaction, account);
    return { locked: accountWait > 0, tenantId: await tenantOfEmail(transaction, possible ? email : '') };
  });
  const user = await database.read(tenantId, ({ manager }) =>
    manager.findOneBy(User, { email: possible ? email : '' }),
  );
  const userId = user?.id ?? NIL;
  const usable = user !== null && user.disabledAt === null && !locked;
  const matches = await hasher.matches(usable ? user.passwordHash : null, possible ? password : '');
  // Of unknown accounts too, in the business of nobody: what is written is what takes time.
  const fail = async (transaction: Transaction): Promise<null> => {
    const reason = locked ? 'locked' : user?.disabledAt ? 'disabled' : 'wrong password';
    await record(transaction, context.request, {
      action: 'login.failed',
      subjectType: 'User',
      subjectId: userId,
      details: { reason },
    });
    return null;
  };
  const outcome = await database.transaction(tenantId, async (transaction) => {
    if (!usable || !matches) return fail(transaction);
    // Held until the commit: whoever changes the role or disables the person comes before or after these tokens.
    const current = await transaction.manager.findOne(User, {
      where: { id: userId },
      lock: { mode: 'pessimistic_read' },
    });
    if (current?.passwordHash !== user.passwordHash || current.disabledAt !== null) return fail(transaction);
    if (current.totpEnabledAt !== null) return openChallenge(transaction, current);
    await recordOfUser(transaction, context.request, 'login.succeeded', userId);
    return openSession(transaction, current);
  });
  if (outcome) await database.asWorker((transaction) => forgive(transaction, account, address));
  return outcome;
}

function tooManyFailures(seconds: number): PublicError {
  return new PublicError(
    ErrorCode.RATE_LIMITED,
    'Too many failed logins from this address. Try again later.',
    {
      retryAfterSeconds: seconds,
    },
  );
}
