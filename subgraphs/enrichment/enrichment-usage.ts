import { statement } from '../../platform/database/transaction';
import { badUserInput } from '../../platform/graphql/errors';
import { plainDecimal } from './plain-decimal';
import type { EnrichmentContext } from './enrichment.context';

export interface EnrichmentUsage {
  readonly requests: number;
  readonly cacheHits: number;
  readonly failures: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costUsd: string;
}

const USAGE = statement(
  'enrichment-usage',
  `SELECT count(*) FILTER (WHERE NOT from_cache)::int AS requests,
          count(*) FILTER (WHERE from_cache)::int AS "cacheHits",
          count(*) FILTER (WHERE outcome <> 'SUCCEEDED')::int AS failures,
          least(coalesce(sum(prompt_tokens), 0), 2147483647)::int AS "promptTokens",
          least(coalesce(sum(completion_tokens), 0), 2147483647)::int AS "completionTokens",
          coalesce(sum(cost_usd), 0)::text AS "costUsd"
     FROM model_call WHERE at >= $1 AND at < $2`,
);

/** What the business's calls of writers, the built-in one included, add up to from one instant to before another. */
export async function enrichmentUsage(
  context: EnrichmentContext,
  { from, to }: { from: Date; to: Date },
): Promise<EnrichmentUsage> {
  if (from > to) throw badUserInput('"from" must not be after "to".');
  const [usage] = await context.read((transaction) => transaction.query<EnrichmentUsage>(USAGE, [from, to]));
  if (usage === undefined) throw new Error('Sums without a row');
  return { ...usage, costUsd: plainDecimal(usage.costUsd) };
}
