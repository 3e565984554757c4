import { z } from 'zod';

/*
 * The expected refusals of this subgraph, as members of the contract's unions. Schemas and not only types, because an
 * idempotency key keeps them.
 */

export const productNotFoundSchema = z.object({
  __typename: z.literal('ProductNotFound'),
  message: z.string(),
  productId: z.string(),
});
export type ProductNotFound = z.infer<typeof productNotFoundSchema>;

export const locationNotFoundSchema = z.object({
  __typename: z.literal('LocationNotFound'),
  message: z.string(),
  locationId: z.string(),
});
export type LocationNotFound = z.infer<typeof locationNotFoundSchema>;

export const insufficientStockSchema = z.object({
  __typename: z.literal('InsufficientStock'),
  message: z.string(),
  productId: z.string(),
  product: z.object({ id: z.string() }),
  requested: z.int(),
  available: z.int(),
});
export type InsufficientStock = z.infer<typeof insufficientStockSchema>;

export function productNotFound(productId: string): ProductNotFound {
  return { __typename: 'ProductNotFound', message: 'There is no such product.', productId };
}

export function locationNotFound(locationId: string): LocationNotFound {
  return { __typename: 'LocationNotFound', message: 'There is no such location.', locationId };
}

export interface Shortage {
  readonly productId: string;
  readonly name: string;
  readonly requested: number;
  readonly available: number;
  /** Name of the location, where the units were wanted from that one alone. */
  readonly at?: string;
}

export function insufficientStock({
  productId,
  name,
  requested,
  available,
  at,
}: Shortage): InsufficientStock {
  const where = at === undefined ? '' : ` at ${at}`;
  return {
    __typename: 'InsufficientStock',
    message: `Not enough of "${name}"${where}: ${requested} wanted, ${available} available.`,
    productId,
    product: { id: productId },
    requested,
    available,
  };
}
