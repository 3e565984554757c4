import type { Logger } from 'pino';

/** Ends what was started, the latest first, also when a start in the middle has failed. */
export class Cleanup {
  readonly #steps: (() => Promise<void>)[] = [];
  #done: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Every step runs, whatever the others do; may be called twice. */
  run(log: Logger): Promise<void> {
    return (this.#done ??= this.#run(log));
  }

  async #run(log: Logger): Promise<void> {
    for (const step of this.#steps.reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, 'something did not stop in order'));
    }
  }
}
