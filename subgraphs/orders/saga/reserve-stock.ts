import { statement } from '../../../platform/database/transaction';
import { ORDER_COLUMNS, type OrderEntity } from '../entities/order.entity';
import { orderChanged, orderOf, type Order } from '../order';
import { orderPlaced } from '../order-audit';
import type { OrdersContext } from '../orders.context';
import { reserveStock, type OrderStockResult } from '../peers/order-stock';
import { askInventory, record, type Step, type StepOrder } from './run-step';
import { stockLines } from './take-stock';
import { refuseOrder, undoOrder } from './undo-order';

/** A purchase's units are reserved, and it waits for a person until the reservation expires. */
export const reserveStockStep: Step<OrderStockResult> = {
  name: 'RESERVE',
  send: (context, order) =>
    askInventory(context, reserveStock, {
      orderId: order.id,
      lines: stockLines(order),
      expiresInSeconds: context.services.settings.reservationMinutes * 60,
    }),
  async settle(context, order, answer) {
    if (answer.__typename !== 'OrderStock') return refuseOrder(context, order, answer);
    return answer.state === 'RESERVED' ? awaitPerson(context, order, answer.expiresAt) : null;
  },
  compensate: undoOrder,
};

// Inventory's instant is the true one, for inventory lets the stock go. It tells of the expiry by an event; that it was
// lost is noticed ten seconds later.
const AWAIT = statement(
  'order-await',
  `UPDATE orders o
      SET step = 'AWAIT', placed = true, expires_at = expiry.at, due_at = expiry.at + interval '10 seconds',
          origin = NULL, updated_at = now()
     FROM (SELECT coalesce($2::timestamptz, now() + $3 * interval '1 minute') AS at) expiry
    WHERE o.id = $1 AND o.step = 'RESERVE'
   RETURNING ${ORDER_COLUMNS}`,
);

async function awaitPerson(
  context: OrdersContext,
  order: StepOrder,
  expiresAt: Date | null,
): Promise<Order | null> {
  const { reservationMinutes } = context.services.settings;
  return record(context, 'AWAIT', async (transaction) => {
    const [row] = await transaction.query<OrderEntity>(AWAIT, [order.id, expiresAt, reservationMinutes]);
    if (row === undefined) return null;
    const placed = orderOf(row);
    await context.tell(transaction, [orderChanged(placed), orderPlaced(context.request, placed)]);
    return placed;
  });
}
