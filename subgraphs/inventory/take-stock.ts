import type {
  MutationReserveStockArgs,
  MutationTakeStockArgs,
  OrderStockLineInput,
} from './generated/resolver-types';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';
import type { OrderStock } from './order-stock';
import { checkedLines, expirySecondsOf, orderIdOf } from './peer-input';
import { insufficientStock, productNotFound, type InsufficientStock, type ProductNotFound } from './refusals';

export type OrderStockResult =
  ({ readonly __typename: 'OrderStock' } & OrderStock) | InsufficientStock | ProductNotFound;

/**
 * Units of all lines leave at once, or none do. Idempotent by order: repeated, or after the order was released, it answers
 * the state of the order.
 */
export function takeStock(context: InventoryContext, args: MutationTakeStockArgs): Promise<OrderStockResult> {
  return hold(context, orderIdOf(args.orderId), args.lines, null);
}

/** Units of all lines are reserved until the expiry, or none are; else as `takeStock`. */
export function reserveStock(
  context: InventoryContext,
  args: MutationReserveStockArgs,
): Promise<OrderStockResult> {
  return hold(context, orderIdOf(args.orderId), args.lines, expirySecondsOf(args.expiresInSeconds));
}

async function hold(
  context: InventoryContext,
  orderId: string,
  input: readonly OrderStockLineInput[],
  reserveForSeconds: number | null,
): Promise<OrderStockResult> {
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of checkedLines(input)) {
    const id = parseId(productId);
    if (id === null) return productNotFound(productId);
    wanted.set(id, (wanted.get(id) ?? 0) + quantity);
  }
  const lines = [...wanted].map(([productId, quantity]) => ({ productId, quantity }));
  const outcome = await context.services.units.take({
    cause: context.cause,
    orderId,
    lines,
    reserveForSeconds,
  });
  switch (outcome.kind) {
    case 'held':
      return { __typename: 'OrderStock', ...outcome };
    case 'unknown-product':
      return productNotFound(outcome.productId);
    case 'short':
      return insufficientStock(outcome);
  }
}
