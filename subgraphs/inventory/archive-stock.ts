import { statement, type Transaction } from '../../platform/database/transaction';
import type { Outbox } from '../../platform/events/outbox';
import { followLevels } from './alerts/follow-levels';
import type { Cause } from './cause';
import { told, type ChangedProduct } from './units/change-units';
import { lockProduct } from './units/lock-order';

const ARCHIVE = statement(
  'stock-archive',
  `WITH changed AS (
     UPDATE stock SET archived = true, updated_at = clock_timestamp() WHERE product_id = $3
     RETURNING product_id, on_hand, reserved, level, archived, updated_at
   ),
   ${told('changed')}
   SELECT product_id AS "productId", on_hand AS "onHand", reserved, level FROM changed`,
);

/**
 * The product is no longer sold: its open alert is resolved, and no other is raised whatever becomes of its units, which can
 * still be adjusted, transferred, and settled for orders that were placed before. Repeated, it changes nothing.
 */
export async function archiveStock(
  transaction: Transaction,
  outbox: Outbox,
  cause: Cause,
  productId: string,
): Promise<void> {
  const product = await lockProduct(transaction, productId);
  if (product === null || product.archived) return;
  await transaction.query<ChangedProduct>(ARCHIVE, [cause.tenantId, cause.traceId, productId]);
  outbox.announce(transaction);
  const { name, threshold, level: before, onHand, reserved } = product;
  const change = { productId, name, threshold, before, after: 'OK' as const, available: onHand - reserved };
  await followLevels(transaction, outbox, cause, [change]);
}
