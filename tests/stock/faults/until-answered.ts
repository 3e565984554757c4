import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MILLIS = 250;
const LIMIT_MILLIS = 60_000;

/** Sends a request again until it is answered, as a client does: some process may be dying at the moment. */
export async function untilAnswered<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (performance.now() - began > LIMIT_MILLIS) throw error;
      await sleep(PAUSE_MILLIS);
    }
  }
}
