import { Decimal } from 'decimal.js';
import type { Logger } from 'pino';
import type { BuiltinWriter } from '../builtin/builtin-writer';
import { languageOf } from '../builtin/language';
import type { OwnCategories } from '../builtin/own-categories';
import { STANDARD_CATEGORIES } from '../builtin/standard-categories';
import type { EnrichmentConfiguration, ProviderName } from '../enrichment.configuration';
import type { JobEnd, ModelCall, TakenJob, Written } from '../jobs/job';
import { answerKey, type AnswerCache } from './answer-cache';
import { attempt, type Asker, type AttemptLog, type AttemptsEnd } from './attempts';
import { NOTHING, tighter, untilTomorrow, type Budget } from './budget';
import { costOf } from './model-price';
import type { Answer, WritingTask } from './provider';
import { ProviderClosed, type ProviderGate } from './provider-gate';

/** Requests to models for one job, over all that it goes through. */
const MAX_REQUESTS = 3;
/** Rather than wait longer for a provider, another one is asked, where there is one. */
const LONGEST_WAIT_MILLIS = 300_000;
/** Jobs that are worked on at once when nothing but this process is needed for it. */
const BUILTIN_CAPACITY = 100;

export interface WriterOptions {
  readonly configuration: Pick<EnrichmentConfiguration, 'providers' | 'prices' | 'limits'>;
  readonly gates: ReadonlyMap<ProviderName, ProviderGate>;
  readonly builtin: BuiltinWriter;
  readonly cache: Pick<AnswerCache, 'once'>;
  readonly budget: Pick<Budget, 'reserve'>;
  readonly ownCategories: { of(tenantId: string): Promise<OwnCategories> };
  readonly log: Logger;
}

/** Has product pages written: by whom, in which order, how often, at what cost. */
export class Writer {
  constructor(private readonly options: WriterOptions) {}

  /** How many jobs it is worth having at hand, those that are being written included. */
  capacity(): number {
    for (const name of this.options.configuration.providers) {
      const gate = this.options.gates.get(name);
      if (gate === undefined) return BUILTIN_CAPACITY;
      if (gate.capacity > 0) return gate.capacity;
    }
    return 0;
  }

  /** Milliseconds until somebody could write; 0 when somebody can. */
  unavailableForMillis(): number {
    const waits = this.options.configuration.providers.map(
      (name) => this.options.gates.get(name)?.unavailable()?.retryAfterMillis ?? 0,
    );
    return Math.min(...waits);
  }

  /** How the job ends; what was called for it is part of that. Rejects only when the database does. */
  async write(job: TakenJob, signal: AbortSignal): Promise<JobEnd> {
    const started = performance.now();
    const calls: ModelCall[] = [];
    const end = await this.#write(job, calls, signal);
    return { ...end, calls, durationMs: performance.now() - started };
  }

  async #write(job: TakenJob, calls: ModelCall[], signal: AbortSignal): Promise<EndWithoutCalls> {
    const own = await this.options.ownCategories.of(job.tenantId);
    const task = taskOf(job, own);
    const providers = allowedFor(job, this.options.configuration.providers);
    const why = job.terms.confidential ? 'confidential, so not in a cloud' : 'first choice';
    const reasons: string[] = [];
    let wait: number | null = null;
    let tomorrow: number | null = null;
    for (const [index, name] of providers.entries()) {
      const route =
        reasons.length === 0 ? why : `instead of ${providers.slice(0, index).join(', ')}: ${reasons.at(-1)}`;
      const gate = this.options.gates.get(name);
      if (gate === undefined) return this.#builtin(task, own, route, calls);
      // Where another model comes after, one request is kept for it.
      const others = providers.slice(index + 1).filter((other) => this.options.gates.has(other)).length;
      const limit = MAX_REQUESTS - job.attempts - requestsIn(calls) - others;
      if (limit < 1) {
        reasons.push(`The job has had its ${MAX_REQUESTS} requests.`);
        continue;
      }
      const end = await this.#ask(gate, job, task, { limit, route, calls, signal });
      if (end.kind === 'written') return completed(end.written, gate.provider, end.fromCache);
      reasons.push(end.reason);
      if (end.kind === 'spent') tomorrow = end.retryAfterMillis;
      else if (end.retryAfterMillis !== null) wait = Math.min(wait ?? Infinity, end.retryAfterMillis);
      // A provider that is there and says when is waited for, unless that is too long.
      const patient = end.kind === 'busy' && end.retryAfterMillis <= LONGEST_WAIT_MILLIS;
      if (patient && job.attempts + requestsIn(calls) < MAX_REQUESTS) break;
    }
    const error =
      reasons.join(' ') || 'The product is confidential, and no provider in the house may write it.';
    if (wait !== null && job.attempts + requestsIn(calls) < MAX_REQUESTS) {
      return { status: 'PENDING', error, retryAfterSeconds: Math.ceil(wait / 1000) };
    }
    const later = wait ?? tomorrow;
    return { status: 'FAILED', error, retryAfterSeconds: later === null ? null : Math.ceil(later / 1000) };
  }

  #builtin(task: WritingTask, own: OwnCategories, route: string, calls: ModelCall[]): EndWithoutCalls {
    const started = performance.now();
    const { builtin } = this.options;
    const written = builtin.write(task, own);
    calls.push({
      ...{ provider: builtin.name, model: builtin.model, promptVersion: builtin.promptVersion, route },
      ...{ outcome: 'SUCCEEDED', error: null, fromCache: false },
      ...{ promptTokens: 0, completionTokens: 0, costUsd: '0', durationMs: performance.now() - started },
    });
    return completed(written, builtin, false);
  }

  async #ask(
    gate: ProviderGate,
    job: TakenJob,
    task: WritingTask,
    {
      limit,
      route,
      calls,
      signal,
    }: { limit: number; route: string; calls: ModelCall[]; signal: AbortSignal },
  ): Promise<AttemptsEnd & { readonly fromCache: boolean }> {
    const log = this.#recorder(gate, route, calls);
    const asker = this.#withinBudget(gate, job);
    const key = answerKey(task, gate.provider);
    const started = performance.now();
    const end = await this.options.cache.once(
      job.tenantId,
      key,
      () => attempt(asker, task, limit, log, signal),
      signal,
    );
    if ('asked' in end) return { ...end.asked, fromCache: false };
    const durationMs = performance.now() - started;
    log.record({ outcome: 'SUCCEEDED', error: null, promptTokens: 0, completionTokens: 0, durationMs }, true);
    return { kind: 'written', written: end.cached, fromCache: true };
  }

  /** The same door, behind which nothing is spent that the business or the operator does not allow. */
  #withinBudget(gate: ProviderGate, { tenantId, terms }: TakenJob): Asker {
    const { budget, configuration, log } = this.options;
    const own = {
      tokens: terms.dailyTokens,
      usd: terms.dailyUsd === null ? null : new Decimal(terms.dailyUsd),
    };
    const limits = tighter(configuration.limits, own);
    const spendingOf = (tokens: Pick<Answer, 'promptTokens' | 'completionTokens'>) => ({
      tokens: tokens.promptTokens + tokens.completionTokens,
      usd: costOf(configuration.prices, gate.provider.model, tokens),
    });
    return {
      firstBackOffMillis: gate.options.firstBackOffMillis,
      ask: async (task, complaint, signal) => {
        const most = spendingOf(gate.provider.most(task, complaint));
        const reservation = await budget.reserve(tenantId, limits, most);
        if (reservation === null) {
          throw new ProviderClosed(
            "The business's budget for models is spent for today.",
            untilTomorrow(),
            'spent',
          );
        }
        let spent = NOTHING;
        try {
          const answer = await gate.ask(task, complaint, signal);
          spent = spendingOf(answer);
          return answer;
        } finally {
          await reservation.settle(spent).catch((error: unknown) => {
            // What was reserved stays reserved until tomorrow: less is spent than might be.
            log.warn({ err: error, tenantId }, 'what an enrichment cost could not be booked');
          });
        }
      },
    };
  }

  #recorder(gate: ProviderGate, route: string, calls: ModelCall[]): AttemptLog {
    const { name, model, promptVersion } = gate.provider;
    return {
      record: (call, fromCache = false) => {
        const costUsd = costOf(this.options.configuration.prices, model, call).toFixed();
        calls.push({ ...call, provider: name, model, promptVersion, route, fromCache, costUsd });
      },
    };
  }
}

/** Calls and time are added to every end alike. */
type WithoutCalls<End> = End extends unknown ? Omit<End, 'calls' | 'durationMs'> : never;
type EndWithoutCalls = WithoutCalls<JobEnd>;

function completed(
  written: Written,
  by: { name: string; model: string },
  fromCache: boolean,
): EndWithoutCalls {
  return { status: 'COMPLETED', written, provider: by.name, model: by.model, fromCache };
}

function requestsIn(calls: readonly ModelCall[]): number {
  return calls.filter((call) => !call.fromCache).length;
}

/** What is confidential stays in the house. */
function allowedFor({ terms }: TakenJob, providers: readonly ProviderName[]): readonly ProviderName[] {
  return terms.confidential ? providers.filter((name) => name !== 'openai') : providers;
}

function taskOf({ input, tenantId, terms }: TakenJob, own: OwnCategories): WritingTask {
  const text = [input.name, ...input.keywords, input.description ?? ''].join(' ');
  return {
    tenantId,
    product: input,
    language: terms.language ?? languageOf(text) ?? 'en',
    categories: [...new Set([...own.names, ...STANDARD_CATEGORIES])],
  };
}
