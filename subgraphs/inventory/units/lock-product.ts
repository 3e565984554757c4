import { statement, type Transaction } from '../../../platform/database/transaction';
import { HELD } from './lock-order';

const LOCK = statement(
  'product-lock',
  `WITH wanted AS (SELECT $1::uuid AS product_id), ${HELD} SELECT name FROM held`,
);
const AVAILABLE_AT = statement(
  'units-available-at',
  'SELECT on_hand - reserved AS available FROM stock_location WHERE product_id = $1 AND location_id = $2',
);

/**
 * Takes the lock of a product, so that what this transaction reads of its locations afterwards stays true until it ends.
 * @returns null when the product has no stock.
 */
export async function lockProduct(
  transaction: Transaction,
  productId: string,
): Promise<{ readonly name: string } | null> {
  const [held] = await transaction.query<{ name: string }>(LOCK, [productId]);
  return held ?? null;
}

/** Units of a product that are available at one location. */
export async function availableAt(
  transaction: Transaction,
  productId: string,
  locationId: string,
): Promise<number> {
  const [row] = await transaction.query<{ available: number }>(AVAILABLE_AT, [productId, locationId]);
  return row?.available ?? 0;
}
