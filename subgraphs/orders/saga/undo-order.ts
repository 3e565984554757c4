import { statement } from '../../../platform/database/transaction';
import { settle } from '../../../platform/idempotency/idempotency';
import type { OrdersContext } from '../orders.context';
import type { StockRefusal } from '../peers/order-stock';
import { record, type StepOrder } from './run-step';

const UNDO = statement(
  'order-undo',
  `UPDATE orders SET step = 'RELEASE', due_at = clock_timestamp() WHERE id = $1 AND step IN ('TAKE', 'RESERVE')`,
);

// Without its key, the order goes and the answer to the key stays. Not urgent: most probably there is nothing to release.
const REFUSE = statement(
  'order-refuse',
  `UPDATE orders SET step = 'RELEASE', due_at = clock_timestamp() + interval '1 second', idempotency_key = NULL
    WHERE id = $1 AND step IN ('TAKE', 'RESERVE') RETURNING 1`,
);

/** Compensation of TAKE and RESERVE: what may have been given goes back, and the attempt is forgotten. */
export async function undoOrder(context: OrdersContext, order: StepOrder): Promise<void> {
  await record(context, 'UNDO', async (transaction) => {
    await transaction.query(UNDO, [order.id]);
    transaction.onCommit(context.services.wakeRecovery);
  });
}

/** Inventory gives nothing: the refusal becomes the answer to the idempotency key, and the attempt is forgotten. */
export async function refuseOrder(
  context: OrdersContext,
  order: StepOrder,
  refusal: StockRefusal,
): Promise<StockRefusal> {
  await record(context, 'REFUSE', async (transaction) => {
    const refused = await transaction.query(REFUSE, [order.id]);
    // None: the recovery has begun to undo it, and will give the key back.
    if (refused.length > 0 && order.claim !== null) await settle(transaction, order.claim, { refusal });
  });
  return refusal;
}
