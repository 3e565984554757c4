import { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction';
import { withIdempotency } from '../../platform/idempotency/idempotency';
import {
  idempotencyConflict,
  type IdempotencyConflict,
} from '../../platform/idempotency/idempotency-conflict';
import { validate } from '../../platform/validation/validate';
import type { InventoryContext } from './inventory.context';
import { insufficientStockSchema, locationNotFoundSchema, productNotFoundSchema } from './refusals';

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

/** Answer of a mutation that moves stock, as its idempotency key keeps it. */
export type StockMutationAnswer = z.infer<typeof answerSchema>;
export type StockMutationResult = StockMutationAnswer | IdempotencyConflict;

interface Repeatable {
  readonly idempotencyKey?: string | null;
}

/**
 * Checks the input of a mutation that moves stock, and runs it in one transaction, once for its idempotency key if it has
 * one: the first answer is given again, refusals included, except a ValidationError, which leaves the key free for the
 * corrected input.
 */
export async function once<Input extends Repeatable>(
  context: InventoryContext,
  operation: string,
  rules: z.ZodType<Input>,
  input: unknown,
  run: (context: InventoryContext, transaction: Transaction, input: Input) => Promise<StockMutationAnswer>,
): Promise<StockMutationResult> {
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;
  const { idempotencyKey: key, ...effect } = checked.value;
  const claim = key == null ? null : { actorId: context.identity.userId, operation, key, input: effect };
  const isRefusal = (answer: StockMutationAnswer): boolean => answer.__typename === 'ValidationError';
  return context.transaction(async (transaction) => {
    const outcome = await withIdempotency(transaction, claim, { result: answerSchema, isRefusal }, () =>
      run(context, transaction, checked.value),
    );
    return outcome.kind === 'done' ? outcome.result : idempotencyConflict(key ?? '');
  });
}
