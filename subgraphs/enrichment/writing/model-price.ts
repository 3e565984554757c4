import { Decimal } from 'decimal.js';
import type { EnrichmentConfiguration } from '../enrichment.configuration';

const MILLION = 1_000_000;

/** What a call costs in US dollars, as a decimal; nothing for models without a price. */
export function costOf(
  prices: EnrichmentConfiguration['prices'],
  model: string,
  { promptTokens, completionTokens }: { promptTokens: number; completionTokens: number },
): Decimal {
  const price = prices.get(model);
  if (price === undefined) return new Decimal(0);
  return price.prompt
    .mul(promptTokens)
    .add(price.completion.mul(completionTokens))
    .div(MILLION)
    .toDecimalPlaces(8, Decimal.ROUND_UP);
}
