import type { Logger } from 'pino';

const REMIND_MILLIS = 60_000;

/** What is said of something that can be gone: one line when it goes, one a minute while it is, one when it is back. */
export class Outage {
  #since: number | undefined;
  #saidAt = 0;

  constructor(
    private readonly log: Logger,
    private readonly said: { readonly gone: string; readonly back: string },
  ) {}

  /** To be called with every failed attempt, in whatever number. */
  goes(error?: unknown): void {
    const now = Date.now();
    if (this.#since !== undefined && now - this.#saidAt < REMIND_MILLIS) return;
    this.#since ??= now;
    this.#saidAt = now;
    const reason = error instanceof Error ? error.message : undefined;
    this.log.warn({ reason, forSeconds: this.#secondsSince(this.#since) }, this.said.gone);
  }

  /** To be called with every success. */
  ends(): void {
    if (this.#since === undefined) return;
    this.log.info({ afterSeconds: this.#secondsSince(this.#since) }, this.said.back);
    this.#since = undefined;
  }

  #secondsSince(then: number): number {
    return Math.round((Date.now() - then) / 1000);
  }
}
