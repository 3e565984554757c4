import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves as soon as the condition holds, where nothing tells of it. The test's own time limit ends it otherwise. */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}
