import type { Database } from '../../platform/database/database';

const BATCH = 1_000;
/** The rest is for the next time: nobody waits for it, and others want the database too. */
const MOST_BATCHES = 50;

const ENDED = `job.id IN (
  SELECT old.id FROM job AS old
   WHERE old.completed_at < clock_timestamp() - $1 * interval '1 day'
     AND EXISTS (SELECT FROM job AS newer
                  WHERE newer.tenant_id = old.tenant_id AND newer.product_id = old.product_id
                    AND newer.requested_at > old.requested_at)
   LIMIT ${BATCH})`;

/*
 * The newest enrichment of a product is what the API shows of it, and stays. Ids of version 7 are in the order of time: the oldest
 * calls are found without an index of their own.
 */
const STATEMENTS: readonly { readonly text: string; readonly days: (keepDays: number) => number }[] = [
  { text: `DELETE FROM job WHERE ${ENDED}`, days: (keepDays) => keepDays },
  {
    text: `DELETE FROM model_call WHERE id IN (
             SELECT id FROM (SELECT id, at FROM model_call ORDER BY id LIMIT ${BATCH}) AS oldest
              WHERE at < clock_timestamp() - $1 * interval '1 day')`,
    days: (keepDays) => keepDays,
  },
  {
    text: `DELETE FROM spending WHERE (tenant_id, day) IN (
             SELECT tenant_id, day FROM spending
              WHERE day < (clock_timestamp() - $1 * interval '1 day')::date LIMIT ${BATCH})`,
    days: (keepDays) => keepDays,
  },
  {
    text: `DELETE FROM webhook_delivery WHERE id IN (
             SELECT id FROM webhook_delivery
              WHERE ended_at < clock_timestamp() - $1 * interval '1 day' LIMIT ${BATCH})`,
    days: () => 30,
  },
];

/**
 * Removes what is older than `keepDays`: enrichments that a newer one has replaced, calls of models, what was spent; and messages
 * to webhooks that ended more than 30 days ago. In batches, each a transaction of its own.
 */
export async function forget(database: Database, keepDays: number): Promise<void> {
  for (const { text, days } of STATEMENTS) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const removed = await database.asWorker((transaction) =>
        transaction.query(`${text} RETURNING 1`, [days(keepDays)]),
      );
      if (removed.length < BATCH) break;
    }
  }
}
