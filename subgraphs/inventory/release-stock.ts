import { statement } from '../../platform/database/transaction';
import type { OrderStockState } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import { findOrderStock, type OrderStock } from './order-stock';
import { orderIdOf, reasonOf } from './peer-input';
import { settleOrders } from './units/settle-orders';

// A tombstone: a take or a reservation of this order that comes late finds it and is refused.
const REFUSE_LATE = statement(
  'order-stock-refuse-late',
  `INSERT INTO order_stock (tenant_id, order_id, state, refused_in_advance_at)
   VALUES ($1, $2, 'RELEASED', clock_timestamp()) ON CONFLICT DO NOTHING RETURNING 1`,
);
const RELEASE = statement(
  'order-stock-release',
  `WITH was AS (SELECT order_id, state FROM order_stock WHERE order_id = $1 FOR UPDATE),
   released AS (
     UPDATE order_stock SET state = 'RELEASED'
       FROM was WHERE order_stock.order_id = was.order_id AND was.state IN ('RESERVED', 'TAKEN')
   )
   SELECT state FROM was`,
);

/**
 * What an order reserved or took goes back to the locations that it came from; nothing when it had ended before. Answers
 * the state that won: RELEASED, or EXPIRED when the reservation had expired.
 */
export function releaseStock(
  context: InventoryContext,
  orderId: string,
  reason: string | null | undefined,
): Promise<OrderStock> {
  const order = orderIdOf(orderId);
  const why = reasonOf(reason);
  return context.transaction(async (transaction) => {
    const { outbox, cause } = context;
    const unseen = await transaction.query(REFUSE_LATE, [cause.tenantId, order]);
    if (unseen.length === 0) {
      const [was] = await transaction.query<{ state: OrderStockState }>(RELEASE, [order]);
      if (was?.state === 'RESERVED') {
        await settleOrders(transaction, outbox, cause, 'reserved units are free again', [order], why);
      } else if (was?.state === 'TAKEN') {
        await settleOrders(transaction, outbox, cause, 'taken units come back', [order], why);
      }
    }
    return findOrderStock(transaction, order);
  });
}
