import { statement, type Transaction } from '../../../platform/database/transaction';
import type { NewEvent } from '../../../platform/events/event';
import type { Outbox } from '../../../platform/events/outbox';
import type { Cause } from '../cause';
import type { StockLevel } from '../generated/resolver-types';

/** A product's level before and after a change. */
export interface LevelChange {
  readonly productId: string;
  readonly name: string;
  readonly threshold: number;
  /** OK for a product that is new. */
  readonly before: StockLevel;
  readonly after: StockLevel;
  /** Units available after the change. */
  readonly available: number;
}

interface Raised {
  readonly id: string;
  readonly product_id: string;
  readonly level: StockLevel;
  readonly position: number;
  readonly resolved: boolean;
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
   INSERT INTO stock_alert (tenant_id, position, product_id, level, available, low_stock_threshold, message, resolved_at)
   SELECT $1, before + ordinal, product_id, level, available, threshold, message,
          CASE WHEN resolved THEN clock_timestamp() END
     FROM feed, unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::text[], $7::boolean[]) WITH ORDINALITY
                AS crossing (product_id, level, available, threshold, message, resolved, ordinal)
   RETURNING id, product_id, level, position, resolved_at IS NOT NULL AS resolved`,
);

/** The level that the database generates from the same figures. */
export function levelAt(available: number, threshold: number): StockLevel {
  if (available === 0) return 'OUT';
  return available < threshold ? 'LOW' : 'OK';
}

/**
 * Raises and resolves alerts for products whose level this transaction has moved: one alert each time that it got worse,
 * which takes the place of an unresolved milder one, and none when it got better; all is resolved at OK. Several changes of
 * one product come in the order in which they happened. The caller holds the lock of the products' rows, and takes no lock
 * after this (see units/lock-order.ts).
 */
export async function followLevels(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  changes: readonly LevelChange[],
): Promise<void> {
  const worse = changes.filter(({ before, after }) => SEVERITY[after] > SEVERITY[before]);
  const recovered = changes.filter(({ before, after }) => after === 'OK' && before !== 'OK');
  if (worse.length + recovered.length === 0) return;
  const resolved = await transaction.query<{ id: string; product_id: string }>(RESOLVE, [
    [...worse, ...recovered].map(({ productId }) => productId),
  ]);
  const raised = worse.length === 0 ? [] : await raise(transaction, cause, worse);
  await outbox.add(transaction, cause, [
    ...resolved.map(resolvedEvent),
    ...raised.flatMap((alert) =>
      alert.resolved ? [raisedEvent(alert), resolvedEvent(alert)] : [raisedEvent(alert)],
    ),
  ]);
}

async function raise(
  transaction: Transaction,
  cause: Cause,
  crossings: readonly LevelChange[],
): Promise<Raised[]> {
  const last = new Map(crossings.map((crossing) => [crossing.productId, crossing]));
  return transaction.query<Raised>(RAISE, [
    cause.tenantId,
    crossings.map(({ productId }) => productId),
    crossings.map(({ after }) => after),
    crossings.map(({ available }) => available),
    crossings.map(({ threshold }) => threshold),
    crossings.map(messageOf),
    crossings.map((crossing) => last.get(crossing.productId) !== crossing),
  ]);
}

function messageOf({ name, after, available, threshold }: LevelChange): string {
  if (after === 'OUT') return `"${name}" is out of stock.`;
  return `"${name}" is running low: ${available} left (alert below ${threshold}).`;
}

function raisedEvent({ id, product_id: productId, level, position }: Raised): NewEvent {
  const payload = { alertId: id, productId, level, position };
  return { type: 'inventory.alert-raised', version: 1, aggregateId: productId, payload };
}

function resolvedEvent({ id, product_id: productId }: { id: string; product_id: string }): NewEvent {
  const payload = { alertId: id, productId };
  return { type: 'inventory.alert-resolved', version: 1, aggregateId: productId, payload };
}
