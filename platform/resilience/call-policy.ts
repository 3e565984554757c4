import { setTimeout as sleep } from 'node:timers/promises';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { serviceUnavailable } from '../graphql/errors';
import { backOff } from './back-off';
import { DeadlineExceeded, withDeadline } from './deadline';
import { isConnectionTrouble } from './unreachable';

export interface CallPolicyOptions {
  /** What is called, as a client may read it: "The catalogue". */
  readonly what: string;
  /** Deadline of one attempt. */
  readonly attemptMillis: number;
  /** Attempts at most. Default 3. */
  readonly attempts?: number;
  /** Consecutive failures that open the circuit. Default 5. */
  readonly failuresToOpen?: number;
  /** How long it then stays open before one call may probe. Default 60,000. */
  readonly openMillis?: number;
  /** Each failed attempt, for the log. */
  readonly onFailure?: (failure: { readonly error: unknown; readonly attempt: number }) => void;
  /** Each change of the circuit, for the log and the metrics. */
  readonly onStateChange?: (state: CircuitStateName) => void;
}

export interface CallOptions {
  /** Nobody waits for the answer, and the caller repeats by itself: it may look whether an open circuit can be closed. */
  readonly unattended?: boolean;
}

export type CircuitStateName = 'closed' | 'open' | 'half-open';

const FIRST_BACK_OFF_MILLIS = 100;
const LAST_BACK_OFF_MILLIS = 1_000;

type Outcome<T> = { readonly value: T } | { readonly refusal: unknown };

/** An attempt that had less than its time because the caller's was over: it says nothing about the other side. */
class CutShort extends Error {}

/**
 * How one dependency is called: deadlines, attempts, a circuit breaker; one policy for each dependency and process. Only
 * connection trouble and missed deadlines are tried again and counted. An attempt that missed its deadline may have
 * taken effect, so what is called must be idempotent. Any other error is an answer: it is rejected with as it is, and
 * closes the circuit as a success does.
 *
 * An open circuit spares people a wait that leads nowhere. Unattended work is spared nothing by a refusal, and must not be
 * held up for the rest of the minute after the other side has come back: one such call at a time is made all the same,
 * once, and what it finds closes the circuit for everybody. Its own back-off bounds how often.
 */
export class CallPolicy {
  readonly #attempts: number;
  #breaker: CircuitBreakerPolicy;
  #probing = false;

  constructor(private readonly options: CallPolicyOptions) {
    this.#attempts = options.attempts ?? 3;
    this.#breaker = this.#closedBreaker();
  }

  /** For readiness and metrics. */
  get state(): CircuitStateName {
    return nameOf(this.#breaker.state);
  }

  /**
   * The call's own outcome, or SERVICE_UNAVAILABLE after the last attempt, after `totalMillis`, or at once while the
   * circuit is open or another call probes it.
   * @param call is given a signal that is aborted when the attempt's time is over.
   */
  async execute<T>(
    call: (signal: AbortSignal) => Promise<T>,
    totalMillis: number,
    { unattended = false }: CallOptions = {},
  ): Promise<T> {
    if (unattended && this.#breaker.state === CircuitState.Open && !this.#probing)
      return this.#probe(call, totalMillis);
    const end = performance.now() + totalMillis;
    for (let attempt = 1; ; attempt++) {
      // cockatiel would let other calls wait for the outcome of the probe.
      if (this.#breaker.state === CircuitState.HalfOpen) throw serviceUnavailable(this.options.what);
      let outcome: Outcome<T>;
      try {
        outcome = await this.#breaker.execute(() => this.#attempt(call, end - performance.now()));
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw serviceUnavailable(this.options.what);
        this.options.onFailure?.({ error, attempt });
        const pause = backOff(attempt, FIRST_BACK_OFF_MILLIS, LAST_BACK_OFF_MILLIS);
        if (attempt === this.#attempts || performance.now() + pause >= end)
          throw serviceUnavailable(this.options.what);
        await sleep(pause);
        continue;
      }
      if ('refusal' in outcome) throw outcome.refusal;
      return outcome.value;
    }
  }

  async #probe<T>(call: (signal: AbortSignal) => Promise<T>, totalMillis: number): Promise<T> {
    this.#probing = true;
    let outcome: Outcome<T>;
    try {
      outcome = await this.#attempt(call, totalMillis);
    } catch (error) {
      this.options.onFailure?.({ error, attempt: 1 });
      throw serviceUnavailable(this.options.what);
    } finally {
      this.#probing = false;
    }
    if (this.#breaker.state !== CircuitState.Closed) {
      this.#breaker = this.#closedBreaker();
      this.options.onStateChange?.('closed');
    }
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.value;
  }

  #closedBreaker(): CircuitBreakerPolicy {
    const breaker = circuitBreaker(handleWhen(isConnectionTrouble), {
      breaker: new ConsecutiveBreaker(this.options.failuresToOpen ?? 5),
      halfOpenAfter: this.options.openMillis ?? 60_000,
    });
    breaker.onStateChange((state) => {
      // One that was replaced may still hear of the call that it was probed by.
      if (breaker === this.#breaker) this.options.onStateChange?.(nameOf(state));
    });
    return breaker;
  }

  async #attempt<T>(call: (signal: AbortSignal) => Promise<T>, leftMillis: number): Promise<Outcome<T>> {
    const { what, attemptMillis } = this.options;
    const millis = Math.max(0, Math.min(attemptMillis, leftMillis));
    const abort = new AbortController();
    try {
      return { value: await withDeadline(call(abort.signal), millis, what) };
    } catch (error) {
      if (!isConnectionTrouble(error)) return { refusal: error };
      // A probe that found nothing out must not close the circuit: there it counts.
      const cutShort = error instanceof DeadlineExceeded && millis < attemptMillis;
      if (cutShort && this.#breaker.state === CircuitState.Closed) throw new CutShort(error.message);
      throw error;
    } finally {
      abort.abort();
    }
  }
}

function nameOf(state: CircuitState): CircuitStateName {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
