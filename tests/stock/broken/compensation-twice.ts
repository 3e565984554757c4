import type { OrderStock } from '../../../subgraphs/inventory/order-stock';
import type { InventoryContext } from '../../../subgraphs/inventory/inventory.context';
import { settleOrders } from '../../../subgraphs/inventory/units/settle-orders';

const STATE = 'SELECT state, expires_at AS "expiresAt" FROM order_stock WHERE order_id = $1';

/** The mistake: what an order had goes back without a look whether it has gone back already, and the message comes twice. */
export function releaseStock(context: InventoryContext, orderId: string): Promise<OrderStock> {
  return context.transaction(async (transaction) => {
    const { outbox, cause } = context;
    const [was] = await transaction.query<Pick<OrderStock, 'state' | 'expiresAt'>>(STATE, [orderId]);
    for (let time = 0; time < 2; time++) {
      if (was?.state === 'RESERVED')
        await settleOrders(transaction, outbox, cause, 'reserved units are free again', [orderId]);
      else if (was?.state === 'TAKEN')
        await settleOrders(transaction, outbox, cause, 'taken units come back', [orderId]);
    }
    await transaction.query(
      `INSERT INTO order_stock (tenant_id, order_id, state) VALUES ($1, $2, 'RELEASED')
       ON CONFLICT (tenant_id, order_id) DO UPDATE SET state = 'RELEASED'`,
      [cause.tenantId, orderId],
    );
    return { orderId, state: 'RELEASED', expiresAt: was?.expiresAt ?? null };
  });
}
