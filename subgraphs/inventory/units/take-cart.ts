import type { Database } from '../../../platform/database/database';
import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { followLevels } from '../alerts/follow-levels';
import { findOrderStock } from '../order-stock';
import { changeUnits, levelChanges, type ChangedProduct } from './change-units';
import { lockedProducts, type HeldProduct } from './lock-order';
import type { Take, TakeOutcome } from './take';

/** The claim of the order, with a product that is held for it; nulls where none of its products has stock. */
type ClaimRow = { readonly expiresAt: Date | null } & (HeldProduct | { readonly productId: null });

// Whoever sends an order again finds its row, and locks no product.
const CLAIM = statement(
  'order-claim',
  `WITH claimed AS (
     INSERT INTO order_stock (tenant_id, order_id, state, expires_at)
     VALUES ($1, $2, $3, statement_timestamp() + make_interval(secs => $5::int))
     ON CONFLICT DO NOTHING
     RETURNING expires_at
   ),
   held AS (${lockedProducts(`CASE WHEN EXISTS (SELECT FROM claimed) THEN $4::uuid[] END`)})
   SELECT claimed.expires_at AS "expiresAt", held.* FROM claimed LEFT JOIN held ON true`,
);

/*
 * Units come from the locations in a fixed order, the default one first, then the others as they were created: from each
 * the overlap of what is wanted with what it has free, both counted up.
 */
const split = (part: string): string => `line AS (
  SELECT product_id, quantity, ordinal
    FROM unnest($4::uuid[], $5::int[]) WITH ORDINALITY AS line (product_id, quantity, ordinal)
),
bin AS (
  SELECT product_id, location_id, NOT is_default AS later, on_hand - reserved AS free,
         sum(on_hand - reserved) OVER (PARTITION BY product_id ORDER BY NOT is_default, location_id) AS free_until
    FROM stock_location JOIN location ON location.id = location_id
   WHERE product_id = ANY ($4::uuid[])
),
part AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY ordinal, later, location_id) AS ordinal, product_id, location_id, ${part},
         NULL::text AS reason, $3::uuid AS order_id, $6::uuid AS actor_id
    FROM (SELECT *, least(quantity, free_until)::int - (free_until - free)::int AS units
            FROM line JOIN bin USING (product_id)
           WHERE free > 0 AND free_until - free < quantity) AS overlap
)`;
const KEEP = `kept AS (
  INSERT INTO order_stock_line (tenant_id, order_id, product_id, location_id, quantity)
  SELECT $1, order_id, product_id, location_id, part.reserved - part.on_hand FROM part JOIN changed USING (product_id)
)`;
const TAKE = changeUnits('cart-take', split(`-units AS on_hand, 0 AS reserved, 'SALE' AS kind`), KEEP);
const RESERVE = changeUnits(
  'cart-reserve',
  split('0 AS on_hand, units AS reserved, NULL::text AS kind'),
  KEEP,
);

/** Undoes the claim of an order that cannot have its units. */
class NothingTaken extends Error {
  constructor(readonly outcome: TakeOutcome) {
    super('Nothing was taken');
  }
}

/**
 * Takes or reserves the units of an order in a transaction of its own, all lines or none, from as many locations as it
 * takes. For any order: this is what answers refusals and repeated orders.
 */
export async function takeCart(database: Database, outbox: Outbox, take: Take): Promise<TakeOutcome> {
  try {
    return await database.transaction(take.cause.tenantId, (transaction) =>
      takeOnce(transaction, outbox, take),
    );
  } catch (error) {
    if (error instanceof NothingTaken) return error.outcome;
    throw error;
  }
}

async function takeOnce(transaction: Transaction, outbox: Outbox, take: Take): Promise<TakeOutcome> {
  const { cause, orderId, lines, reserveForSeconds } = take;
  const state = reserveForSeconds === null ? 'TAKEN' : 'RESERVED';
  const productIds = lines.map((line) => line.productId);
  const claim = await transaction.query<ClaimRow>(CLAIM, [
    cause.tenantId,
    orderId,
    state,
    productIds,
    reserveForSeconds,
  ]);
  const [first] = claim;
  if (first === undefined) return { kind: 'held', ...(await findOrderStock(transaction, orderId)) };
  const held = claim.filter((row) => row.productId !== null);
  const refusal = refusalOf(take, held);
  if (refusal !== null) throw new NothingTaken(refusal);

  const changed = await transaction.query<ChangedProduct>(reserveForSeconds === null ? TAKE : RESERVE, [
    cause.tenantId,
    cause.traceId,
    orderId,
    productIds,
    lines.map((line) => line.quantity),
    cause.actorId,
  ]);
  for (const { productId, quantity } of lines) {
    const before = held.find((product) => product.productId === productId);
    const after = changed.find((product) => product.productId === productId);
    if (before && after && available(before) - available(after) === quantity) continue;
    throw new Error(`The locations of product ${productId} do not have what the product has`);
  }
  outbox.announce(transaction);
  await followLevels(transaction, outbox, cause, levelChanges(held, changed));
  return { kind: 'held', orderId, state, expiresAt: first.expiresAt };
}

function refusalOf(take: Take, held: readonly HeldProduct[]): TakeOutcome | null {
  const byId = new Map(held.map((product) => [product.productId, product]));
  for (const { productId, quantity: requested } of take.lines) {
    const product = byId.get(productId);
    if (product === undefined) return { kind: 'unknown-product', productId };
    if (available(product) < requested) {
      return { kind: 'short', productId, name: product.name, requested, available: available(product) };
    }
  }
  return null;
}

function available({ onHand, reserved }: { onHand: number; reserved: number }): number {
  return onHand - reserved;
}
