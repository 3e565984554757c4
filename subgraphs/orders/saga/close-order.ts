import { statement, type Transaction } from '../../../platform/database/transaction';
import { release } from '../../../platform/idempotency/idempotency';
import { ORDER_COLUMNS, type OrderEntity } from '../entities/order.entity';
import type { NewEvent } from '../../../platform/events/event';
import { orderCancelled, type StepCause } from '../order-audit';
import { OPERATIONS, orderChanged, orderOf, type Order, type OrderKind } from '../order';
import type { OrdersContext } from '../orders.context';
import { record, type StepName } from './run-step';

/** Reason of every cancellation that time brought about. */
export const EXPIRED = 'expired';

const CANCEL = statement(
  'order-cancel',
  `WITH due AS MATERIALIZED (
     SELECT id, step_actor, origin FROM orders WHERE id = $1 AND step = $2 AND placed FOR UPDATE
   )
   UPDATE orders o
      SET status = 'CANCELLED', step = NULL, due_at = NULL, cancel_reason = coalesce($3, o.cancel_reason),
          step_actor = o.created_by, origin = NULL, updated_at = now()
     FROM due WHERE o.id = due.id
   RETURNING ${ORDER_COLUMNS}, due.step_actor AS "actorId", due.origin`,
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

/** An order that is cancelled, and what its transaction has to tell. */
export interface Cancelled {
  readonly order: Order;
  readonly events: readonly NewEvent[];
}

/** Cancels a placed order that is still at that step; null when it is not. The caller tells of it. */
export async function cancelIn(
  transaction: Transaction,
  id: string,
  step: StepName,
  reason: string | null,
): Promise<Cancelled | null> {
  const [row] = await transaction.query<OrderEntity & StepCause>(CANCEL, [id, step, reason]);
  if (row === undefined) return null;
  const order = orderOf(row);
  const cause = reason === EXPIRED ? { ...row, origin: null } : row;
  return { order, events: [orderChanged(order), orderCancelled(order, cause)] };
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
    if (cancelled === null) return null;
    await context.tell(transaction, cancelled.events);
    return cancelled.order;
  });
}

/** Ends an order whose stock is released: one that was placed is cancelled, an attempt is forgotten with its key. */
export async function closeOrder(context: OrdersContext, id: string): Promise<Order | null> {
  return record(context, 'CLOSE', async (transaction) => {
    const cancelled = await cancelIn(transaction, id, 'RELEASE', null);
    if (cancelled !== null) {
      await context.tell(transaction, cancelled.events);
      return cancelled.order;
    }
    const [attempt] = await transaction.query<Forgotten>(FORGET, [id]);
    if (attempt !== undefined && attempt.key !== null) {
      const { createdBy: actorId, key } = attempt;
      await release(transaction, { actorId, operation: OPERATIONS[attempt.kind], key });
    }
    return null;
  });
}
