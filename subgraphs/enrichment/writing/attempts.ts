import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from '../../../platform/resilience/back-off';
import type { CallOutcome, ModelCall, Written } from '../jobs/job';
import { checkAnswer } from './answer-rules';
import { ProviderError, type Answer, type Complaint, type WritingTask } from './provider';
import { ProviderClosed } from './provider-gate';

/** A longer wait than this is not sat through: the job goes back to the queue. */
const LONGEST_PAUSE_MILLIS = 5_000;

export type AttemptsEnd =
  | { readonly kind: 'written'; readonly written: Written }
  /** It asks to be left alone for a while. */
  | {
      readonly kind: 'busy';
      readonly written?: undefined;
      readonly reason: string;
      readonly retryAfterMillis: number;
    }
  /** The business may not ask it any more today. */
  | {
      readonly kind: 'spent';
      readonly written?: undefined;
      readonly reason: string;
      readonly retryAfterMillis: number;
    }
  /** It cannot. `retryAfterMillis` is null when waiting will not help. */
  | {
      readonly kind: 'failed';
      readonly written?: undefined;
      readonly reason: string;
      readonly retryAfterMillis: number | null;
    };

/** A provider behind whatever decides whether it is asked. */
export interface Asker {
  readonly firstBackOffMillis: number;
  /** One request at most; throws ProviderClosed without one, ProviderError after one. */
  ask(task: WritingTask, complaint: Complaint | null, signal: AbortSignal): Promise<Answer>;
}

export interface AttemptLog {
  /** One request, as it ended. */
  record(
    call: Pick<ModelCall, 'outcome' | 'error' | 'promptTokens' | 'completionTokens' | 'durationMs'>,
    fromCache?: boolean,
  ): void;
}

/**
 * Asks one provider up to `limit` times: again after silence, nonsense and a short request to wait, with exponential back-off and
 * full jitter between; once more, with what was wrong, after an answer that breaks the rules. Never again after a refusal.
 */
export async function attempt(
  provider: Asker,
  task: WritingTask,
  limit: number,
  log: AttemptLog,
  signal: AbortSignal,
): Promise<AttemptsEnd> {
  let complaint: Complaint | null = null;
  for (let made = 1; ; made++) {
    const started = performance.now();
    const record = (outcome: CallOutcome, error: string | null, answer?: Answer): void =>
      log.record({
        outcome,
        error,
        promptTokens: answer?.promptTokens ?? 0,
        completionTokens: answer?.completionTokens ?? 0,
        durationMs: performance.now() - started,
      });
    let answer: Answer;
    try {
      answer = await provider.ask(task, complaint, signal);
    } catch (error) {
      if (error instanceof ProviderClosed) {
        return closedEnd(error);
      }
      if (!(error instanceof ProviderError)) throw error;
      record(error.trouble === 'refused' ? 'REFUSED' : 'FAILED', error.message);
      const pause = pauseAfter(error, made, provider.firstBackOffMillis);
      if (pause === null) return { kind: 'failed', reason: error.message, retryAfterMillis: null };
      if (pause > LONGEST_PAUSE_MILLIS)
        return { kind: 'busy', reason: error.message, retryAfterMillis: pause };
      if (made >= limit || signal.aborted)
        return { kind: 'failed', reason: error.message, retryAfterMillis: null };
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const checked = checkAnswer(answer.content, task);
    if (checked.ok) {
      record('SUCCEEDED', null, answer);
      return { kind: 'written', written: checked.written };
    }
    const reason = checked.problems.join(' ');
    record('INVALID', reason, answer);
    if (complaint !== null || made >= limit) return { kind: 'failed', reason, retryAfterMillis: null };
    complaint = { answer: answer.content, problems: checked.problems };
  }
}

function closedEnd({ message: reason, why, retryAfterMillis }: ProviderClosed): AttemptsEnd {
  if (why === 'busy' || why === 'spent') return { kind: why, reason, retryAfterMillis };
  return { kind: 'failed', reason, retryAfterMillis: why === 'silent' ? retryAfterMillis : null };
}

/** Milliseconds before another try; null when there is no use in one. */
function pauseAfter(error: ProviderError, made: number, firstBackOffMillis: number): number | null {
  if (error.trouble !== 'unreachable' && error.trouble !== 'busy') return null;
  return Math.max(error.retryAfterMillis ?? 0, backOff(made, firstBackOffMillis, LONGEST_PAUSE_MILLIS));
}
