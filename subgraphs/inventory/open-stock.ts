import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import type { Outbox } from '../../platform/events/outbox';
import { followLevels } from './alerts/follow-levels';
import type { Cause } from './cause';
import { told, type ChangedProduct } from './units/change-units';
import { DEFAULT_LOW_STOCK_THRESHOLD } from './migrations/1700000001000-stock';

/** What another subgraph tells of a new product; the figures have been checked. */
export interface NewStock {
  readonly productId: string;
  readonly name: string;
  readonly initialStock: number;
  readonly lowStockThreshold: number | null;
}

const ADD_DEFAULT_LOCATION = statement(
  'location-add-default',
  `INSERT INTO location (tenant_id, id, name, is_default) VALUES ($1, $2, 'Main', true) ON CONFLICT DO NOTHING`,
);
const OPEN = statement(
  'stock-open',
  `WITH opened AS (
     INSERT INTO stock (tenant_id, product_id, name, on_hand, low_stock_threshold, last_line)
     VALUES ($1, $3, $4, $5, $6, CASE WHEN $5 > 0 THEN 1 ELSE 0 END)
     ON CONFLICT DO NOTHING
     RETURNING product_id, name, on_hand, reserved, low_stock_threshold, level, archived, updated_at
   ),
   placed AS (
     INSERT INTO stock_location (tenant_id, product_id, location_id, on_hand)
     SELECT $1, product_id, location.id, on_hand FROM opened, location WHERE is_default
     RETURNING product_id, location_id, on_hand
   ),
   ledger AS (
     INSERT INTO stock_movement (tenant_id, product_id, line, location_id, kind, quantity, on_hand_after, actor_id)
     SELECT $1, product_id, 1, location_id, 'INITIAL', on_hand, on_hand, $7 FROM placed WHERE on_hand > 0
   ),
   ${told('opened')}
   SELECT product_id AS "productId", on_hand AS "onHand", reserved, level
     FROM opened`,
);

/** Makes the business's default location where it is missing. */
export async function ensureDefaultLocation(transaction: Transaction): Promise<void> {
  await transaction.query(ADD_DEFAULT_LOCATION, [transaction.tenantId, uuidv7()]);
}

/**
 * Opens the stock of a product at the default location, once: repeated, it changes nothing. A product that begins below
 * its threshold raises its first alert.
 */
export async function openStock(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  stock: NewStock,
): Promise<void> {
  await ensureDefaultLocation(transaction);
  const threshold = stock.lowStockThreshold ?? DEFAULT_LOW_STOCK_THRESHOLD;
  const [opened] = await transaction.query<ChangedProduct>(OPEN, [
    cause.tenantId,
    cause.traceId,
    stock.productId,
    stock.name,
    stock.initialStock,
    threshold,
    cause.actorId,
  ]);
  if (opened === undefined) return;
  outbox.announce(transaction);
  const { productId, level: after, onHand: available } = opened;
  await followLevels(transaction, outbox, cause, [
    { productId, name: stock.name, threshold, before: 'OK', after, available },
  ]);
}
