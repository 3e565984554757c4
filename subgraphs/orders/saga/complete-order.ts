import { remainingMillis } from '../../../platform/context';
import { statement, type Transaction } from '../../../platform/database/transaction';
import { Pause } from '../../../platform/async/pause';
import { backOff } from '../../../platform/resilience/back-off';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import { ORDER_COLUMNS, type OrderEntity } from '../entities/order.entity';
import { orderChanged, orderOf, type Order } from '../order';
import type { OrdersContext } from '../orders.context';
import { record, type StepName } from './run-step';

// The counter's row is taken last, and only by a transaction that completes an order: until the commit nobody else gets
// a number, and after a rollback nobody has had one.
const COMPLETE = statement(
  'order-complete',
  `WITH due AS MATERIALIZED (
     SELECT id, tenant_id FROM orders WHERE id = $1 AND step = $2 FOR UPDATE
   ), counter AS (
     INSERT INTO order_counter AS counter (tenant_id, last) SELECT tenant_id, 1 FROM due
     ON CONFLICT (tenant_id) DO UPDATE SET last = counter.last + 1
     RETURNING last
   )
   UPDATE orders o
      SET status = 'COMPLETED', number = counter.last, placed = true, step = NULL, due_at = NULL, updated_at = now()
     FROM counter
    WHERE o.id = $1
   RETURNING ${ORDER_COLUMNS}`,
);

const FIND = statement(
  'order-find-placed',
  `SELECT ${ORDER_COLUMNS} FROM orders o WHERE o.id = $1 AND o.placed`,
);

/** Kept of the request's time to record that the order could not be completed. */
const RESERVE_MILLIS = 1_000;

/**
 * Completes an order that is at that step, with the next number of its business. An order that has ended already is
 * answered as it is; null when it was given up meanwhile.
 *
 * The stock has left, so a database that is gone for a moment is waited for as long as the request lasts. Completing
 * twice is harmless, which is how the answer to a commit that was lost on the way is found out.
 */
export async function completeOrder(
  context: OrdersContext,
  id: string,
  step: Extract<StepName, 'TAKE' | 'CONFIRM'>,
): Promise<Order | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await record(context, 'COMPLETE', (transaction) => completeIn(context, transaction, id, step));
    } catch (error) {
      const unavailable =
        error instanceof PublicError && error.extensions['code'] === ErrorCode.SERVICE_UNAVAILABLE;
      const wait = backOff(attempt, 100, 1_000);
      if (!unavailable || remainingMillis(context.request, Infinity) < wait + RESERVE_MILLIS) throw error;
      await new Pause().wait(wait);
    }
  }
}

async function completeIn(
  context: OrdersContext,
  transaction: Transaction,
  id: string,
  step: StepName,
): Promise<Order | null> {
  const [row] = await transaction.query<OrderEntity>(COMPLETE, [id, step]);
  if (row !== undefined) {
    const completed = orderOf(row);
    await context.tell(transaction, [orderChanged(completed)]);
    return completed;
  }
  const [ended] = await transaction.query<OrderEntity>(FIND, [id]);
  return ended === undefined ? null : orderOf(ended);
}
