import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { addByTrace, changed } from './job-events';

const CANCEL = statement(
  'job-cancel',
  `UPDATE job SET status = 'FAILED', lease = NULL, error = $2, retry_after_seconds = NULL, completed_at = clock_timestamp()
    WHERE product_id = $1 AND status IN ('PENDING', 'PROCESSING')
   RETURNING id, trace_id`,
);

/** Ends what is asked for a product. Whoever is writing it finds its lease gone, and the text is dropped. */
export async function cancelJobs(
  transaction: Transaction,
  outbox: Outbox,
  productId: string,
  reason: string,
): Promise<void> {
  const rows = await transaction.query<{ id: string; trace_id: string }>(CANCEL, [productId, reason]);
  const entries = rows.map((row) => ({
    traceId: row.trace_id,
    events: [changed({ id: row.id, productId }, 'FAILED')],
  }));
  await addByTrace(outbox, transaction, entries);
}
