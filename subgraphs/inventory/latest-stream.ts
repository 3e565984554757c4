/**
 * Values by key for a consumer that iterates: of a key that it has not come to yet only the newest value waits, at the
 * place of its first, so there are never more values than keys. `return()` takes effect at once.
 */
export class LatestStream<T> implements AsyncIterableIterator<T> {
  readonly #values = new Map<string, T>();
  #waiting: ((result: IteratorResult<T>) => void)[] = [];
  #ended = false;

  constructor(private readonly onEnd: () => void) {}

  push(key: string, value: T): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#values.set(key, value);
    else waiting({ done: false, value });
  }

  /** What waits is still delivered. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const resolve of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
    this.onEnd();
  }

  next(): Promise<IteratorResult<T>> {
    for (const [key, value] of this.#values) {
      this.#values.delete(key);
      return Promise.resolve({ done: false, value });
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<IteratorResult<T>> {
    this.#values.clear();
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
