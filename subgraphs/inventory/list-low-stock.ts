import { statement } from '../../platform/database/transaction';
import { pageSize } from '../../platform/graphql/connection';
import type { InventoryContext } from './inventory.context';

const LOW = statement(
  'stock-low',
  `SELECT product_id AS id FROM stock WHERE level <> 'OK' ORDER BY on_hand - reserved, product_id LIMIT $1`,
);

/** Products that are LOW or OUT now, those with the fewest available units first. */
export function listLowStock(
  context: InventoryContext,
  first: number | null | undefined,
): Promise<{ id: string }[]> {
  const size = pageSize(first, 50);
  return context.read((transaction) => transaction.query<{ id: string }>(LOW, [size]));
}
