import type { ZodType } from 'zod';
import type { Transaction } from '../../../platform/database/transaction';

type Claim = { readonly kind: 'new' };

/** The mistake: nobody looks whether a request came before. */
export function claim(): Promise<Claim> {
  return Promise.resolve({ kind: 'new' });
}

export function claimTogether(_transaction: Transaction, inputs: readonly unknown[]): Promise<Claim[]> {
  return Promise.resolve(inputs.map(() => ({ kind: 'new' })));
}

export async function withIdempotency<Result>(
  _transaction: Transaction,
  _input: unknown,
  _options: { readonly result: ZodType<Result> },
  run: () => Promise<Result>,
): Promise<{ kind: 'done'; result: Result; repeated: false }> {
  return { kind: 'done', result: await run(), repeated: false };
}
