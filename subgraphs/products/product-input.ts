import { z } from 'zod';
import { price } from '../../platform/money/money';
import { idempotencyKey, text } from '../../platform/validation/validate';

const MAX_KEYWORDS = 50;
const MAX_UNITS = 1_000_000;

const name = text('Name', 1, 200);

// Counted before each is looked at: a refusal must not be longer than what it refuses.
const keywords = z
  .array(z.unknown())
  .max(MAX_KEYWORDS, `There must be at most ${MAX_KEYWORDS} keywords.`)
  .pipe(z.array(text('A keyword', 1, 50)))
  .transform(withoutDuplicates);

/** Blank is none. */
const description = text('Description', 0, 5_000)
  .nullish()
  .transform((value) => (value === '' ? null : value));

const units = (what: string) =>
  z
    .int({ error: `${what} must be a whole number.` })
    .min(0, `${what} must not be negative.`)
    .max(MAX_UNITS, `${what} must be at most 1,000,000.`);

export const createRules = z.object({
  name,
  sku: text('SKU', 1, 64).nullish(),
  keywords,
  description,
  categoryId: z.string().nullish(),
  price,
  initialStock: units('Initial stock'),
  lowStockThreshold: units('The low-stock threshold').nullish(),
  enrich: z.boolean(),
  idempotencyKey,
});

/** What is absent stays as it is. Null takes back a person's description, keywords or category; name and price cannot be absent. */
export const updateRules = z.object({
  name: name.optional(),
  description,
  keywords: keywords.nullish().transform((value) => (value === null ? [] : value)),
  categoryId: z.string().nullish(),
  price: z
    .unknown()
    .refine((value): boolean => value !== null, 'A product must have a price.')
    .pipe(price)
    .optional(),
});

/** The first of each, whatever the case of its letters. */
function withoutDuplicates(words: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const word of words) {
    const key = word.toLowerCase();
    if (!seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}
