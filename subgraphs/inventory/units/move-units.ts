import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { followLevels } from '../alerts/follow-levels';
import type { Cause } from '../cause';
import type { StockMovementKind } from '../generated/resolver-types';
import { MAX_ON_HAND } from '../migrations/1700000001000-stock';
import { changeUnits, levelChanges, type ChangedProduct } from './change-units';
import type { HeldProduct } from './lock-order';

/** A signed change of units at one location. */
export interface UnitsPart {
  readonly productId: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
  /** Of the line in the ledger; null when `onHand` is 0. */
  readonly kind: StockMovementKind | null;
  readonly reason?: string | null;
  readonly orderId?: string;
}

const MOVE = changeUnits(
  'units-move',
  `asked AS MATERIALIZED (
  SELECT ordinal, "productId" AS product_id, "locationId" AS location_id, "onHand" AS on_hand, asked.reserved, kind, reason,
         "orderId" AS order_id, $4::uuid AS actor_id
    FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS ("productId" uuid, "locationId" uuid, "onHand" int, reserved int,
                                                      kind text, reason text, "orderId" uuid))
         WITH ORDINALITY AS asked ("productId", "locationId", "onHand", reserved, kind, reason, "orderId", ordinal)
),
place AS (
  SELECT product_id, location_id, on_hand, reserved FROM stock_location
   WHERE product_id = ANY (ARRAY(SELECT product_id FROM asked))
),
result AS (
  SELECT coalesce(min(place.on_hand), 0) + sum(asked.on_hand) AS on_hand,
         coalesce(min(place.reserved), 0) + sum(asked.reserved) AS reserved
    FROM asked LEFT JOIN place USING (product_id, location_id)
   GROUP BY product_id, location_id
   UNION ALL
  SELECT min(stock.on_hand) + sum(asked.on_hand), min(stock.reserved) + sum(asked.reserved)
    FROM asked JOIN stock USING (product_id)
   WHERE stock.product_id = ANY (ARRAY(SELECT product_id FROM asked))
   GROUP BY product_id
),
part AS MATERIALIZED (
  SELECT * FROM asked
   WHERE (SELECT bool_and(0 <= reserved AND reserved <= on_hand AND on_hand <= ${MAX_ON_HAND}) FROM result)
)`,
  `made AS (
  INSERT INTO stock_location (tenant_id, product_id, location_id, on_hand)
  SELECT $1, product_id, location_id, sum(part.on_hand)
    FROM part JOIN changed USING (product_id)
   WHERE (product_id, location_id) NOT IN (SELECT product_id, location_id FROM place)
   GROUP BY product_id, location_id
)`,
);
const AVAILABLE_AT = statement(
  'units-available-at',
  'SELECT on_hand - reserved AS available FROM stock_location WHERE product_id = $1 AND location_id = $2',
);

/**
 * Moves units between, into and out of locations that are given, all parts or none, and follows the levels. The products are
 * held by this transaction, which takes no lock after this.
 * @returns false when a figure would leave its range: then nothing has changed.
 */
export async function moveUnits(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  held: readonly HeldProduct[],
  parts: readonly UnitsPart[],
): Promise<boolean> {
  const changed = await transaction.query<ChangedProduct>(MOVE, [
    cause.tenantId,
    cause.traceId,
    JSON.stringify(parts),
    cause.actorId,
  ]);
  if (changed.length === 0) return false;
  outbox.announce(transaction);
  await followLevels(transaction, outbox, cause, levelChanges(held, changed));
  return true;
}

/** Units of a held product that are available at one location. */
export async function availableAt(
  transaction: Transaction,
  productId: string,
  locationId: string,
): Promise<number> {
  const [row] = await transaction.query<{ available: number }>(AVAILABLE_AT, [productId, locationId]);
  return row?.available ?? 0;
}
