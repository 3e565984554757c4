import type { StockAlert } from '../entities/stock-alert.entity';
import type { AlertFeed } from './alert-feed';

/**
 * One subscription to a feed. It takes alerts when it is asked for them, so a slow subscriber holds no queue; it only is
 * further behind. `return()` takes effect at once, also while `next()` waits.
 */
export class AlertStream implements AsyncIterableIterator<StockAlert> {
  #ready: StockAlert[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #end: () => void = () => undefined;
  readonly #whenEnded = new Promise<void>((resolve) => (this.#end = resolve));

  constructor(
    private readonly feed: AlertFeed,
    private position: number,
    private readonly accepts: (alert: StockAlert) => boolean,
    private readonly leave: () => void,
  ) {}

  next(): Promise<IteratorResult<StockAlert>> {
    // One after another, as an async generator would.
    const result = this.#last.then(() => this.#next());
    this.#last = result.catch(() => undefined);
    return result;
  }

  return(): Promise<IteratorResult<StockAlert>> {
    this.#finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #next(): Promise<IteratorResult<StockAlert>> {
    while (!this.#ended) {
      const alert = this.#ready.shift();
      if (alert !== undefined) return { done: false, value: alert };
      if (this.feed.ended) this.#finish();
      else await Promise.race([this.#fill(), this.#whenEnded]);
    }
    return { done: true, value: undefined };
  }

  async #fill(): Promise<void> {
    const alerts = await this.feed.behind(this.position);
    if (alerts.length === 0) return this.feed.more(this.position);
    this.position = alerts.at(-1)?.position ?? this.position;
    this.#ready = alerts.filter(this.accepts);
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#ready = [];
    this.#end();
    this.leave();
  }
}
