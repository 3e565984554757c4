import { Decimal } from 'decimal.js';
import { z } from 'zod';
import {
  address,
  ConfigurationError,
  list,
  parseEnvironment,
  wholeNumber,
} from '../../platform/config/environment';
import { Networks } from '../../platform/network/addresses';
import type { DailyLimits } from './writing/budget';

/** Where model text can come from: a cloud API, a model in the house, the writer that is part of this program. */
export const PROVIDERS = ['openai', 'local', 'builtin'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

export interface ChatEndpoint {
  readonly name: Exclude<ProviderName, 'builtin'>;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly prompt: Decimal;
  readonly completion: Decimal;
}

export interface EnrichmentConfiguration {
  readonly openai: ChatEndpoint | null;
  readonly local: ChatEndpoint | null;
  /** In this order; the next one is asked when one cannot. */
  readonly providers: readonly ProviderName[];
  readonly prices: ReadonlyMap<string, ModelPrice>;
  /** Of each business, for models in the cloud and in the house together. */
  readonly limits: DailyLimits;
  /** How long an answer is good for the same question. */
  readonly cacheMillis: number;
  /** How long calls, replaced enrichments and what was spent stay known. */
  readonly keepDays: number;
  /** Networks that are not on the internet, and where webhooks may go all the same. */
  readonly webhookNetworks: Networks;
}

const DEFAULT_CLOUD = 'https://api.openai.com/v1';
const DEFAULT_CLOUD_MODEL = 'gpt-4o-mini';

const LIST_MESSAGE = `must be a list like "openai,local,builtin", each name once`;
const providerList = z.string().transform((value, context) => {
  const names = z
    .array(z.enum(PROVIDERS))
    .min(1)
    .safeParse(value.split(',').map((name) => name.trim()));
  if (names.success && new Set(names.data).size === names.data.length) return names.data;
  context.addIssue({ code: 'custom', message: LIST_MESSAGE });
  return z.NEVER;
});

const PRICES_MESSAGE = `must be JSON like {"gpt-4o-mini": {"prompt": "0.15", "completion": "0.60"}}, in US dollars per million tokens`;
const amount = z
  .union([z.string().regex(/^\d{1,9}(\.\d{1,8})?$/), z.number().nonnegative().max(1e6)])
  .transform((value) => new Decimal(value));
const priceTable = z.record(z.string(), z.strictObject({ prompt: amount, completion: amount }));
const prices = z.string().transform((value, context) => {
  const table = priceTable.safeParse(jsonOf(value));
  if (table.success) return new Map(Object.entries(table.data));
  context.addIssue({ code: 'custom', message: PRICES_MESSAGE });
  return z.NEVER;
});

const NETWORKS_MESSAGE = 'must be addresses and networks like "10.0.0.0/8", separated by commas';
const networks = list.transform((entries, context) => {
  try {
    return new Networks(entries);
  } catch {
    context.addIssue({ code: 'custom', message: NETWORKS_MESSAGE });
    return z.NEVER;
  }
});

const rules = z.object({
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: address('http', 'https').optional(),
  OPENAI_MODEL: z.string().optional(),
  LOCAL_LLM_BASE_URL: address('http', 'https').optional(),
  LOCAL_LLM_MODEL: z.string().optional(),
  ENRICHMENT_PROVIDERS: providerList.optional(),
  ENRICHMENT_PRICES: prices.optional(),
  ENRICHMENT_DAILY_TOKENS: wholeNumber(0, 1_000_000_000).optional(),
  ENRICHMENT_DAILY_USD: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,8})?$/, 'must be an amount of US dollars like "5.00"')
    .optional(),
  ENRICHMENT_CACHE_HOURS: wholeNumber(1, 720).optional(),
  ENRICHMENT_KEEP_DAYS: wholeNumber(1, 3_650).optional(),
  ENRICHMENT_WEBHOOK_NETWORKS: networks.optional(),
});

/**
 * How to write, from the environment.
 * @throws ConfigurationError that names the variable and what it must be.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): EnrichmentConfiguration {
  const given = parseEnvironment(rules, environment);
  const openai = cloudEndpoint(given);
  const local = localEndpoint(given);
  const configured = { openai: openai !== null, local: local !== null, builtin: true };
  for (const name of given.ENRICHMENT_PROVIDERS ?? []) {
    if (configured[name]) continue;
    const missing = name === 'openai' ? 'OPENAI_API_KEY' : 'LOCAL_LLM_BASE_URL';
    throw new ConfigurationError(`${missing}: must be set, because ENRICHMENT_PROVIDERS lists "${name}"`);
  }
  const providers = given.ENRICHMENT_PROVIDERS ?? PROVIDERS.filter((name) => configured[name]);
  const usd = given.ENRICHMENT_DAILY_USD;
  return {
    openai,
    local,
    providers,
    prices: given.ENRICHMENT_PRICES ?? new Map<string, ModelPrice>(),
    limits: {
      tokens: given.ENRICHMENT_DAILY_TOKENS ?? null,
      usd: usd === undefined ? null : new Decimal(usd),
    },
    cacheMillis: (given.ENRICHMENT_CACHE_HOURS ?? 24) * 3_600_000,
    keepDays: given.ENRICHMENT_KEEP_DAYS ?? 400,
    webhookNetworks: given.ENRICHMENT_WEBHOOK_NETWORKS ?? new Networks([]),
  };
}

type Given = z.infer<typeof rules>;

function cloudEndpoint(given: Given): ChatEndpoint | null {
  if (given.OPENAI_API_KEY === undefined && given.OPENAI_BASE_URL === undefined) {
    if (given.OPENAI_MODEL === undefined) return null;
    throw new ConfigurationError('OPENAI_API_KEY: must be set, because OPENAI_MODEL is');
  }
  return {
    name: 'openai',
    baseUrl: given.OPENAI_BASE_URL ?? DEFAULT_CLOUD,
    // Compatible servers without accounts take any key; the client library insists on one.
    apiKey: given.OPENAI_API_KEY ?? 'none',
    model: given.OPENAI_MODEL ?? DEFAULT_CLOUD_MODEL,
  };
}

function localEndpoint(given: Given): ChatEndpoint | null {
  if (given.LOCAL_LLM_BASE_URL === undefined) {
    if (given.LOCAL_LLM_MODEL === undefined) return null;
    throw new ConfigurationError('LOCAL_LLM_BASE_URL: must be set, because LOCAL_LLM_MODEL is');
  }
  if (given.LOCAL_LLM_MODEL === undefined) {
    throw new ConfigurationError(
      'LOCAL_LLM_MODEL: must name a model of the server at LOCAL_LLM_BASE_URL, e.g. "llama3.2"',
    );
  }
  return { name: 'local', baseUrl: given.LOCAL_LLM_BASE_URL, apiKey: 'none', model: given.LOCAL_LLM_MODEL };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
