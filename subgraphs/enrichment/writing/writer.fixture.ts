import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { OwnCategories } from '../builtin/own-categories';
import { readConfiguration } from '../enrichment.configuration';
import type { JobEnd, ProductSnapshot, TakenJob } from '../jobs/job';
import { ScriptedModel } from '../testing/scripted-model';
import { createWriter } from './create-writer';
import type { Writer } from './writer';

export const ATTEMPT_MILLIS = 300;
const silent = pino({ level: 'silent' });
const signal = new AbortController().signal;

/** A model whose client is ready: the first request would load it otherwise, which takes longer than an attempt may take here. */
export async function startModel(): Promise<ScriptedModel> {
  await import('openai');
  return ScriptedModel.start();
}

/** A writer that asks the model alone, unless the environment says otherwise. */
export function writerOf(
  model: ScriptedModel,
  environment: Record<string, string> = {},
): ReturnType<typeof createWriter> {
  const configuration = readConfiguration({
    OPENAI_API_KEY: 'secret',
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: 'gpt-test',
    ENRICHMENT_PROVIDERS: 'openai',
    ENRICHMENT_PRICES: '{"gpt-test": {"prompt": "0.15", "completion": "0.60"}}',
    ...environment,
  });
  return createWriter(configuration, {
    timing: { attemptMillis: ATTEMPT_MILLIS, firstBackOffMillis: 5 },
    cache: { once: async (_tenant, _key, ask) => ({ asked: await ask() }) },
    budget: { reserve: async () => ({ settle: async () => undefined }) },
    ownCategories: { of: async () => OwnCategories.NONE },
    log: silent,
  });
}

export const NO_TERMS = { language: null, confidential: false, dailyTokens: null, dailyUsd: null };

export function jobOf(input: Partial<ProductSnapshot> = {}, given: Partial<TakenJob> = {}): TakenJob {
  return {
    ...{ id: randomUUID(), tenantId: randomUUID(), productId: randomUUID(), lease: randomUUID() },
    ...{ actorId: randomUUID(), traceId: '0'.repeat(32), takes: 1, attempts: 0, terms: NO_TERMS },
    input: {
      ...{
        sku: 'MUG-1',
        name: 'Blue Ceramic Mug',
        keywords: ['handmade'],
        description: null,
        categoryName: null,
      },
      ...input,
    },
    ...given,
  };
}

export function write(writer: Writer, job = jobOf()): Promise<JobEnd> {
  return writer.write(job, signal);
}

export const outcomes = (end: JobEnd): string[] => end.calls.map((call) => call.outcome);
