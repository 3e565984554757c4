import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import type { Cause } from '../cause';
import { lockProducts } from './lock-order';
import { moveUnits, type UnitsPart } from './move-units';

/** What becomes of units that an order holds. */
type Settlement = 'reserved units leave' | 'reserved units are free again' | 'taken units come back';

const HELD_FOR = statement(
  'order-stock-lines',
  `SELECT order_id, product_id, location_id, quantity FROM order_stock_line
    WHERE order_id = ANY($1::uuid[]) ORDER BY order_id, product_id, location_id`,
);

/**
 * Moves the units of orders whose rows in `order_stock` this transaction has just brought from one state to another, at the
 * locations that they were taken from.
 */
export async function settleOrders(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  settlement: Settlement,
  orderIds: readonly string[],
  reason: string | null = null,
): Promise<void> {
  const lines = await transaction.query<{
    order_id: string;
    product_id: string;
    location_id: string;
    quantity: number;
  }>(HELD_FOR, [orderIds]);
  const parts = lines.map((line): UnitsPart => {
    const part = { productId: line.product_id, locationId: line.location_id, orderId: line.order_id, reason };
    switch (settlement) {
      case 'reserved units leave':
        return { ...part, onHand: -line.quantity, reserved: -line.quantity, kind: 'PURCHASE' };
      case 'reserved units are free again':
        return { ...part, onHand: 0, reserved: -line.quantity, kind: null };
      case 'taken units come back':
        return { ...part, onHand: line.quantity, reserved: 0, kind: 'CANCELLATION' };
    }
  });
  if (parts.length === 0) return;
  const held = await lockProducts(transaction, [...new Set(lines.map((line) => line.product_id))]);
  if (await moveUnits(transaction, outbox, cause, held, parts)) return;
  throw new Error(`What orders ${orderIds.join(', ')} hold is not in stock`);
}
