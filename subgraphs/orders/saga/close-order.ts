import { statement, type Transaction } from '../../../platform/database/transaction';
import { release } from '../../../platform/idempotency/idempotency';
import { ORDER_COLUMNS, type OrderEntity } from '../entities/order.entity';
import { OPERATIONS, orderChanged, orderOf, type Order, type OrderKind } from '../order';
import type { OrdersContext } from '../orders.context';
import { record, type StepName } from './run-step';

/** Reason of every cancellation that time brought about. */
export const EXPIRED = 'expired';

const CANCEL = statement(
  'order-cancel',
  `UPDATE orders o
      SET status = 'CANCELLED', step = NULL, due_at = NULL, cancel_reason = coalesce($3, o.cancel_reason), updated_at = now()
    WHERE o.id = $1 AND o.step = $2 AND o.placed
   RETURNING ${ORDER_COLUMNS}`,
);

const FORGET = statement(
  'order-forget',
  `DELETE FROM orders WHERE id = $1 AND step = 'RELEASE' AND NOT placed
   RETURNING kind, created_by AS "createdBy", idempotency_key AS key`,
);

interface Forgotten {
  readonly kind: OrderKind;
  readonly createdBy: string;
  readonly key: string | null;
}

/** Cancels a placed order that is still at that step; null when it is not. The caller tells of it. */
export async function cancelIn(
  transaction: Transaction,
  id: string,
  step: StepName,
  reason: string | null,
): Promise<Order | null> {
  const [row] = await transaction.query<OrderEntity>(CANCEL, [id, step, reason]);
  return row === undefined ? null : orderOf(row);
}

/** The same in a transaction of its own, told to all. */
export function cancelOrder(
  context: OrdersContext,
  id: string,
  step: StepName,
  reason: string | null,
): Promise<Order | null> {
  return record(context, 'CANCEL', async (transaction) => {
    const cancelled = await cancelIn(transaction, id, step, reason);
    if (cancelled !== null) await context.tell(transaction, [orderChanged(cancelled)]);
    return cancelled;
  });
}

/** Ends an order whose stock is released: one that was placed is cancelled, an attempt is forgotten with its key. */
export async function closeOrder(context: OrdersContext, id: string): Promise<Order | null> {
  return record(context, 'CLOSE', async (transaction) => {
    const cancelled = await cancelIn(transaction, id, 'RELEASE', null);
    if (cancelled !== null) {
      await context.tell(transaction, [orderChanged(cancelled)]);
      return cancelled;
    }
    const [attempt] = await transaction.query<Forgotten>(FORGET, [id]);
    if (attempt !== undefined && attempt.key !== null) {
      const { createdBy: actorId, key } = attempt;
      await release(transaction, { actorId, operation: OPERATIONS[attempt.kind], key });
    }
    return null;
  });
}
