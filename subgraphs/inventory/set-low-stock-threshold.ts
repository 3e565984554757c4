import { z } from 'zod';
import { statement } from '../../platform/database/transaction';
import { validate, type ValidationError } from '../../platform/validation/validate';
import { followLevels } from './alerts/follow-levels';
import type { MutationSetLowStockThresholdArgs } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import { productNotFound, type ProductNotFound } from './refusals';
import { levelChanges, told, type ChangedProduct } from './units/change-units';
import { lockProduct } from './units/lock-order';

const MAX_THRESHOLD = 1_000_000;

/** What a threshold may be. */
export const threshold = z
  .int({ error: 'The threshold must be a whole number.' })
  .min(0, 'The threshold must not be negative.')
  .max(MAX_THRESHOLD, 'The threshold must be at most 1,000,000.');

const SET = statement(
  'stock-set-threshold',
  `WITH changed AS (
     UPDATE stock SET low_stock_threshold = $4, updated_at = clock_timestamp() WHERE product_id = $3
     RETURNING product_id, on_hand, reserved, level, archived, updated_at
   ),
   ${told('changed')}
   SELECT product_id AS "productId", on_hand AS "onHand", reserved, level FROM changed`,
);

/** Below how many available units a product is LOW; may raise or resolve an alert. 0 leaves only OUT. */
export async function setLowStockThreshold(
  context: InventoryContext,
  args: MutationSetLowStockThresholdArgs,
): Promise<{ __typename: 'Product'; id: string } | ProductNotFound | ValidationError> {
  const checked = validate(threshold, args.threshold, 'threshold');
  if (!checked.ok) return checked.error;
  return context.transaction(async (transaction) => {
    const { outbox, cause } = context;
    const held = await lockProduct(transaction, args.productId);
    if (held === null) return productNotFound(args.productId);
    const { productId } = held;
    const changed = await transaction.query<ChangedProduct>(SET, [
      cause.tenantId,
      cause.traceId,
      productId,
      checked.value,
    ]);
    outbox.announce(transaction);
    await followLevels(
      transaction,
      outbox,
      cause,
      levelChanges([{ ...held, threshold: checked.value }], changed),
    );
    await context.audit(transaction, {
      action: 'stock.threshold-set',
      subjectType: 'Product',
      subjectId: productId,
      details: { before: String(held.threshold), after: String(checked.value) },
    });
    return { __typename: 'Product', id: productId };
  });
}
