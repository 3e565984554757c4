import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Database } from '../../../platform/database/database';
import { statement, type Transaction } from '../../../platform/database/transaction';
import { Pause } from '../../../platform/async/pause';
import { canonicalJson } from '../../../platform/idempotency/canonical-json';
import type { Written } from '../jobs/job';
import type { Provider, WritingTask } from './provider';

/** Three attempts of 30 s and what lies between: whoever asks a model longer than this has died. */
const CLAIM_MILLIS = 120_000;
/** How often another process's answer is looked for. */
const POLL_MILLIS = 500;
const SWEEP_SIZE = 1_000;

const written = z.object({
  description: z.string(),
  category: z.string(),
  keywords: z.array(z.string()),
  confidence: z.number(),
});

// Whoever inserts the row, or finds an outdated one, is the one to ask; all others see it and wait.
const CLAIM = statement(
  'answer-claim',
  `INSERT INTO cached_answer (tenant_id, key, claim, expires_at)
   VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
   ON CONFLICT (tenant_id, key) DO UPDATE
      SET claim = excluded.claim, written = NULL, expires_at = excluded.expires_at
    WHERE cached_answer.expires_at <= clock_timestamp()
   RETURNING 1`,
);
const READ = statement(
  'answer-read',
  'SELECT written FROM cached_answer WHERE key = $1 AND expires_at > clock_timestamp()',
);
const KEEP = statement(
  'answer-keep',
  `UPDATE cached_answer SET written = $3, claim = NULL, expires_at = clock_timestamp() + $4 * interval '1 millisecond'
    WHERE key = $1 AND claim = $2`,
);
const RELEASE = statement('answer-release', 'DELETE FROM cached_answer WHERE key = $1 AND claim = $2');
const SWEEP = `DELETE FROM cached_answer WHERE (tenant_id, key) IN (
  SELECT tenant_id, key FROM cached_answer WHERE expires_at <= clock_timestamp() LIMIT ${SWEEP_SIZE})`;

export interface AnswerCacheOptions {
  readonly database: Database;
  readonly keepMillis: number;
  readonly log: Logger;
}

/**
 * Answers of models by what was asked, for as long as configured, in the database that all processes share: the same content is
 * paid for once, also when it is asked for twice at the same time, by two processes.
 */
export class AnswerCache {
  readonly #waiting = new Map<string, Set<Pause>>();

  constructor(private readonly options: AnswerCacheOptions) {}

  /**
   * The answer that is known, or that somebody else is just getting; otherwise what `ask` gives, which is kept when it is
   * written. When it is not, one of those who wait asks next.
   */
  async once<Result extends { readonly written?: Written }>(
    tenantId: string,
    key: Buffer,
    ask: () => Promise<Result>,
    signal: AbortSignal,
  ): Promise<{ readonly cached: Written } | { readonly asked: Result }> {
    const claim = uuidv7();
    for (;;) {
      const known = await this.#claimOrRead(tenantId, key, claim);
      if (known === 'claimed') break;
      if (known !== 'in flight') return { cached: known };
      if (signal.aborted) throw new Error('Given up');
      await this.#wait(`${tenantId} ${key.toString('base64')}`, signal);
    }
    try {
      const asked = await ask();
      await this.#end(tenantId, key, claim, asked.written ?? null);
      return { asked };
    } catch (error) {
      await this.#end(tenantId, key, claim, null);
      throw error;
    }
  }

  /** Removes what has expired, a thousand at a time. */
  async sweep(): Promise<void> {
    await this.options.database.asWorker((transaction) => transaction.query(SWEEP));
  }

  #claimOrRead(tenantId: string, key: Buffer, claim: string): Promise<'claimed' | 'in flight' | Written> {
    return this.options.database.transaction(tenantId, async (transaction) => {
      const claimed = await transaction.query(CLAIM, [tenantId, key, claim, CLAIM_MILLIS]);
      if (claimed.length > 0) return 'claimed';
      const [row] = await transaction.query<{ written: unknown }>(READ, [key]);
      return row === undefined || row.written === null ? 'in flight' : written.parse(row.written);
    });
  }

  async #end(tenantId: string, key: Buffer, claim: string, answer: Written | null): Promise<void> {
    const end = (transaction: Transaction): Promise<unknown> =>
      answer === null
        ? transaction.query(RELEASE, [key, claim])
        : transaction.query(KEEP, [key, claim, JSON.stringify(answer), this.options.keepMillis]);
    try {
      await this.options.database.transaction(tenantId, end);
    } catch (error) {
      // The answer is here and may have been paid: it counts, and only the next one to ask will not find it.
      this.options.log.warn({ err: error, tenantId }, 'an answer could not be kept');
    }
    for (const pause of this.#waiting.get(`${tenantId} ${key.toString('base64')}`) ?? []) pause.wake();
  }

  async #wait(key: string, signal: AbortSignal): Promise<void> {
    const pause = new Pause();
    const waiting = this.#waiting.get(key) ?? new Set();
    const wake = (): void => pause.wake();
    this.#waiting.set(key, waiting.add(pause));
    signal.addEventListener('abort', wake, { once: true });
    await pause.wait(POLL_MILLIS);
    signal.removeEventListener('abort', wake);
    waiting.delete(pause);
    if (waiting.size === 0) this.#waiting.delete(key);
  }
}

/** Everything that decides what is asked, and of whom. */
export function answerKey(task: WritingTask, { promptVersion, name, model }: Provider): Buffer {
  const { name: title, keywords, description, categoryName } = task.product;
  const { language, categories, tenantId } = task;
  const asked = {
    tenantId,
    promptVersion,
    name,
    model,
    title,
    keywords,
    description,
    categoryName,
    language,
    categories,
  };
  return createHash('sha256').update(canonicalJson(asked)).digest();
}
