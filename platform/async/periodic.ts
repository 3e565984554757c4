import type { Logger } from 'pino';
import { Pause } from './pause';

export interface PeriodicOptions {
  /** What is done, for the log. */
  readonly what: string;
  /** From the end of one run to the beginning of the next; the first begins at once. */
  readonly everyMillis: number;
  readonly work: () => Promise<unknown>;
  readonly log: Logger;
}

/** Work that nobody waits for: done again and again until stopped. A failure is logged, and the next run tries again. */
export class Periodic {
  readonly #pause = new Pause();
  readonly #done: Promise<void>;
  #stopped = false;

  constructor(private readonly options: PeriodicOptions) {
    this.#done = this.#run();
  }

  /** Resolves when nothing runs any more. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#pause.wake();
    return this.#done;
  }

  async #run(): Promise<void> {
    const { what, everyMillis, work, log } = this.options;
    while (!this.#stopped) {
      try {
        await work();
      } catch (error) {
        log.warn({ err: error, what }, 'periodic work failed; it is done again the next time');
      }
      if (!this.#stopped) await this.#pause.wait(everyMillis);
    }
  }
}
