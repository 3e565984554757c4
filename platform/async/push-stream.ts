export interface PushStreamOptions<T> {
  /** Values kept for a consumer that is behind. */
  readonly capacity: number;
  /** Called once the consumer is so far behind that a value does not fit. Return the values to keep (at most `capacity`), or end the stream. */
  readonly onOverflow: (queue: readonly T[], value: T, stream: PushStream<T>) => readonly T[];
  /** Called once, when either side ends the stream. */
  readonly onClose?: () => void;
}

/**
 * A bounded queue between a producer that pushes and a consumer that iterates. Unlike an `async function*`, its `return()`
 * takes effect at once, also while a `next()` is waiting: a generator would hold its resources until the next value.
 */
export class PushStream<T> implements AsyncIterableIterator<T> {
  #queue: T[] = [];
  #waiting: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }[] = [];
  #ended = false;
  #failure: { error: unknown } | undefined;

  constructor(private readonly options: PushStreamOptions<T>) {}

  get ended(): boolean {
    return this.#ended;
  }

  push(value: T): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) waiting.resolve({ done: false, value });
    else if (this.#queue.length < this.options.capacity) this.#queue.push(value);
    else this.#queue = [...this.options.onOverflow(this.#queue, value, this)];
  }

  /** What is queued is still delivered; then the stream ends, or rejects once with the error. */
  end(failure?: { error: unknown }): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    for (const waiting of this.#waiting.splice(0)) this.#finish(waiting);
    this.options.onClose?.();
  }

  next(): Promise<IteratorResult<T>> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length > 0) resolve({ done: false, value: this.#queue.shift() as T });
      else if (this.#ended) this.#finish({ resolve, reject });
      else this.#waiting.push({ resolve, reject });
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.#queue = [];
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #finish(waiting: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) waiting.reject(failure.error);
    else waiting.resolve({ done: true, value: undefined });
  }
}

/** Overflow policy: the oldest values give way. For views of which only the newest state matters. */
export const dropOldest = <T>(queue: readonly T[], value: T): readonly T[] => [...queue.slice(1), value];

/** The same stream with each value mapped; `return()` stays immediate. */
export function mapStream<A, B>(
  source: AsyncIterator<A>,
  map: (value: A) => B | Promise<B>,
): AsyncIterableIterator<B> {
  return {
    async next() {
      const result = await source.next();
      return result.done === true
        ? { done: true, value: undefined }
        : { done: false, value: await map(result.value) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
