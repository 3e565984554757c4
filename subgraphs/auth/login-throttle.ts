import { createHash } from 'node:crypto';
import { statement, type Transaction } from '../../platform/database/transaction';
import { networkOf } from '../../platform/network/addresses';

const MAX_FAILURES = 5;
const WINDOW_MINUTES = 15;

const RECENT = `(SELECT failure FROM unnest(throttle.failures) failure
                  WHERE failure > clock_timestamp() - interval '${WINDOW_MINUTES} minutes' ORDER BY failure)`;

// An attempt counts as failed from its beginning, so that attempts in parallel, in whatever process, are counted too.
const ADMIT = statement(
  'login-admit',
  `INSERT INTO login_throttle AS throttle (subject, failures) VALUES ($1, ARRAY[clock_timestamp()])
   ON CONFLICT (subject) DO UPDATE SET failures = ARRAY${RECENT} || clock_timestamp()
     WHERE cardinality(ARRAY${RECENT}) < ${MAX_FAILURES}
   RETURNING true AS admitted`,
);
const SECONDS_LEFT = statement(
  'login-seconds-left',
  `SELECT ceil(extract(epoch FROM (ARRAY${RECENT})[1] + interval '${WINDOW_MINUTES} minutes' - clock_timestamp()))::int AS seconds
     FROM login_throttle throttle WHERE subject = $1`,
);
const FORGIVE_ALL = statement('login-forgive-all', 'DELETE FROM login_throttle WHERE subject = $1');
const FORGIVE_LAST = statement(
  'login-forgive-last',
  'UPDATE login_throttle SET failures = trim_array(failures, 1) WHERE subject = $1 AND cardinality(failures) > 0',
);

/** Whose failures are counted. Stored as a hash: who tried to log in from where is nobody's business. */
export type ThrottledSubject = Buffer;

export function accountSubject(email: string): ThrottledSubject {
  return subject('account', email);
}

/** The codes of one person's second factor. */
export function secondFactorSubject(userId: string): ThrottledSubject {
  return subject('second factor', userId);
}

/** The network of the client's address. */
export function addressSubject(clientAddress: string): ThrottledSubject {
  return subject('address', networkOf(clientAddress));
}

/**
 * Counts an attempt against a subject: at most 5 that have not succeeded within any 15 minutes, over all processes.
 * @returns 0 when it may go on, otherwise the seconds until the next one may. In a worker's transaction.
 */
export async function admit(transaction: Transaction, subject: ThrottledSubject): Promise<number> {
  const [admitted] = await transaction.query(ADMIT, [subject]);
  if (admitted) return 0;
  const [left] = await transaction.query<{ seconds: number | null }>(SECONDS_LEFT, [subject]);
  return Math.max(1, left?.seconds ?? 1);
}

/** After a success: the account begins anew; of the address only this attempt is taken back, or one's own account would open it to all others. */
export async function forgive(
  transaction: Transaction,
  account: ThrottledSubject,
  address: ThrottledSubject | null,
): Promise<void> {
  // In the order in which they were admitted, so that two logins never wait for one another.
  if (address !== null) await transaction.query(FORGIVE_LAST, [address]);
  await transaction.query(FORGIVE_ALL, [account]);
}

/** Forgets subjects whose failures are all too old to count. */
export const FORGET_OLD_FAILURES = `DELETE FROM login_throttle throttle WHERE cardinality(ARRAY${RECENT}) = 0`;

function subject(kind: string, name: string): Buffer {
  return createHash('sha256').update(`${kind} ${name}`).digest();
}
