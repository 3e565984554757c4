import { statement } from '../../../platform/database/transaction';
import type { OrdersContext } from '../orders.context';
import { record, type StepOrder } from './run-step';

const RETRY = statement(
  'order-retry',
  `UPDATE orders SET due_at = clock_timestamp() + $2 * interval '1 millisecond'
    WHERE id = $1 AND step IN ('CONFIRM', 'RELEASE')`,
);

/** Gives a step that can only go forward to the recovery, instead of letting it wait until its lease has run out. */
export async function retrySoon(context: OrdersContext, order: StepOrder, millis = 0): Promise<null> {
  return record(context, 'RETRY', async (transaction) => {
    await transaction.query(RETRY, [order.id, millis]);
    if (millis === 0) transaction.onCommit(context.services.wakeRecovery);
    return null;
  });
}
