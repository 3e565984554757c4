import { z } from 'zod';
import { validate, type ValidationError } from '../../platform/validation/validate';
import type { EnrichmentContext } from './enrichment.context';
import type { Language } from './builtin/language';
import { BusinessSettings } from './entities/business-settings.entity';

/** Tokens that a business may allow itself in a day. */
const MAX_TOKENS = 1_000_000_000;

const input = z.object({
  language: z
    .enum(['EN', 'ES'])
    .transform((language): Language => (language === 'ES' ? 'es' : 'en'))
    .nullish(),
  confidential: z.boolean().nullish(),
  dailyTokens: z
    .int('Tokens are a whole number.')
    .min(0, 'Tokens must not be negative.')
    .max(MAX_TOKENS, 'At most 1,000,000,000 tokens.')
    .nullish(),
  dailyUsd: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,8})?$/, 'Must be an amount of US dollars like "5.00", of at most 8 places.')
    .nullish(),
});
export type EnrichmentSettingsInput = z.input<typeof input>;

export type UpdateEnrichmentSettingsResult =
  (BusinessSettings & { readonly __typename: 'EnrichmentSettings' }) | ValidationError;

/** What the business has decided; where it has decided nothing, that. */
export async function enrichmentSettings(context: EnrichmentContext): Promise<BusinessSettings> {
  const { tenantId } = context.identity;
  const known = await context.read(({ manager }) => manager.findOneBy(BusinessSettings, { tenantId }));
  return known ?? undecided(tenantId);
}

/** Changes what is given and nothing else, also when another person changes something else at the same time. */
export async function updateEnrichmentSettings(
  context: EnrichmentContext,
  changes: EnrichmentSettingsInput,
): Promise<UpdateEnrichmentSettingsResult> {
  const checked = validate(input, changes);
  if (!checked.ok) return checked.error;
  const { tenantId } = context.identity;
  const { confidential, ...others } = checked.value;
  const decided = {
    ...others,
    ...(confidential === undefined ? {} : { confidential: confidential ?? false }),
  };
  const given = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined));
  const settings = await context.transaction(async ({ manager }) => {
    await manager
      .createQueryBuilder()
      .insert()
      .into(BusinessSettings)
      .values({ ...undecided(tenantId), ...given })
      .orUpdate([...Object.keys(given).map(columnOf), 'updated_at'], ['tenant_id'])
      .execute();
    return manager.findOneByOrFail(BusinessSettings, { tenantId });
  });
  return Object.assign(settings, { __typename: 'EnrichmentSettings' as const });
}

const COLUMNS: Readonly<Record<string, string>> = { dailyTokens: 'daily_tokens', dailyUsd: 'daily_usd' };

function columnOf(property: string): string {
  return COLUMNS[property] ?? property;
}

function undecided(tenantId: string): BusinessSettings {
  const decisions = { language: null, confidential: false, dailyTokens: null, dailyUsd: null };
  return Object.assign(new BusinessSettings(), { tenantId, ...decisions, updatedAt: new Date() });
}
