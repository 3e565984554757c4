import { statement, type Statement } from '../../../platform/database/transaction';
import type { LevelChange } from '../alerts/follow-levels';
import type { StockLevel } from '../generated/resolver-types';
import type { HeldProduct } from './lock-order';

/** A product after a change. */
export interface ChangedProduct {
  readonly productId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly level: StockLevel;
}

/**
 * The SQL that changes units of stock: the product's row, on the condition that it can give them, the rows of its locations,
 * the ledger and the outbox, in one statement that yields the `ChangedProduct`s.
 *
 * It follows a common table expression `part (ordinal, product_id, location_id, on_hand, reserved, kind, reason, order_id,
 * actor_id)`: signed changes of units at one location, possible there by figures that were read under the locks of the
 * products. A part without a kind moves nothing physically and has no line in the ledger. Parameters are $1, the business,
 * and $2, the trace id.
 * @param also further parts, which read `part` and `changed`.
 */
export function changeUnits(name: string, parts: string, also: string): Statement {
  return statement(
    name,
    `WITH ${parts},
total AS (
  SELECT product_id, sum(on_hand)::int AS on_hand, sum(reserved)::int AS reserved, count(kind)::int AS lines
    FROM part GROUP BY product_id
),
changed AS (
  UPDATE stock
     SET on_hand = stock.on_hand + total.on_hand,
         reserved = stock.reserved + total.reserved,
         last_line = last_line + total.lines,
         updated_at = clock_timestamp()
    FROM total
   WHERE stock.product_id = ANY (ARRAY(SELECT product_id FROM total)) AND stock.product_id = total.product_id
     AND stock.on_hand + total.on_hand >= stock.reserved + total.reserved
  RETURNING stock.product_id, stock.on_hand, stock.reserved, stock.level, stock.archived, stock.updated_at,
            stock.on_hand - total.on_hand AS on_hand_before, last_line - total.lines AS line_before
),
moved AS (
  UPDATE stock_location
     SET on_hand = stock_location.on_hand + delta.on_hand,
         reserved = stock_location.reserved + delta.reserved
    FROM (SELECT product_id, location_id, sum(part.on_hand)::int AS on_hand, sum(part.reserved)::int AS reserved
            FROM part JOIN changed USING (product_id) GROUP BY product_id, location_id) AS delta
   WHERE stock_location.product_id = ANY (ARRAY(SELECT product_id FROM changed))
     AND stock_location.product_id = delta.product_id AND stock_location.location_id = delta.location_id
),
ledger AS (
  INSERT INTO stock_movement
         (tenant_id, product_id, line, location_id, kind, quantity, on_hand_after, reason, order_id, actor_id)
  SELECT $1, product_id, line_before + row_number() OVER lines, location_id, kind, part.on_hand,
         on_hand_before + sum(part.on_hand) OVER lines, reason, order_id, actor_id
    FROM part JOIN changed USING (product_id)
   WHERE kind IS NOT NULL
  WINDOW lines AS (PARTITION BY product_id ORDER BY ordinal ROWS UNBOUNDED PRECEDING)
),
${also},
${told('changed')}
SELECT product_id AS "productId", on_hand AS "onHand", reserved, level FROM changed`,
  );
}

/** `told`, a part of a statement: the event of products whose row a part named `source` has just written and returned. */
export function told(source: string): string {
  return `told AS (
  INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload)
  SELECT uuid_v7(), 'inventory.stock-changed', 1, $1, product_id::text, $2,
         jsonb_build_object('productId', product_id, 'onHand', on_hand, 'reserved', reserved,
                            'available', on_hand - reserved, 'level', level, 'archived', archived, 'at', updated_at)
    FROM ${source} ORDER BY product_id
)`;
}

/** What alerts follow of a change of products that were held before it: nothing of those that are archived. */
export function levelChanges(
  held: readonly HeldProduct[],
  changed: readonly ChangedProduct[],
): LevelChange[] {
  const before = new Map(held.map((product) => [product.productId, product]));
  return changed.flatMap(({ productId, onHand, reserved, level }) => {
    const product = before.get(productId);
    if (product === undefined) throw new Error(`Product ${productId} was changed without its lock`);
    if (product.archived) return [];
    const { name, threshold } = product;
    return [
      { productId, name, threshold, before: product.level, after: level, available: onHand - reserved },
    ];
  });
}
