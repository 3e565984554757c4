import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLIS = 5;
const LIMIT_MILLIS = 10_000;

/** Resolves as soon as the condition holds, where nothing tells of it; rejects when it does not within 10 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  // Not the wall clock, which a test may have stopped.
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > LIMIT_MILLIS) throw new Error(`Not within 10 s: ${condition.toString()}`);
    await sleep(POLL_MILLIS);
  }
}
