import type { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/transaction';

/** Rows forgotten in one transaction, at most. */
const BATCH = 1_000;

// A request lives for seconds; a day is far beyond any copy of one that the network holds up.
const SWEEP = statement(
  'order-stock-sweep-refused',
  `DELETE FROM order_stock WHERE (tenant_id, order_id) IN (
     SELECT tenant_id, order_id FROM order_stock
      WHERE refused_in_advance_at < statement_timestamp() - interval '24 hours' LIMIT ${BATCH})
   RETURNING 1`,
);

/** Forgets orders of which nothing had come when they were ended, a day ago. Resolves with how many. */
export async function sweepRefusedOrders(database: Database): Promise<number> {
  for (let total = 0; ;) {
    const { length } = await database.asWorker((transaction) => transaction.query(SWEEP));
    total += length;
    if (length < BATCH) return total;
  }
}
