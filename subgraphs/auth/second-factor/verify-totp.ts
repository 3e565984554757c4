import { statement, type Transaction } from '../../../platform/database/transaction';
import { recordOfUser } from '../audit/record';
import type { AuthContext } from '../auth.context';
import { tenantOfChallenge } from '../directory';
import type { User } from '../entities/user.entity';
import { openSession, signed, type Session } from '../open-session';
import { fingerprint, mintSecret } from '../tokens/opaque-secret';
import { invalidCode, type InvalidCode, withCode } from './use-code';

const CHALLENGE_MINUTES = 5;
const OPEN = statement(
  'mfa-challenge-open',
  `INSERT INTO mfa_challenge (challenge_hash, tenant_id, user_id, expires_at)
   VALUES ($1, $2, $3, clock_timestamp() + interval '${CHALLENGE_MINUTES} minutes') RETURNING expires_at`,
);
const WHOSE = statement(
  'mfa-challenge-whose',
  'SELECT user_id FROM mfa_challenge WHERE challenge_hash = $1 AND expires_at > clock_timestamp()',
);
const USE = statement(
  'mfa-challenge-use',
  `DELETE FROM mfa_challenge WHERE challenge_hash = $1 AND expires_at > clock_timestamp() RETURNING user_id`,
);

/** The contract's `MfaRequired`. */
export interface MfaRequired {
  readonly __typename: 'MfaRequired';
  readonly message: string;
  readonly challenge: string;
  readonly expiresAt: Date;
}

/** What a login answers after the right password of somebody who has a second factor. */
export async function openChallenge(transaction: Transaction, user: User): Promise<MfaRequired> {
  const { secret: challenge, hash } = mintSecret('bdm');
  const [row] = await transaction.query<{ expires_at: Date }>(OPEN, [hash, user.tenantId, user.id]);
  if (!row) throw new Error('The challenge was not stored');
  const message = 'Enter the code of your authenticator.';
  return { __typename: 'MfaRequired', message, challenge, expiresAt: row.expires_at };
}

/** Ends a login with a code, or with a recovery code. A challenge begins one session; a wrong code leaves it open. */
export async function verifyTotp(
  context: AuthContext,
  { challenge, code }: { challenge: string; code: string },
): Promise<Session | InvalidCode> {
  const hash = fingerprint('bdm', challenge);
  if (hash === null) return invalidCode();
  const { database } = context;
  const tenantId = await database.asWorker((transaction) => tenantOfChallenge(transaction, hash));
  const [whose] = await database.read(tenantId, (transaction) =>
    transaction.query<{ user_id: string }>(WHOSE, [hash]),
  );
  if (!whose) return invalidCode();
  const issued = await withCode(
    context,
    { tenantId, userId: whose.user_id, code },
    async (transaction, user) => {
      const [used] = await transaction.query(USE, [hash]);
      if (!used || user.disabledAt !== null) return null;
      await recordOfUser(transaction, context.request, 'login.succeeded', user.id, { secondFactor: 'yes' });
      return openSession(transaction, user);
    },
  );
  return issued === null ? invalidCode() : signed(context, issued);
}
