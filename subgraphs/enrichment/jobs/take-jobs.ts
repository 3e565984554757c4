import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/transaction';
import type { Language } from '../builtin/language';
import type { Outbox } from '../../../platform/events/outbox';
import { productSnapshot, type TakenJob } from './job';
import { addByTrace, changed } from './job-events';

/*
 * From one business to the next in the index of active jobs, so that the cost grows with the number of businesses that
 * have work and not with the length of their queues.
 */
const BUSINESSES_WITH_WORK = statement(
  'job-businesses',
  `WITH RECURSIVE active AS (
     (SELECT tenant_id FROM job WHERE status IN ('PENDING', 'PROCESSING') ORDER BY tenant_id LIMIT 1)
     UNION ALL
     SELECT (SELECT job.tenant_id FROM job
              WHERE status IN ('PENDING', 'PROCESSING') AND job.tenant_id > active.tenant_id
              ORDER BY job.tenant_id LIMIT 1)
       FROM active WHERE active.tenant_id IS NOT NULL
   )
   SELECT tenant_id, earliest.due_at FROM active
    CROSS JOIN LATERAL (
      SELECT due_at FROM job
       WHERE job.tenant_id = active.tenant_id AND status IN ('PENDING', 'PROCESSING')
       ORDER BY due_at LIMIT 1) AS earliest
    WHERE earliest.due_at <= clock_timestamp()
    ORDER BY earliest.due_at LIMIT 50`,
);

// A product whose earlier request is still being worked on waits for it: an older answer must not come last.
const TAKE = statement(
  'job-take',
  `WITH due AS (
     SELECT id, product_id, status FROM job
      WHERE status IN ('PENDING', 'PROCESSING') AND due_at <= clock_timestamp()
        AND (status = 'PROCESSING' OR NOT EXISTS (
          SELECT FROM job running WHERE running.product_id = job.product_id AND running.status = 'PROCESSING'))
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
   )
   UPDATE job SET status = 'PROCESSING', lease = $2, takes = takes + 1,
          due_at = clock_timestamp() + $3 * interval '1 millisecond'
     FROM due
     LEFT JOIN business_settings AS settings ON true
     LEFT JOIN confidential_product AS kept ON kept.product_id = due.product_id
    WHERE job.id = due.id
   RETURNING job.id, job.product_id, job.input, job.actor_id, job.trace_id, job.takes, job.attempts,
             due.status AS status_before, settings.language, settings.daily_tokens, settings.daily_usd,
             coalesce(settings.confidential, false) OR kept.product_id IS NOT NULL AS confidential`,
);

interface TakenRow {
  readonly id: string;
  readonly product_id: string;
  readonly input: unknown;
  readonly actor_id: string;
  readonly trace_id: string;
  readonly takes: number;
  readonly attempts: number;
  readonly status_before: string;
  readonly language: Language | null;
  readonly daily_tokens: string | null;
  readonly daily_usd: string | null;
  readonly confidential: boolean;
}

/** Businesses that have jobs due, the one that waits longest first; at most 50. */
export async function businessesWithWork(database: Database): Promise<string[]> {
  const rows = await database.asWorker((transaction) =>
    transaction.query<{ tenant_id: string }>(BUSINESSES_WITH_WORK),
  );
  return rows.map((row) => row.tenant_id);
}

/**
 * Takes up to `limit` due jobs of one business for `leaseMillis`: new ones, and those whose taker let its lease run out
 * (it crashed). Several processes may take at once, each gets others.
 */
export function takeJobs(
  database: Database,
  outbox: Outbox,
  tenantId: string,
  { limit, leaseMillis }: { limit: number; leaseMillis: number },
): Promise<TakenJob[]> {
  return database.transaction(tenantId, async (transaction) => {
    const lease = uuidv7();
    const rows = await transaction.query<TakenRow>(TAKE, [limit, lease, leaseMillis]);
    const begun = rows.filter((row) => row.status_before === 'PENDING');
    await addByTrace(
      outbox,
      transaction,
      begun.map((row) => ({
        traceId: row.trace_id,
        events: [changed({ id: row.id, productId: row.product_id }, 'PROCESSING')],
      })),
    );
    return rows.map((row) => ({
      id: row.id,
      tenantId,
      productId: row.product_id,
      input: productSnapshot.parse(row.input),
      actorId: row.actor_id,
      traceId: row.trace_id,
      lease,
      takes: row.takes,
      attempts: row.attempts,
      terms: {
        language: row.language,
        confidential: row.confidential,
        dailyTokens: row.daily_tokens === null ? null : Number(row.daily_tokens),
        dailyUsd: row.daily_usd,
      },
    }));
  });
}

const RENEW = statement(
  'job-renew',
  `UPDATE job SET due_at = clock_timestamp() + $3 * interval '1 millisecond'
     FROM unnest($1::uuid[], $2::uuid[]) AS held (id, lease)
    WHERE job.id = held.id AND job.lease = held.lease`,
);

/** Keeps jobs of one business for another `leaseMillis`. */
export async function renewLeases(
  database: Database,
  tenantId: string,
  jobs: readonly TakenJob[],
  leaseMillis: number,
): Promise<void> {
  await database.transaction(tenantId, (transaction) =>
    transaction.query(RENEW, [jobs.map((job) => job.id), jobs.map((job) => job.lease), leaseMillis]),
  );
}
