import { statement } from '../../../platform/database/transaction';
import { settle } from '../../../platform/idempotency/idempotency';
import { FIND_PLACED, type OrderEntity } from '../entities/order.entity';
import { orderOf, type Order } from '../order';
import type { OrdersContext } from '../orders.context';
import type { StockRefusal } from '../peers/order-stock';
import { record, type StepOrder } from './run-step';

const UNDO = statement(
  'order-undo',
  `UPDATE orders SET step = 'RELEASE', due_at = clock_timestamp() WHERE id = $1 AND step IN ('TAKE', 'RESERVE')
   RETURNING 1`,
);

// Without its key, the order goes and the answer to the key stays. Not urgent: most probably there is nothing to release.
const REFUSE = statement(
  'order-refuse',
  `UPDATE orders SET step = 'RELEASE', due_at = clock_timestamp() + interval '1 second', idempotency_key = NULL
    WHERE id = $1 AND step IN ('TAKE', 'RESERVE') RETURNING 1`,
);

/**
 * Compensation of TAKE and RESERVE: what may have been given goes back, and the attempt is forgotten. Unless the record
 * of the success was durable and only its news was lost: then there is nothing to undo, and the order is answered.
 */
export async function undoOrder(context: OrdersContext, order: StepOrder): Promise<Order | null> {
  return record(context, 'UNDO', async (transaction) => {
    const undone = await transaction.query(UNDO, [order.id]);
    if (undone.length === 0) {
      const [ended] = await transaction.query<OrderEntity>(FIND_PLACED, [[order.id]]);
      return ended === undefined ? null : orderOf(ended);
    }
    transaction.onCommit(context.services.wakeRecovery);
    return null;
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
