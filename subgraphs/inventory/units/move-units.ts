import type { Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { followLevels } from '../alerts/follow-levels';
import type { Cause } from '../cause';
import type { StockMovementKind } from '../generated/resolver-types';
import { MAX_ON_HAND } from '../migrations/1700000001000-stock';
import { changeUnits, levelChangeOf, type ChangedProduct } from './change-units';
import { HELD, PLACE } from './lock-order';

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
  `
asked AS MATERIALIZED (
  SELECT ordinal, "productId" AS product_id, "locationId" AS location_id, "onHand" AS on_hand, reserved, kind, reason,
         "orderId" AS order_id, $4::uuid AS actor_id
    FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS ("productId" uuid, "locationId" uuid, "onHand" int, reserved int,
                                                      kind text, reason text, "orderId" uuid))
         WITH ORDINALITY AS asked ("productId", "locationId", "onHand", reserved, kind, reason, "orderId", ordinal)
),
wanted AS (SELECT product_id FROM asked GROUP BY product_id),
${HELD},
${PLACE},
result AS (
  SELECT on_hand + sum(asked_on_hand) AS on_hand, reserved + sum(asked_reserved) AS reserved
    FROM (SELECT product_id, location_id, coalesce(place.on_hand, 0) AS on_hand, coalesce(place.reserved, 0) AS reserved,
                 asked.on_hand AS asked_on_hand, asked.reserved AS asked_reserved
            FROM asked LEFT JOIN place USING (product_id, location_id)) AS beside
   GROUP BY product_id, location_id, on_hand, reserved
  UNION ALL
  SELECT held.on_hand + sum(asked.on_hand), held.reserved + sum(asked.reserved)
    FROM asked LEFT JOIN held USING (product_id)
   GROUP BY product_id, held.on_hand, held.reserved
),
part AS (
  SELECT * FROM asked
   WHERE (SELECT bool_and(coalesce(0 <= reserved AND reserved <= on_hand AND on_hand <= ${MAX_ON_HAND}, false))
            FROM result)
)`,
  {
    also: `
made AS (
  INSERT INTO stock_location AS old (tenant_id, product_id, location_id, on_hand)
  SELECT $1, product_id, location_id, sum(part.on_hand)
    FROM part JOIN changed USING (product_id)
   WHERE NOT EXISTS (SELECT FROM place
                      WHERE place.product_id = part.product_id AND place.location_id = part.location_id)
   GROUP BY product_id, location_id
  ON CONFLICT (tenant_id, product_id, location_id) DO UPDATE SET on_hand = old.on_hand + excluded.on_hand
)`,
  },
);

/**
 * Moves units between, into and out of locations that are given, all parts or none, and follows the levels. Resolves with
 * the products before and after; where something is missing or a figure would leave its range, nothing has changed and the
 * figures after are null. Takes the locks of the products: the caller holds none that comes later.
 */
export async function moveUnits(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  parts: readonly UnitsPart[],
): Promise<{ readonly moved: boolean; readonly products: readonly ChangedProduct[] }> {
  if (parts.length === 0) return { moved: true, products: [] };
  const products = await transaction.query<ChangedProduct>(MOVE, [
    cause.tenantId,
    cause.traceId,
    JSON.stringify(parts),
    cause.actorId,
  ]);
  const changed = products.filter((product) => product.on_hand_after !== null);
  if (changed.length === 0) return { moved: false, products };
  if (changed.length < products.length) throw new Error('A part of the units was moved');
  outbox.announce(transaction);
  await followLevels(transaction, outbox, cause, products.flatMap(levelChangeOf));
  return { moved: true, products };
}
