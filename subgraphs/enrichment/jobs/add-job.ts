import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import type { NewJob } from './job';
import { changed } from './job-events';

// A request that nobody has begun to work on takes up the newer state of the product instead of becoming two.
const ADD = statement(
  'job-add',
  `INSERT INTO job (id, tenant_id, product_id, input, actor_id, trace_id)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (tenant_id, product_id) WHERE status = 'PENDING' DO UPDATE SET input = excluded.input
   RETURNING id`,
);

/**
 * Asks for an enrichment, in the transaction of whatever wants it: the job is there if that commits, and only then.
 * @returns the id of the job, which may be one that was waiting already.
 */
export async function addJob(transaction: Transaction, outbox: Outbox, job: NewJob): Promise<string> {
  const id = uuidv7();
  const [row] = await transaction.query<{ id: string }>(ADD, [
    id,
    transaction.tenantId,
    job.productId,
    JSON.stringify(job.input),
    job.actorId,
    job.traceId,
  ]);
  if (row === undefined) throw new Error('A job was neither added nor found');
  if (row.id === id)
    await outbox.add(transaction, job, [changed({ id, productId: job.productId }, 'PENDING')]);
  return row.id;
}

const REFRESH = statement(
  'job-refresh',
  `UPDATE job SET input = $2 WHERE product_id = $1 AND status = 'PENDING'`,
);

/** The product was changed while its job waits: the writer shall see it as it is now. */
export async function refreshJob(
  transaction: Transaction,
  productId: string,
  input: NewJob['input'],
): Promise<void> {
  await transaction.query(REFRESH, [productId, JSON.stringify(input)]);
}
