import { z } from 'zod';
import { badUserInput } from '../../platform/graphql/errors';
import { isStorable, validate } from '../../platform/validation/validate';
import type { MutationOpenStockArgs } from './generated/resolver-types';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';
import { openStock } from './open-stock';
import { threshold } from './set-low-stock-threshold';

const rules = z.object({
  productId: z.string().transform((id, issues) => {
    const stored = parseId(id);
    if (stored !== null) return stored;
    issues.addIssue({ code: 'custom', message: 'The product id is not a UUID.' });
    return z.NEVER;
  }),
  name: z.string().refine(isStorable, 'The name contains characters that cannot be stored.'),
  initialStock: z
    .int()
    .min(0, 'Stock must not be negative.')
    .max(1_000_000, 'Stock must be at most 1,000,000.'),
  lowStockThreshold: threshold.nullish().transform((value) => value ?? null),
});

/** Opens the stock of a new product while its creator waits; the event of its creation does the same, whichever is first. */
export async function openStockForProducts(
  context: InventoryContext,
  args: MutationOpenStockArgs,
): Promise<true> {
  const checked = validate(rules, args);
  if (!checked.ok) throw badUserInput(checked.error.message);
  await context.transaction((transaction) =>
    openStock(transaction, context.outbox, context.cause, checked.value),
  );
  return true;
}
