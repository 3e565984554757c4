import { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction';
import { idempotencyKey, quantity } from '../../platform/validation/validate';
import type { TransferStockInput } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import { findLocation } from './list-locations';
import { once, type StockMutationAnswer, type StockMutationResult } from './once';
import { insufficientStock, locationNotFound, productNotFound } from './refusals';
import { lockProduct } from './units/lock-order';
import { availableAt, moveUnits } from './units/move-units';

const rules = z
  .object({
    productId: z.string(),
    fromLocationId: z.string(),
    toLocationId: z.string(),
    quantity,
    idempotencyKey,
  })
  .refine((input) => input.fromLocationId.toLowerCase() !== input.toLocationId.toLowerCase(), {
    path: ['toLocationId'],
    message: 'The units must go to another location than they come from.',
  });

/**
 * Moves units that are not reserved from one location to another: two lines in the ledger, and the product's total stays as
 * it is.
 */
export async function transferStock(
  context: InventoryContext,
  input: TransferStockInput,
): Promise<StockMutationResult> {
  return once(context, 'transferStock', rules, input, transfer);
}

async function transfer(
  context: InventoryContext,
  transaction: Transaction,
  input: z.infer<typeof rules>,
): Promise<StockMutationAnswer> {
  const product = await lockProduct(transaction, input.productId);
  if (product === null) return productNotFound(input.productId);
  const from = await findLocation(transaction, input.fromLocationId);
  if (from === null) return locationNotFound(input.fromLocationId);
  const to = await findLocation(transaction, input.toLocationId);
  if (to === null) return locationNotFound(input.toLocationId);

  const units = { productId: product.productId, reserved: 0 };
  const moved = await moveUnits(
    transaction,
    context.outbox,
    context.cause,
    [product],
    [
      { ...units, locationId: from.id, onHand: -input.quantity, kind: 'TRANSFER_OUT' },
      { ...units, locationId: to.id, onHand: input.quantity, kind: 'TRANSFER_IN' },
    ],
  );
  if (moved) {
    await context.audit(transaction, {
      action: 'stock.transferred',
      subjectType: 'Product',
      subjectId: product.productId,
      details: { quantity: String(input.quantity), from: from.name, to: to.name },
    });
    return { __typename: 'Product', id: product.productId };
  }
  return insufficientStock({
    productId: product.productId,
    name: product.name,
    requested: input.quantity,
    available: await availableAt(transaction, product.productId, from.id),
    at: from.name,
  });
}
