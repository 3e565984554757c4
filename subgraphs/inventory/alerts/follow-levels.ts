import { statement, type Transaction } from '../../../platform/database/transaction';
import type { NewEvent } from '../../../platform/events/event';
import type { Outbox } from '../../../platform/events/outbox';
import type { Cause } from '../cause';
import type { StockLevel } from '../generated/resolver-types';

/** A product's level before and after a change, as the statements that change stock return it. */
export interface LevelChange {
  readonly product_id: string;
  readonly name: string | null;
  readonly low_stock_threshold: number | null;
  /** Null for a product that is new. */
  readonly level: StockLevel | null;
  /** Null when nothing has changed. */
  readonly level_after: StockLevel | null;
  readonly on_hand_after: number | null;
  readonly reserved_after: number | null;
}

interface Crossing {
  readonly productId: string;
  readonly level: StockLevel;
  readonly available: number;
  readonly threshold: number;
  readonly message: string;
}

const SEVERITY: Record<StockLevel, number> = { OK: 0, LOW: 1, OUT: 2 };

const RESOLVE = statement(
  'alert-resolve',
  `UPDATE stock_alert SET resolved_at = clock_timestamp()
    WHERE product_id = ANY($1::uuid[]) AND resolved_at IS NULL
   RETURNING id, product_id`,
);
const RAISE = statement(
  'alert-raise',
  `WITH feed AS (
     INSERT INTO stock_alert_feed AS feed (tenant_id, position) VALUES ($1, cardinality($2::uuid[]))
     ON CONFLICT (tenant_id) DO UPDATE SET position = feed.position + excluded.position
     RETURNING position - cardinality($2::uuid[]) AS before
   )
   INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message)
   SELECT $1, before + ordinal, product_id, level, available, threshold, message
     FROM feed, unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::text[]) WITH ORDINALITY
                AS crossing (product_id, level, available, threshold, message, ordinal)
   RETURNING id, product_id, level, position`,
);

/**
 * Raises and resolves alerts for products whose level a change of this transaction has moved: one alert when it got worse,
 * which takes the place of an unresolved milder one, and none when it got better, when all is resolved at OK. The caller
 * holds the lock of the products' rows, and takes no lock after this (see units/lock-order.ts).
 */
export async function followLevels(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  changes: readonly LevelChange[],
): Promise<void> {
  const crossings = changes.flatMap(crossingOf);
  const recovered = changes.filter((change) => change.level_after === 'OK' && change.level !== 'OK');
  const resolving = [
    ...crossings.map((crossing) => crossing.productId),
    ...recovered.map((row) => row.product_id),
  ];
  if (resolving.length === 0) return;
  const resolved = await transaction.query<{ id: string; product_id: string }>(RESOLVE, [resolving]);
  const raised = await raise(transaction, cause, crossings);
  await outbox.add(transaction, cause, [
    ...resolved.map((alert) => ({
      type: 'inventory.alert-resolved',
      version: 1,
      aggregateId: alert.product_id,
      payload: { alertId: alert.id, productId: alert.product_id },
    })),
    ...raised,
  ]);
}

function crossingOf(change: LevelChange): Crossing[] {
  const { name, level, level_after, on_hand_after, reserved_after, low_stock_threshold: threshold } = change;
  if (name === null || level_after === null || threshold === null) return [];
  if (on_hand_after === null || reserved_after === null) return [];
  if (SEVERITY[level_after] <= SEVERITY[level ?? 'OK']) return [];
  const available = on_hand_after - reserved_after;
  const message =
    level_after === 'OUT'
      ? `"${name}" is out of stock.`
      : `"${name}" is running low: ${available} left (alert below ${threshold}).`;
  return [{ productId: change.product_id, level: level_after, available, threshold, message }];
}

async function raise(
  transaction: Transaction,
  cause: Cause,
  crossings: readonly Crossing[],
): Promise<NewEvent[]> {
  if (crossings.length === 0) return [];
  const rows = await transaction.query<{ id: string; product_id: string; level: string; position: number }>(
    RAISE,
    [
      cause.tenantId,
      crossings.map((crossing) => crossing.productId),
      crossings.map((crossing) => crossing.level),
      crossings.map((crossing) => crossing.available),
      crossings.map((crossing) => crossing.threshold),
      crossings.map((crossing) => crossing.message),
    ],
  );
  return rows.map(({ id, product_id, level, position }) => ({
    type: 'inventory.alert-raised',
    version: 1,
    aggregateId: product_id,
    payload: { alertId: id, productId: product_id, level, position },
  }));
}
