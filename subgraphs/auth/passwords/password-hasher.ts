import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';

/** OWASP's minimum for argon2id, which is also the package's default variant. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Half of the cores, for a flood of logins must leave the other half to the catalogue; at most as many as libuv has threads.
const CONCURRENT = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));
const MAX_WAITING = 200;
const MAX_WAIT_MILLIS = 5_000;

export interface PasswordHasherOptions {
  /** Hashings at a time. Half of the cores unless given. */
  readonly concurrent?: number;
  /** Callers that may wait for their turn; more are refused. 200 unless given. */
  readonly maxWaiting?: number;
}

interface Waiting {
  start(): void;
}

/**
 * Hashes and verifies passwords with argon2id, some at a time: each costs 19 MiB and a core for its duration. Who has to
 * wait too long, or finds too many waiting, is refused with SERVICE_UNAVAILABLE.
 */
export class PasswordHasher {
  readonly #concurrent: number;
  readonly #maxWaiting: number;
  #running = 0;
  readonly #waiting: Waiting[] = [];
  readonly #dummy: Promise<string>;

  constructor(options: PasswordHasherOptions = {}) {
    this.#concurrent = options.concurrent ?? CONCURRENT;
    this.#maxWaiting = options.maxWaiting ?? MAX_WAITING;
    this.#dummy = hash(randomBytes(32), PARAMETERS);
  }

  /** The password's hash in PHC form. Nothing is truncated. */
  hash(password: string, waitMillis: number): Promise<string> {
    return this.inTurn(waitMillis, () => hash(normalise(password), PARAMETERS));
  }

  /**
   * Runs one hashing in its turn, with whatever must happen immediately before and after it: a limit of attempts that were
   * checked before the queue would let all who wait through.
   */
  async inTurn<T>(waitMillis: number, work: () => Promise<T>): Promise<T> {
    await this.#enter(Math.min(waitMillis, MAX_WAIT_MILLIS));
    try {
      return await work();
    } finally {
      // The turn is handed over, not given back, or a newcomer could slip in between.
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  /**
   * Whether it is this hash's password; for use inside `inTurn`. With null, for an account that does not exist, it takes
   * as long and says no.
   */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const same = await verify(passwordHash ?? (await this.#dummy), normalise(password));
    return same && passwordHash !== null;
  }

  async #enter(waitMillis: number): Promise<void> {
    if (this.#running >= this.#concurrent) await this.#turn(waitMillis);
    else this.#running += 1;
  }

  #turn(waitMillis: number): Promise<void> {
    if (this.#waiting.length >= this.#maxWaiting) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start() {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(tooMany());
      }, waitMillis);
      this.#waiting.push(waiting);
    });
  }
}

/** The same characters typed on another keyboard or system are the same password (NIST SP 800-63B, 5.1.1.2). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

function tooMany(): PublicError {
  return new PublicError(
    ErrorCode.SERVICE_UNAVAILABLE,
    'Too many people are logging in at the moment. Try again shortly.',
    {
      retryAfterSeconds: 5,
    },
  );
}
