import { z } from 'zod';
import { statement } from '../../platform/database/transaction';
import { validate, type ValidationError } from '../../platform/validation/validate';
import { followLevels } from './alerts/follow-levels';
import type { MutationSetLowStockThresholdArgs } from './generated/resolver-types';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';
import { productNotFound, type ProductNotFound } from './refusals';
import { levelChangeOf, told, type ChangedProduct } from './units/change-units';
import { HELD } from './units/lock-order';

const MAX_THRESHOLD = 1_000_000;

/** What a threshold may be. */
export const threshold = z
  .int({ error: 'The threshold must be a whole number.' })
  .min(0, 'The threshold must not be negative.')
  .max(MAX_THRESHOLD, 'The threshold must be at most 1,000,000.');

const SET = statement(
  'stock-set-threshold',
  `WITH wanted AS (SELECT $3::uuid AS product_id), ${HELD},
   changed AS (
     UPDATE stock SET low_stock_threshold = $4, updated_at = clock_timestamp()
       FROM held WHERE stock.product_id = held.product_id
     RETURNING stock.product_id, stock.name, stock.low_stock_threshold, stock.on_hand, stock.reserved, stock.level,
               stock.updated_at, held.level AS level_before
   ),
   ${told('changed')}
   SELECT product_id, name, low_stock_threshold, level_before AS level, level AS level_after, on_hand AS on_hand_after,
          reserved AS reserved_after
     FROM changed`,
);

/** Below how many available units a product is LOW; may raise or resolve an alert. 0 leaves only OUT. */
export async function setLowStockThreshold(
  context: InventoryContext,
  args: MutationSetLowStockThresholdArgs,
): Promise<{ __typename: 'Product'; id: string } | ProductNotFound | ValidationError> {
  const checked = validate(threshold, args.threshold, 'threshold');
  if (!checked.ok) return checked.error;
  const productId = parseId(args.productId);
  if (productId === null) return productNotFound(args.productId);
  return context.transaction(async (transaction) => {
    const { outbox, cause } = context;
    const [change] = await transaction.query<ChangedProduct>(SET, [
      cause.tenantId,
      cause.traceId,
      productId,
      checked.value,
    ]);
    if (change === undefined) return productNotFound(args.productId);
    outbox.announce(transaction);
    await followLevels(transaction, outbox, cause, levelChangeOf(change));
    return { __typename: 'Product', id: productId };
  });
}
