import { statement } from '../../platform/database/transaction';
import type { OrderStockState } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import { findOrderStock, type OrderStock } from './order-stock';
import { orderIdOf } from './peer-input';
import { reservationExpired } from './expire-reservations';
import { settleOrders } from './units/settle-orders';

// An order that is not known gets its final state too, so that the answer stays true when its reservation comes late.
const CONFIRM = statement(
  'order-stock-confirm',
  `INSERT INTO order_stock (tenant_id, order_id, state, refused_in_advance_at)
   VALUES ($1, $2, 'RELEASED', clock_timestamp())
   ON CONFLICT (tenant_id, order_id) DO UPDATE
      SET state = CASE WHEN order_stock.expires_at <= clock_timestamp() THEN 'EXPIRED' ELSE 'TAKEN' END
    WHERE order_stock.state = 'RESERVED'
   RETURNING state`,
);

/**
 * Reserved units leave, unless the reservation has ended before: by release, or by its expiry on the database's clock,
 * which counts whether or not the worker has come by. Answers the state that won; repeated, the same state.
 */
export function confirmReservation(context: InventoryContext, orderId: string): Promise<OrderStock> {
  const order = orderIdOf(orderId);
  return context.transaction(async (transaction) => {
    const { outbox, cause } = context;
    const [changed] = await transaction.query<{ state: OrderStockState }>(CONFIRM, [cause.tenantId, order]);
    if (changed?.state === 'TAKEN') {
      await settleOrders(transaction, outbox, cause, 'reserved units leave', [order]);
    } else if (changed?.state === 'EXPIRED') {
      await settleOrders(transaction, outbox, cause, 'reserved units are free again', [order]);
      await outbox.add(transaction, cause, [reservationExpired(order)]);
    }
    return findOrderStock(transaction, order);
  });
}
