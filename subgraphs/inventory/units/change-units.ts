import { statement, type Statement } from '../../../platform/database/transaction';
import type { LevelChange } from '../alerts/follow-levels';
import type { StockLevel } from '../generated/resolver-types';

/** A product before and after a change; the figures are null where there is no such product, or nothing has changed. */
export interface ChangedProduct {
  readonly product_id: string;
  readonly name: string | null;
  readonly low_stock_threshold: number | null;
  readonly on_hand: number | null;
  readonly reserved: number | null;
  readonly level: StockLevel | null;
  readonly on_hand_after: number | null;
  readonly reserved_after: number | null;
  readonly level_after: StockLevel | null;
}

/** The part of a change that alerts follow; none where nothing has changed. */
export function levelChangeOf(row: ChangedProduct): LevelChange[] {
  const {
    product_id,
    name,
    low_stock_threshold: threshold,
    level,
    level_after,
    on_hand_after,
    reserved_after,
  } = row;
  if (name === null || threshold === null || level_after === null) return [];
  if (on_hand_after === null || reserved_after === null) return [];
  const available = on_hand_after - reserved_after;
  return [{ productId: product_id, name, threshold, before: level, after: level_after, available }];
}

export interface ChangeOfUnits {
  /** Further parts that read `part` and `changed`, and columns for the answer. */
  readonly also?: string;
  readonly columns?: string;
}

/** `told`, a part of a statement: the event of products whose row a part named `source` has just written and returned. */
export function told(source: string): string {
  return `told AS (
  INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload)
  SELECT uuid_v7(), 'inventory.stock-changed', 1, $1, product_id::text, $2,
         jsonb_build_object('productId', product_id, 'onHand', on_hand, 'reserved', reserved,
                            'available', on_hand - reserved, 'level', level, 'at', updated_at)
    FROM ${source} ORDER BY product_id
)`;
}

/**
 * The only SQL that changes units of stock: the product's row on the condition that `0 <= reserved <= on_hand` stays true,
 * the rows of its locations, the ledger and the outbox, in one statement.
 *
 * It follows common table expressions named `wanted (product_id)`, `held` (see lock-order.ts) and
 * `part (ordinal, product_id, location_id, on_hand, reserved, kind, reason, order_id, actor_id)`: signed changes of units at
 * one location, which have been found to be possible there under the locks, or no part at all. A part without a kind moves
 * nothing physically and has no ledger line. Parameters are $1, the business, and $2, the trace id.
 */
export function changeUnits(name: string, parts: string, more: ChangeOfUnits = {}): Statement {
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
  RETURNING stock.product_id, stock.on_hand, stock.reserved, stock.level, stock.updated_at,
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
${told('changed')}${more.also === undefined ? '' : `,${more.also}`}
SELECT product_id, held.name, held.low_stock_threshold, held.on_hand, held.reserved, held.level,
       changed.on_hand AS on_hand_after, changed.reserved AS reserved_after, changed.level AS level_after
       ${more.columns === undefined ? '' : `, ${more.columns}`}
  FROM wanted LEFT JOIN held USING (product_id) LEFT JOIN changed USING (product_id)
 ORDER BY product_id`,
  );
}
