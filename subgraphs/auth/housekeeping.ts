import type { Logger } from 'pino';
import { NIL } from 'uuid';
import type { Database } from '../../platform/database/database';
import { Pause } from '../../platform/async/pause';
import { FORGET_OLD_FAILURES } from './login-throttle';
import type { SigningKeys } from './tokens/signing-keys';

const EVERY_MILLIS = 10 * 60_000;
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

/** Tidies every ten minutes until stopped; a failure is logged and tried again the next time. */
export class Housekeeping {
  readonly #pause = new Pause();
  readonly #done: Promise<void>;
  #stopped = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly log: Logger,
  ) {
    this.#done = this.#run();
  }

  /** Resolves when nothing runs any more. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#pause.wake();
    return this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.work();
      } catch (error) {
        this.log.warn({ err: error }, 'Tidying up failed; it is tried again in ten minutes');
      }
      if (!this.#stopped) await this.#pause.wait(EVERY_MILLIS);
    }
  }
}
