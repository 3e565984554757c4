import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../../platform/database/transaction';

/** A product page that is there. */
export interface CompletedEnrichment {
  readonly jobId: string;
  readonly productId: string;
  readonly description: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly provider: string;
  readonly model: string;
}

// Locked, so that nothing is put on its way to a webhook that is being removed.
const ADD = statement(
  'webhook-delivery-add',
  `INSERT INTO webhook_delivery (id, tenant_id, job_id, product_id, body)
   SELECT told.id, webhook.tenant_id, told.job_id, told.product_id, told.body
     FROM webhook
    CROSS JOIN jsonb_to_recordset($1) AS told (id uuid, job_id uuid, product_id uuid, body text)
      FOR KEY SHARE OF webhook`,
);

/** Puts them on their way to the business's webhook, where it has one; in the transaction that completes them. */
export async function addDeliveries(
  transaction: Transaction,
  completed: readonly CompletedEnrichment[],
): Promise<void> {
  if (completed.length === 0) return;
  const timestamp = new Date().toISOString();
  const rows = completed.map((data) => ({
    id: uuidv7(),
    job_id: data.jobId,
    product_id: data.productId,
    body: JSON.stringify({ type: 'enrichment.completed', timestamp, data }),
  }));
  await transaction.query(ADD, [JSON.stringify(rows)]);
}
