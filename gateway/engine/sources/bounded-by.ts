import { DeadlineExceeded } from '../../../platform/resilience/deadline';

/** Runs with a signal that is aborted after this time, and together with the parent's; leaves no timer behind. */
export async function boundedBy<T>(
  parent: AbortSignal | undefined,
  millis: number,
  what: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const follow = (): void => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  parent?.addEventListener('abort', follow, { once: true });
  const timer = setTimeout(() => controller.abort(new DeadlineExceeded(what, millis)), millis);
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', follow);
  }
}
