import { statement } from '../../../platform/database/transaction';
import type { OrdersContext } from '../orders.context';
import { record, type StepOrder } from './run-step';

const RETRY = statement(
  'order-retry',
  `UPDATE orders SET due_at = clock_timestamp() WHERE id = $1 AND step IN ('CONFIRM', 'RELEASE')`,
);

/** Gives a step that can only go forward to the recovery, instead of letting it wait for the request's time to end. */
export async function retrySoon(context: OrdersContext, order: StepOrder): Promise<void> {
  await record(context, 'RETRY', async (transaction) => {
    await transaction.query(RETRY, [order.id]);
    transaction.onCommit(context.services.wakeRecovery);
  });
}
