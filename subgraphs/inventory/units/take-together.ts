import type { Database } from '../../../platform/database/database';
import { statement, type Statement, type Transaction } from '../../../platform/database/transaction';
import type { Outbox } from '../../../platform/events/outbox';
import { followLevels, levelAt, type LevelChange } from '../alerts/follow-levels';
import type { OrderStockState } from '../generated/resolver-types';
import { told } from './change-units';
import type { Take, TakeLine, TakeOutcome } from './take';

interface Single {
  readonly take: Take;
  readonly line: TakeLine;
}

interface TakenProduct {
  readonly name: string;
  readonly low_stock_threshold: number;
  readonly on_hand: number;
  readonly reserved: number;
  readonly archived: boolean;
  readonly expires_at: Date | null;
}

interface Way {
  readonly state: OrderStockState;
  /** How a row of this table gives the $7 units. */
  readonly gives: (table: string) => string;
  /** How many lines the ledger gets, and the part of the statement that writes them. */
  readonly lines: string;
  readonly ledger: string;
}

/*
 * Locks in the order of lock-order.ts: the orders by their ids, then the product's row, whose conditional update takes the
 * units of all of them or of none, then its row at the default location on the same condition. Without a row of each there
 * is no row in the answer.
 */
const together = (name: string, { state, gives, lines, ledger }: Way): Statement =>
  statement(
    name,
    `WITH claimed AS (
  INSERT INTO order_stock (tenant_id, order_id, state, expires_at)
  SELECT $1, order_id, '${state}', statement_timestamp() + make_interval(secs => $8::int)
    FROM unnest($4::uuid[]) AS order_id ORDER BY order_id
  ON CONFLICT DO NOTHING
  RETURNING expires_at
),
changed AS (
  UPDATE stock SET ${gives('stock')}, last_line = last_line + ${lines}, updated_at = clock_timestamp()
   WHERE product_id = $3 AND on_hand - reserved >= $7::int
     AND (SELECT count(*) FROM claimed) = cardinality($4::uuid[])
  RETURNING product_id, name, low_stock_threshold, on_hand, reserved, level, archived, last_line, updated_at
),
moved AS (
  UPDATE stock_location SET ${gives('stock_location')}
    FROM changed
   WHERE stock_location.product_id = $3
     AND location_id = (SELECT id FROM location WHERE is_default)
     AND stock_location.on_hand - stock_location.reserved >= $7::int
  RETURNING location_id
),
part AS (
  SELECT order_id, quantity, actor_id, ordinal
    FROM moved, unnest($4::uuid[], $5::int[], $6::uuid[]) WITH ORDINALITY AS part (order_id, quantity, actor_id, ordinal)
),
${ledger}
kept AS (
  INSERT INTO order_stock_line (tenant_id, order_id, product_id, location_id, quantity)
  SELECT $1, order_id, $3, location_id, quantity FROM moved, part
),
${told('changed')}
SELECT name, low_stock_threshold, on_hand, reserved, archived, (SELECT max(expires_at) FROM claimed) AS expires_at
  FROM changed, moved`,
  );

const TAKE = together('units-take-together', {
  state: 'TAKEN',
  gives: (table) => `on_hand = ${table}.on_hand - $7::int`,
  lines: 'cardinality($4::uuid[])',
  ledger: `
ledger AS (
  INSERT INTO stock_movement (tenant_id, product_id, line, location_id, kind, quantity, on_hand_after, order_id, actor_id)
  SELECT $1, $3, last_line - cardinality($4::uuid[]) + ordinal, location_id, 'SALE', -quantity,
         on_hand + $7::int - sum(quantity) OVER (ORDER BY ordinal), order_id, actor_id
    FROM changed, moved, part
),`,
});
const RESERVE = together('units-reserve-together', {
  state: 'RESERVED',
  gives: (table) => `reserved = ${table}.reserved + $7::int`,
  lines: '0',
  ledger: '',
});

/** Undoes what was begun for takers who cannot all have their units this way. */
class NotTogether extends Error {}

/**
 * Takes the units of orders for one and the same product in one transaction: of the orders that came first first. Resolves
 * with null, and nothing is done, when not all of them are new and can be served from the default location.
 */
export async function takeTogether(
  database: Database,
  outbox: Outbox,
  singles: readonly Single[],
): Promise<TakeOutcome[] | null> {
  const [first] = singles;
  if (first === undefined) return [];
  try {
    return await database.transaction(first.take.cause.tenantId, (transaction) =>
      takeAll(transaction, outbox, first, singles),
    );
  } catch (error) {
    if (error instanceof NotTogether) return null;
    throw error;
  }
}

async function takeAll(
  transaction: Transaction,
  outbox: Outbox,
  { take: { cause, reserveForSeconds }, line: { productId } }: Single,
  singles: readonly Single[],
): Promise<TakeOutcome[]> {
  const quantities = singles.map(({ line }) => line.quantity);
  const [product] = await transaction.query<TakenProduct>(reserveForSeconds === null ? TAKE : RESERVE, [
    cause.tenantId,
    cause.traceId,
    productId,
    singles.map(({ take }) => take.orderId),
    quantities,
    singles.map(({ take }) => take.cause.actorId),
    quantities.reduce((sum, quantity) => sum + quantity, 0),
    reserveForSeconds,
  ]);
  if (product === undefined) throw new NotTogether();
  outbox.announce(transaction);
  const steps = product.archived ? [] : stepsOf(productId, product, quantities);
  await followLevels(transaction, outbox, cause, steps);
  const state = reserveForSeconds === null ? 'TAKEN' : 'RESERVED';
  return singles.map(({ take: { orderId } }) => ({
    kind: 'held',
    orderId,
    state,
    expiresAt: product.expires_at,
  }));
}

/** The product's level before and after each taker, as if they had come one by one. */
function stepsOf(productId: string, product: TakenProduct, quantities: readonly number[]): LevelChange[] {
  const { name, low_stock_threshold: threshold } = product;
  let available = product.on_hand - product.reserved;
  return quantities
    .toReversed()
    .map((quantity): LevelChange => {
      const after = available;
      available += quantity;
      return {
        productId,
        name,
        threshold,
        before: levelAt(available, threshold),
        after: levelAt(after, threshold),
        available: after,
      };
    })
    .toReversed();
}
