import { NIL } from 'uuid';
import type { Database } from '../../platform/database/database';
import { FORGET_OLD_FAILURES } from './login-throttle';
import type { SigningKeys } from './tokens/signing-keys';

export const TIDY_EVERY_MILLIS = 10 * 60_000;
const KEY_LIFETIME_SECONDS = 90 * 24 * 60 * 60;

// With its refresh tokens. A day later than it must: a token that is used again then is still recognised as used.
const FORGET_OLD_SESSIONS = `DELETE FROM session WHERE expires_at < clock_timestamp() - interval '1 day'`;
const FORGET_NOBODY = `DELETE FROM audit_entry WHERE tenant_id = '${NIL}' AND at < clock_timestamp() - interval '1 day'`;
const FORGET_OLD_CHALLENGES = 'DELETE FROM mfa_challenge WHERE expires_at < clock_timestamp()';

/** Forgets what is over, and lets the key that signs access tokens not grow old. Any number of processes may do so at once. */
export async function tidy(database: Database, keys: SigningKeys): Promise<void> {
  for (const sql of [FORGET_OLD_SESSIONS, FORGET_OLD_CHALLENGES, FORGET_OLD_FAILURES, FORGET_NOBODY]) {
    await database.asWorker((transaction) => transaction.query(sql));
  }
  await keys.rotate(KEY_LIFETIME_SECONDS);
  await keys.forgetRelieved();
}
