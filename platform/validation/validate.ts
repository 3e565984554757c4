import { z } from 'zod';

/** The contract's `ValidationError`: an expected refusal, returned as data. */
export interface ValidationError {
  readonly __typename: 'ValidationError';
  readonly message: string;
  readonly fields: { path: string[]; message: string }[];
}

export type Validated<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ValidationError };

/** Checks an input against its rules; every broken rule is named with its path, which begins with `root`. */
export function validate<T>(rules: z.ZodType<T>, input: unknown, root = 'input'): Validated<T> {
  const result = rules.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const fields = result.error.issues.map((issue) => ({
    path: [root, ...issue.path.map(String)],
    message: issue.message,
  }));
  return { ok: false, error: validationError(fields) };
}

/** A refusal that only the database, or another rule than the input's shape, can decide. */
export function validationError(fields: { path: string[]; message: string }[]): ValidationError {
  return { __typename: 'ValidationError', message: fields.map((field) => field.message).join(' '), fields };
}

/** PostgreSQL stores no NUL; a lone surrogate is not Unicode and would not come back as it went in. */
export function isStorable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

/** Text of `min` to `max` characters after trimming, of characters that can be stored. */
export function text(what: string, min: number, max: number): z.ZodType<string> {
  return z
    .string({ error: `${what} must be text.` })
    .trim()
    .refine(isStorable, `${what} contains characters that cannot be stored.`)
    .refine(
      (value) => value.length >= min,
      min === 1 ? `${what} must not be empty.` : `${what} must have at least ${min} characters.`,
    )
    .refine((value) => value.length <= max, `${what} must have at most ${max} characters.`);
}

/** Units in one line: whole, positive, at most a million. */
export const quantity = z
  .int({ error: 'Quantity must be a whole number.' })
  .min(1, 'Quantity must be at least 1.')
  .max(1_000_000, 'Quantity must be at most 1,000,000.');

/** A key that makes a mutation repeatable. */
export const idempotencyKey = text('The idempotency key', 1, 255).nullish();
