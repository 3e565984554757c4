import { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction';
import { idempotencyKey, text, validationError } from '../../platform/validation/validate';
import type { AdjustStockInput } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import { findLocation } from './list-locations';
import { MAX_ON_HAND } from './migrations/1700000001000-stock';
import { once, type StockMutationAnswer, type StockMutationResult } from './once';
import { insufficientStock, locationNotFound, productNotFound } from './refusals';
import { lockProduct } from './units/lock-order';
import { availableAt, moveUnits } from './units/move-units';

const MAX_DELTA = 1_000_000;

const rules = z.object({
  productId: z.string(),
  locationId: z.string().nullish(),
  delta: z
    .int({ error: 'The change must be a whole number.' })
    .min(-MAX_DELTA, 'The change must not be below -1,000,000.')
    .max(MAX_DELTA, 'The change must be at most 1,000,000.')
    .refine((delta) => delta !== 0, 'The change must not be 0.'),
  reason: text('The reason', 1, 500),
  idempotencyKey,
});

/**
 * Adds units to a location (the default one unless given), or takes units away that are neither reserved nor sold: a RECEIPT
 * or an ADJUSTMENT in the ledger, with the reason.
 */
export async function adjustStock(
  context: InventoryContext,
  input: AdjustStockInput,
): Promise<StockMutationResult> {
  return once(context, 'adjustStock', rules, input, adjust);
}

async function adjust(
  context: InventoryContext,
  transaction: Transaction,
  input: z.infer<typeof rules>,
): Promise<StockMutationAnswer> {
  const product = await lockProduct(transaction, input.productId);
  if (product === null) return productNotFound(input.productId);
  const location = await findLocation(transaction, input.locationId ?? null);
  if (location === null) return locationNotFound(input.locationId ?? '');

  const moved = await moveUnits(
    transaction,
    context.outbox,
    context.cause,
    [product],
    [
      {
        productId: product.productId,
        locationId: location.id,
        onHand: input.delta,
        reserved: 0,
        kind: input.delta > 0 ? 'RECEIPT' : 'ADJUSTMENT',
        reason: input.reason,
      },
    ],
  );
  if (moved) {
    await context.audit(transaction, {
      action: 'stock.adjusted',
      subjectType: 'Product',
      subjectId: product.productId,
      details: { delta: String(input.delta), location: location.name, reason: input.reason },
    });
    return { __typename: 'Product', id: product.productId };
  }
  if (input.delta > 0) {
    const message = `There are ${product.onHand} units on hand, and at most ${MAX_ON_HAND} are possible.`;
    return validationError([{ path: ['input', 'delta'], message }]);
  }
  return insufficientStock({
    productId: product.productId,
    name: product.name,
    requested: -input.delta,
    available: await availableAt(transaction, product.productId, location.id),
    at: location.name,
  });
}
