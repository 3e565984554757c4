/** The contract's `IdempotencyConflict`: the key stands for an earlier request with another input. */
export interface IdempotencyConflict {
  readonly __typename: 'IdempotencyConflict';
  readonly message: string;
  readonly idempotencyKey: string;
}

export function idempotencyConflict(idempotencyKey: string): IdempotencyConflict {
  return {
    __typename: 'IdempotencyConflict',
    message: 'This idempotency key was used before with a different input.',
    idempotencyKey,
  };
}
