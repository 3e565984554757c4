import { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction';
import { withIdempotency } from '../../platform/idempotency/idempotency';
import type { InventoryContext } from './inventory.context';
import {
  idempotencyConflict,
  insufficientStockSchema,
  locationNotFoundSchema,
  productNotFoundSchema,
  type IdempotencyConflict,
} from './refusals';

const answerSchema = z.discriminatedUnion('__typename', [
  z.object({ __typename: z.literal('Product'), id: z.string() }),
  productNotFoundSchema,
  locationNotFoundSchema,
  insufficientStockSchema,
  z.object({
    __typename: z.literal('ValidationError'),
    message: z.string(),
    fields: z.array(z.object({ path: z.array(z.string()), message: z.string() })),
  }),
]);

/** Answer of a mutation that moves stock. */
export type StockMutationAnswer = z.infer<typeof answerSchema>;

interface Repeatable {
  readonly idempotencyKey?: string | null;
}

/**
 * Runs a mutation of the caller in one transaction, and once for its idempotency key if it has one: the first answer is
 * given again, refusals included, except a ValidationError, which leaves the key free for the corrected input.
 */
export async function once<Input extends Repeatable>(
  context: InventoryContext,
  operation: string,
  input: Input,
  run: (transaction: Transaction) => Promise<StockMutationAnswer>,
): Promise<StockMutationAnswer | IdempotencyConflict> {
  const { idempotencyKey: key, ...effect } = input;
  const claim = key == null ? null : { actorId: context.identity.userId, operation, key, input: effect };
  const isRefusal = (answer: StockMutationAnswer): boolean => answer.__typename === 'ValidationError';
  return context.transaction(async (transaction) => {
    const outcome = await withIdempotency(transaction, claim, { result: answerSchema, isRefusal }, () =>
      run(transaction),
    );
    return outcome.kind === 'done' ? outcome.result : idempotencyConflict(key ?? '');
  });
}
