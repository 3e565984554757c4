import { bulkhead, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { Logger } from 'pino';
import { DeadlineExceeded, withDeadline } from '../../../platform/resilience/deadline';
import { ProviderError, type Answer, type Complaint, type Provider, type WritingTask } from './provider';

const CONCURRENT_CALLS = 4;
/** Whoever works on jobs holds few of them; a queue of this length is never full. */
const QUEUE = 1_000;
const FAILURES_TO_OPEN = 5;
const OPEN_MILLIS = 60_000;
/** A provider that refuses everybody (a wrong key, no quota) is asked again after this long. */
const MISCONFIGURED_MILLIS = 60_000;
/** What it asks to wait at most before everybody else is kept from asking too. */
const SHORT_WAIT_MILLIS = 5_000;

export interface GateOptions {
  readonly log: Logger;
  /** For one attempt in all, the body included. */
  readonly attemptMillis: number;
  /** Ceiling of the pause before the second attempt; doubled for each further one. */
  readonly firstBackOffMillis: number;
}

/** Not asked: everybody knows by now that it would not answer. */
export class ProviderClosed extends Error {
  override readonly name = 'ProviderClosed';

  constructor(
    message: string,
    /** Until it is worth asking again. */
    readonly retryAfterMillis: number,
    /** Silence passes, a busy provider says when, a budget is new tomorrow; somebody must act about a misconfigured one. */
    readonly why: 'silent' | 'busy' | 'misconfigured' | 'spent',
  ) {
    super(message);
  }
}

/**
 * The only door to a provider and model: four calls at a time; closed for a minute after five consecutive failures, then one probe;
 * closed for as long as the provider asks for, or for a minute when it refuses our key or quota.
 */
export class ProviderGate {
  readonly #bulkhead = bulkhead(CONCURRENT_CALLS, QUEUE);
  readonly #breaker = circuitBreaker(
    // A refusal says that somebody is there: only silence and nonsense count.
    handleWhen((error) => error instanceof ProviderError && error.trouble === 'unreachable'),
    { halfOpenAfter: OPEN_MILLIS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  #openedAt = 0;
  #closed:
    { readonly until: number; readonly reason: string; readonly why: 'busy' | 'misconfigured' } | undefined;

  constructor(
    readonly provider: Provider,
    readonly options: GateOptions,
  ) {
    const about = { provider: provider.name, model: provider.model };
    this.#breaker.onBreak(() => {
      this.#openedAt = Date.now();
      options.log.warn(about, 'the model does not answer: not asked for a minute');
    });
    this.#breaker.onReset(() => options.log.info(about, 'the model answers again'));
  }

  /** For readiness and metrics. */
  get state(): 'closed' | 'open' | 'half-open' {
    if (this.#breaker.state === CircuitState.HalfOpen) return 'half-open';
    return this.unavailable() === null ? 'closed' : 'open';
  }

  /**
   * How many jobs are worth having at hand: those that are called for and as many to come next; none while there is no use in
   * asking, and one while it is not known whether the provider is back.
   */
  get capacity(): number {
    if (this.unavailable() !== null) return 0;
    return this.#breaker.state === CircuitState.Closed ? 2 * CONCURRENT_CALLS : 1;
  }

  /** Why it would not be asked now; null when it would be. */
  unavailable(): ProviderClosed | null {
    const now = Date.now();
    const { name } = this.provider;
    if (this.#closed !== undefined && this.#closed.until > now) {
      return new ProviderClosed(this.#closed.reason, this.#closed.until - now, this.#closed.why);
    }
    const opensAt = this.#openedAt + OPEN_MILLIS;
    if (this.#breaker.state === CircuitState.Open && opensAt > now) {
      return new ProviderClosed(`The model of "${name}" has not answered lately.`, opensAt - now, 'silent');
    }
    return null;
  }

  /**
   * One attempt. Waits for one of the four places first, which the attempt's deadline does not cover.
   * @throws ProviderClosed without a request, ProviderError after one.
   */
  async ask(task: WritingTask, complaint: Complaint | null, signal: AbortSignal): Promise<Answer> {
    return this.#bulkhead.execute(async () => {
      const closed = this.unavailable();
      if (closed !== null) throw closed;
      if (signal.aborted) throw new ProviderError('unreachable', 'Given up');
      try {
        return await this.#breaker.execute(() => this.#attempt(task, complaint, signal));
      } catch (error) {
        throw this.#learn(error);
      }
    });
  }

  async #attempt(task: WritingTask, complaint: Complaint | null, signal: AbortSignal): Promise<Answer> {
    const { attemptMillis } = this.options;
    const attempt = new AbortController();
    const late = new DeadlineExceeded('The model', attemptMillis);
    const timer = setTimeout(() => attempt.abort(late), attemptMillis);
    try {
      const answer = this.provider.ask(task, complaint, AbortSignal.any([attempt.signal, signal]));
      // A library that sleeps through the abort is left behind a little later.
      return await withDeadline(answer, attemptMillis + 250, 'The model');
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new ProviderError('unreachable', message, null, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  #learn(error: unknown): unknown {
    const { name, model } = this.provider;
    if (!(error instanceof ProviderError)) {
      // Cockatiel's own: the breaker opened while this call waited for the probe.
      return (
        this.unavailable() ??
        new ProviderClosed(`The model of "${name}" has not answered lately.`, OPEN_MILLIS, 'silent')
      );
    }
    if (error.trouble === 'misconfigured') {
      const reason = `"${name}" refuses every request: ${error.message}`;
      this.#closed = { until: Date.now() + MISCONFIGURED_MILLIS, reason, why: 'misconfigured' };
      this.options.log.error(
        { provider: name, model, reason: error.message },
        'the model refuses us: check key, model and quota',
      );
    } else if (error.trouble === 'busy' && (error.retryAfterMillis ?? 0) > SHORT_WAIT_MILLIS) {
      const reason = `"${name}" asks to wait.`;
      this.#closed = { until: Date.now() + (error.retryAfterMillis ?? 0), reason, why: 'busy' };
    }
    return error;
  }
}
