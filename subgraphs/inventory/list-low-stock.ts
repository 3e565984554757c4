import { statement } from '../../platform/database/transaction';
import { pageSize } from '../../platform/graphql/connection';
import type { QueryLowStockArgs } from './generated/resolver-types';
import { NO_ID, parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';

const LOW = statement(
  'stock-low',
  `SELECT product_id AS id FROM stock
    WHERE level <> 'OK' AND NOT archived AND ($2::text IS NULL OR level = $2)
      AND ($3::uuid IS NULL OR (on_hand - reserved, product_id) >
           (SELECT last.on_hand - last.reserved, last.product_id FROM stock last WHERE last.product_id = $3))
    ORDER BY on_hand - reserved, product_id LIMIT $1`,
);

/**
 * Products on sale that are LOW or OUT now, those with the fewest available units first. A product whose stock changes between two
 * pages may be in both or in neither; after a product that is unknown there is nothing.
 */
export function listLowStock(
  context: InventoryContext,
  { first, after, level }: QueryLowStockArgs,
): Promise<{ id: string }[]> {
  const size = pageSize(first, 50);
  const position = after == null ? null : (parseId(after) ?? NO_ID);
  return context.read((transaction) =>
    transaction.query<{ id: string }>(LOW, [size, level ?? null, position]),
  );
}
