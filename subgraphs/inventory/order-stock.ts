import { statement, type Transaction } from '../../platform/database/transaction';
import type { OrderStockState } from './generated/resolver-types';

/** What inventory holds for an order. */
export interface OrderStock {
  readonly orderId: string;
  readonly state: OrderStockState;
  /** Of a reservation, also when it has ended. */
  readonly expiresAt: Date | null;
}

const FIND = statement(
  'order-stock-find',
  'SELECT order_id AS "orderId", state, expires_at AS "expiresAt" FROM order_stock WHERE order_id = $1',
);

/** The row of an order that is known to have one. */
export async function findOrderStock(transaction: Transaction, orderId: string): Promise<OrderStock> {
  const [row] = await transaction.query<OrderStock>(FIND, [orderId]);
  if (row === undefined) throw new Error(`Nothing is known of order ${orderId}`);
  return row;
}
