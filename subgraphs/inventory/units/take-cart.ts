import type { Database } from '../../../platform/database/database';
import type { Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { serviceUnavailable } from '../../../platform/graphql/errors';
import { followLevels } from '../alerts/follow-levels';
import type { OrderStockState } from '../generated/resolver-types';
import { findOrderStock } from '../order-stock';
import { changeUnits, levelChangeOf, type ChangedProduct } from './change-units';
import { HELD, PLACE } from './lock-order';
import type { Take, TakeOutcome } from './take';

interface TakenProduct extends ChangedProduct {
  readonly expires_at: Date | null;
}

/*
 * The order is claimed first: whoever sends it again finds its row and takes nothing. A product's units come from its
 * locations in their fixed order, as the overlap of what is wanted with what each of them has free, both counted up. Only
 * when all lines are covered in full is there any part, and so any change.
 */
const claimAndSplit = (state: OrderStockState, part: string): string => `
claimed AS (
  INSERT INTO order_stock (tenant_id, order_id, state, expires_at)
  VALUES ($1, $3, '${state}', statement_timestamp() + make_interval(secs => $7::int))
  ON CONFLICT DO NOTHING
  RETURNING order_id, expires_at
),
line AS MATERIALIZED (
  SELECT order_id, product_id, quantity, ordinal
    FROM claimed, unnest($4::uuid[], $5::int[]) WITH ORDINALITY AS line (product_id, quantity, ordinal)
),
wanted AS (SELECT product_id FROM line),
${HELD},
${PLACE},
bin AS (
  SELECT product_id, location_id, later, on_hand - reserved AS free,
         sum(on_hand - reserved) OVER (PARTITION BY product_id ORDER BY later, location_id) AS free_until
    FROM place
),
split AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY ordinal, later, location_id) AS ordinal, order_id, product_id, location_id,
         least(line.quantity, free_until)::int - (free_until - free)::int AS quantity
    FROM line JOIN bin USING (product_id)
   WHERE free > 0 AND free_until - free < line.quantity
),
part AS MATERIALIZED (
  SELECT ordinal, product_id, location_id, ${part}, NULL::text AS reason, order_id, $6::uuid AS actor_id, quantity
    FROM split
   WHERE (SELECT sum(quantity) FROM split) = (SELECT sum(quantity) FROM line)
)`;

const more = {
  also: `
kept AS (
  INSERT INTO order_stock_line (tenant_id, order_id, product_id, location_id, quantity)
  SELECT $1, order_id, product_id, location_id, quantity FROM part JOIN changed USING (product_id)
)`,
  columns: '(SELECT expires_at FROM claimed) AS expires_at',
};

const TAKE = changeUnits(
  'units-take',
  claimAndSplit('TAKEN', `-quantity AS on_hand, 0 AS reserved, 'SALE' AS kind`),
  more,
);
const RESERVE = changeUnits(
  'units-reserve',
  claimAndSplit('RESERVED', '0 AS on_hand, quantity AS reserved, NULL::text AS kind'),
  more,
);
const ATTEMPTS = 5;

/** Undoes the claim of an order that cannot have its units. */
class NothingTaken extends Error {
  constructor(readonly outcome: TakeOutcome | 'split-was-stale') {
    super('Nothing was taken');
  }
}

/**
 * Takes or reserves the units of an order in a transaction of its own, all lines or none, from as many locations as it
 * takes. For any order: this is what answers refusals and repeated orders.
 */
export async function takeCart(database: Database, outbox: Outbox, take: Take): Promise<TakeOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await database.transaction(take.cause.tenantId, (transaction) =>
        takeOnce(transaction, outbox, take),
      );
    } catch (error) {
      if (!(error instanceof NothingTaken)) throw error;
      if (error.outcome !== 'split-was-stale') return error.outcome;
    }
  }
  throw serviceUnavailable('The stock of these products');
}

async function takeOnce(transaction: Transaction, outbox: Outbox, take: Take): Promise<TakeOutcome> {
  const { cause, orderId, lines, reserveForSeconds } = take;
  const rows = await transaction.query<TakenProduct>(reserveForSeconds === null ? TAKE : RESERVE, [
    cause.tenantId,
    cause.traceId,
    orderId,
    lines.map((line) => line.productId),
    lines.map((line) => line.quantity),
    cause.actorId,
    reserveForSeconds,
  ]);
  const [first] = rows;
  if (first === undefined) return { kind: 'held', ...(await findOrderStock(transaction, orderId)) };
  if (rows.some((row) => row.on_hand_after === null)) throw new NothingTaken(refusal(take, rows));
  outbox.announce(transaction);
  await followLevels(transaction, outbox, cause, rows.flatMap(levelChangeOf));
  const state = reserveForSeconds === null ? 'TAKEN' : 'RESERVED';
  return { kind: 'held', orderId, state, expiresAt: first.expires_at };
}

function refusal(take: Take, rows: readonly TakenProduct[]): TakeOutcome | 'split-was-stale' {
  const byProduct = new Map(rows.map((row) => [row.product_id, row]));
  for (const { productId, quantity } of take.lines) {
    const row = byProduct.get(productId);
    if (!row || row.name === null || row.on_hand === null || row.reserved === null) {
      return { kind: 'unknown-product', productId };
    }
    const available = row.on_hand - row.reserved;
    if (available < quantity) {
      return { kind: 'short', productId, name: row.name, requested: quantity, available };
    }
  }
  // The products have enough, at a location that got its first units while the statement waited for the lock.
  return 'split-was-stale';
}
