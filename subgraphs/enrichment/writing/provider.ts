import type { ProviderName } from '../enrichment.configuration';
import type { ProductSnapshot } from '../jobs/job';
import type { Language } from '../builtin/language';

/** What a writer is asked for. */
export interface WritingTask {
  /** Of the business: part of every key under which something is remembered. */
  readonly tenantId: string;
  readonly product: ProductSnapshot;
  readonly language: Language;
  /** Names to choose from: those of the business, then the standard list. */
  readonly categories: readonly string[];
}

/** What was wrong with the previous answer, for the one attempt at repairing it. */
export interface Complaint {
  readonly answer: string;
  readonly problems: readonly string[];
}

export interface Answer {
  /** As the writer gave it: not parsed, not checked. */
  readonly content: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** One way of having a product page written. */
export interface Provider {
  readonly name: ProviderName;
  readonly model: string;
  /** Changes whenever the same task could get another answer: part of the cache's key. */
  readonly promptVersion: string;
  /** The most that one request can use, known before it is made. */
  most(task: WritingTask, complaint: Complaint | null): Pick<Answer, 'promptTokens' | 'completionTokens'>;
  /**
   * One request, at most.
   * @throws ProviderError, also when the signal ends it.
   */
  ask(task: WritingTask, complaint: Complaint | null, signal: AbortSignal): Promise<Answer>;
}

/**
 * - `unreachable`: no answer, a broken one, or 5xx. Tried again; counts for the breaker.
 * - `busy`: it asks to wait (429). Tried again after that.
 * - `misconfigured`: it will refuse every request alike (key, model, quota) until somebody acts.
 * - `rejected`: it will not take this request (400, 422).
 * - `refused`: the model declines to write about this product.
 */
export type ProviderTrouble = 'unreachable' | 'busy' | 'misconfigured' | 'rejected' | 'refused';

export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly trouble: ProviderTrouble,
    message: string,
    /** What the provider asked for; null when it said nothing. */
    readonly retryAfterMillis: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
