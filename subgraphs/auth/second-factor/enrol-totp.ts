import { statement } from '../../../platform/database/transaction';
import { recordOfUser } from '../audit/record';
import type { AuthContext } from '../auth.context';
import { END_OTHER_SESSIONS } from '../log-out';
import { invalidCredentials, type InvalidCredentials } from '../login';
import { isOwnPassword, ownAccount } from '../own-account';
import { newRecoveryCodes } from './recovery-codes';
import { newTotpSecret, totpUri } from './totp';
import { invalidCode, type InvalidCode, withCode } from './use-code';

const BEGIN = statement(
  'totp-begin',
  `UPDATE app_user SET totp_secret = $2, totp_last_step = NULL
    WHERE id = $1 AND totp_enabled_at IS NULL RETURNING id`,
);
const ENABLE = statement(
  'totp-enable',
  'UPDATE app_user SET totp_enabled_at = clock_timestamp() WHERE id = $1',
);
const STORE_CODES = statement(
  'recovery-code-store',
  'INSERT INTO recovery_code (tenant_id, user_id, code_hash) SELECT $1, $2, unnest($3::bytea[])',
);

/** The contract's `TotpEnrolment`. */
export interface TotpEnrolment {
  readonly __typename: 'TotpEnrolment';
  readonly secret: string;
  readonly uri: string;
}

/** The contract's `TotpAlreadyEnabled`. */
export interface TotpAlreadyEnabled {
  readonly __typename: 'TotpAlreadyEnabled';
  readonly message: string;
}

/** The contract's `RecoveryCodes`. */
export interface RecoveryCodes {
  readonly __typename: 'RecoveryCodes';
  readonly codes: string[];
}

/** Gives the caller a secret for their authenticator. Nothing takes a code until it is confirmed; begun again, the secret is another. */
export async function enrolTotp(
  context: AuthContext,
  password: string,
): Promise<TotpEnrolment | InvalidCredentials | TotpAlreadyEnabled> {
  const { user } = await ownAccount(context);
  if (!(await isOwnPassword(context, user, password))) return invalidCredentials();
  const secret = newTotpSecret();
  const [begun] = await context.database.transaction(user.tenantId, (transaction) =>
    transaction.query(BEGIN, [user.id, context.sealing.seal(secret)]),
  );
  if (begun) return { __typename: 'TotpEnrolment', secret, uri: totpUri(secret, user.email) };
  return { __typename: 'TotpAlreadyEnabled', message: 'There is a second factor already: disable it first.' };
}

/**
 * Makes logins take a code from now on, once a first one proves that the authenticator has the secret. Ends the caller's other
 * sessions, which were begun without; this one may do all that the role may after its next refresh.
 */
export async function confirmTotp(context: AuthContext, code: string): Promise<RecoveryCodes | InvalidCode> {
  const { user, sessionId } = await ownAccount(context);
  const codes = await withCode(
    context,
    { tenantId: user.tenantId, userId: user.id, code },
    async (transaction, current) => {
      if (current.totpEnabledAt !== null) return null;
      const fresh = newRecoveryCodes();
      await transaction.query(ENABLE, [user.id]);
      await transaction.query(STORE_CODES, [user.tenantId, user.id, fresh.map(({ hash }) => hash)]);
      await transaction.query(END_OTHER_SESSIONS, [user.id, sessionId]);
      await recordOfUser(transaction, context.request, 'totp.enabled', user.id);
      return fresh.map(({ text }) => text);
    },
  );
  return codes === null ? invalidCode() : { __typename: 'RecoveryCodes', codes };
}
