import { statement, type Transaction } from '../../../platform/database/transaction';
import type { StockLevel } from '../generated/resolver-types';
import { parseId } from '../identifiers';

/*
 * Every lock for which a transaction of this subgraph may wait, in the one order in which they are taken. Two
 * transactions that keep to it cannot wait for each other in a circle.
 *
 * 1. The idempotency key of the request (platform/idempotency), which is claimed before anything else.
 * 2. The row of the order in `order_stock`: inserted or updated. Several orders only in ascending order of their ids, or
 *    with SKIP LOCKED, which does not wait.
 * 3. The rows of the products in `stock`, in ascending order of their ids. A product's row is the mutex of all that is
 *    kept for it: its rows in `stock_location`, the numbers of its ledger lines, its unresolved alert. Whoever lacks it
 *    writes none of these.
 * 4. The unresolved alert of a product, for which somebody may wait who acknowledges it; that person takes no other lock.
 * 5. The counter of the business's alerts in `stock_alert_feed`, last of all and only when an alert is raised. It is held
 *    until the commit, so that positions of the feed become visible in their order, without a gap.
 *
 * The outbox is only inserted into, which waits for nobody; its rows are written after step 3, as it asks.
 *
 * Step 3 is a statement of its own wherever the change depends on more than the product's own row. A statement that had to
 * wait goes on with the newest version of the row that it waited for, and with the state of everything else from before
 * its wait (PostgreSQL manual, section 13.2.1): it would split units over locations by figures that are no longer true.
 */

/** A product whose row this transaction has locked. */
export interface HeldProduct {
  readonly productId: string;
  readonly name: string;
  readonly threshold: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly level: StockLevel;
  /** Nobody is warned of it. */
  readonly archived: boolean;
}

/**
 * Step 3 as a query, which yields a `HeldProduct` for each. Products are named to the planner as an array and not as a join:
 * it then goes by the index, whatever it believes of the size of a business, where a plan that was made for a small one
 * would read all products of a large one.
 */
export const lockedProducts = (ids: string): string => `
  SELECT product_id AS "productId", name, low_stock_threshold AS threshold, on_hand AS "onHand", reserved, level,
         archived
    FROM stock WHERE product_id = ANY (${ids})
   ORDER BY product_id
     FOR UPDATE`;

const LOCK = statement('products-lock', lockedProducts('$1::uuid[]'));

/** Takes the locks of products; those that have no stock are missing in the answer. */
export function lockProducts(
  transaction: Transaction,
  productIds: readonly string[],
): Promise<HeldProduct[]> {
  return transaction.query<HeldProduct>(LOCK, [productIds]);
}

/** Takes the lock of one product; null for one that has no stock, and for an id that could not be one. */
export async function lockProduct(transaction: Transaction, id: string): Promise<HeldProduct | null> {
  const productId = parseId(id);
  if (productId === null) return null;
  const [product] = await lockProducts(transaction, [productId]);
  return product ?? null;
}
