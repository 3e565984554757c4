import type { Decimal } from 'decimal.js';
import type { EnrichmentConfiguration, ProviderName } from '../enrichment.configuration';
import type { BuiltinWriter } from '../builtin/builtin-writer';
import { languageOf } from '../builtin/language';
import { STANDARD_CATEGORIES } from '../builtin/standard-categories';
import type { JobEnd, ModelCall, TakenJob, Written } from '../jobs/job';
import { attempt } from './attempts';
import { costOf } from './model-price';
import type { WritingTask } from './provider';
import type { ProviderGate } from './provider-gate';

/** Requests to models for one job, over all that it goes through. */
const MAX_REQUESTS = 3;
/** Rather than wait longer for a provider, another one is asked, where there is one. */
const LONGEST_WAIT_MILLIS = 300_000;
/** Jobs that are worked on at once when nothing but this process is needed for it. */
const BUILTIN_CAPACITY = 100;

export interface WriterOptions {
  readonly configuration: Pick<EnrichmentConfiguration, 'providers' | 'prices'>;
  readonly gates: ReadonlyMap<ProviderName, ProviderGate>;
  readonly builtin: BuiltinWriter;
}

/** Has product pages written: by whom, in which order, how often, at what cost. */
export class Writer {
  constructor(private readonly options: WriterOptions) {}

  /** How many jobs it is worth taking on, beside those that are being written. */
  capacity(): number {
    const { providers } = this.options.configuration;
    for (const name of providers) {
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

  /** Never rejects: whatever happens is an end of the job. */
  async write(job: TakenJob, signal: AbortSignal): Promise<JobEnd> {
    const started = performance.now();
    const calls: ModelCall[] = [];
    const end = await this.#write(job, calls, signal);
    return { ...end, calls, durationMs: performance.now() - started };
  }

  async #write(job: TakenJob, calls: ModelCall[], signal: AbortSignal): Promise<EndWithoutCalls> {
    const task = taskOf(job);
    const { providers } = this.options.configuration;
    const reasons: string[] = [];
    let wait: number | null = null;
    for (const [index, name] of providers.entries()) {
      const route =
        reasons.length === 0
          ? 'first choice'
          : `instead of ${providers.slice(0, index).join(', ')}: ${reasons.at(-1)}`;
      const gate = this.options.gates.get(name);
      if (gate === undefined) return this.#builtin(task, route, calls);
      // Somebody else comes after: one request is kept for that one.
      const others = providers.slice(index + 1).filter((other) => this.options.gates.has(other)).length;
      const limit = MAX_REQUESTS - job.attempts - calls.length - others;
      if (limit < 1) {
        reasons.push(`The job has had its ${MAX_REQUESTS} requests.`);
        continue;
      }
      const end = await attempt(gate, task, limit, this.#recorder(gate, route, calls), signal);
      if (end.kind === 'written') return completed(end.written, gate.provider);
      reasons.push(end.reason);
      if (end.retryAfterMillis !== null) wait = Math.min(wait ?? Infinity, end.retryAfterMillis);
      // A provider that is there and says when is waited for, unless that is too long.
      const patient = end.kind === 'busy' && end.retryAfterMillis <= LONGEST_WAIT_MILLIS;
      if (patient && job.attempts + calls.length < MAX_REQUESTS) break;
    }
    const error = reasons.join(' ') || 'No provider is allowed to write this product.';
    const requests = job.attempts + calls.length;
    if (wait !== null && requests < MAX_REQUESTS) {
      return { status: 'PENDING', error, retryAfterSeconds: Math.ceil(wait / 1000) };
    }
    return { status: 'FAILED', error, retryAfterSeconds: wait === null ? null : Math.ceil(wait / 1000) };
  }

  #builtin(task: WritingTask, route: string, calls: ModelCall[]): EndWithoutCalls {
    const started = performance.now();
    const { builtin } = this.options;
    const written = builtin.write(task);
    calls.push({
      ...{ provider: builtin.name, model: builtin.model, promptVersion: builtin.promptVersion, route },
      ...{ outcome: 'SUCCEEDED', error: null, fromCache: false },
      ...{ promptTokens: 0, completionTokens: 0, costUsd: '0', durationMs: performance.now() - started },
    });
    return completed(written, builtin);
  }

  #recorder(gate: ProviderGate, route: string, calls: ModelCall[]): Parameters<typeof attempt>[3] {
    const { name, model, promptVersion } = gate.provider;
    return {
      record: (call) => {
        const cost: Decimal = costOf(this.options.configuration.prices, model, call);
        calls.push({
          ...call,
          provider: name,
          model,
          promptVersion,
          route,
          fromCache: false,
          costUsd: cost.toFixed(),
        });
      },
    };
  }
}

/** Calls and time are added to every end alike. */
type WithoutCalls<End> = End extends unknown ? Omit<End, 'calls' | 'durationMs'> : never;
type EndWithoutCalls = WithoutCalls<JobEnd>;

function completed(written: Written, by: { name: string; model: string }): EndWithoutCalls {
  return { status: 'COMPLETED', written, provider: by.name, model: by.model, fromCache: false };
}

function taskOf(job: TakenJob): WritingTask {
  const { input, tenantId } = job;
  const text = [input.name, ...input.keywords, input.description ?? ''].join(' ');
  return { tenantId, product: input, language: languageOf(text) ?? 'en', categories: STANDARD_CATEGORIES };
}
