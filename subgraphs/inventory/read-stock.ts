import { statement, type Transaction } from '../../platform/database/transaction';
import type { StockLevel } from './generated/resolver-types';
import { parseId } from './identifiers';

export interface StockKey {
  readonly productId: string;
  readonly withLocations: boolean;
}

/** What the contract tells of a location. */
export interface LocationOfStock {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface LocationUnits {
  readonly location: LocationOfStock;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

/** Units of one product, over all locations and, when they were asked for, at each. */
export interface StockOfProduct {
  readonly productId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly lowStockThreshold: number;
  readonly level: StockLevel;
  readonly locations: LocationUnits[] | null;
}

const FIND = statement(
  'stock-find',
  `SELECT product_id AS "productId", on_hand AS "onHand", reserved, on_hand - reserved AS available,
          low_stock_threshold AS "lowStockThreshold", level, NULL AS locations
     FROM stock WHERE product_id = ANY($1::uuid[])`,
);
// One statement, so that the figures of the locations add up to the product's whatever happens at the same time.
const FIND_WITH_LOCATIONS = statement(
  'stock-find-with-locations',
  `SELECT product_id AS "productId", on_hand AS "onHand", reserved, on_hand - reserved AS available,
          low_stock_threshold AS "lowStockThreshold", level,
          (SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'location', jsonb_build_object('id', location.id, 'name', location.name, 'isDefault', is_default),
                    'onHand', place.on_hand, 'reserved', place.reserved, 'available', place.on_hand - place.reserved)
                    ORDER BY is_default DESC, location.id), '[]')
             FROM stock_location place JOIN location ON location.id = place.location_id
            WHERE place.product_id = stock.product_id) AS locations
     FROM stock WHERE product_id = ANY($1::uuid[])`,
);

/** The stock of each product, in the order of the keys. */
export async function readStock(
  transaction: Transaction,
  keys: readonly StockKey[],
): Promise<(StockOfProduct | null)[]> {
  const ids = keys.map((key) => parseId(key.productId));
  const sql = keys.some((key) => key.withLocations) ? FIND_WITH_LOCATIONS : FIND;
  const rows = await transaction.query<StockOfProduct>(sql, [ids.filter((id) => id !== null)]);
  const found = new Map(rows.map((row) => [row.productId, row]));
  return ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
}
