/** Work that runs, and can be told that nobody waits for it any more. */
export interface Cancellable<T> {
  readonly promise: Promise<T>;
  readonly cancel: (reason: Error) => void;
}

interface Shared<T> extends Cancellable<T> {
  waiting: number;
}

/**
 * Work that is asked for again while it still runs is done once. Who leaves early stops waiting; the work is cancelled
 * when nobody waits any more.
 */
export class InFlight<T> {
  readonly #running = new Map<string, Shared<T>>();

  get size(): number {
    return this.#running.size;
  }

  share(key: string, signal: AbortSignal | undefined, start: () => Cancellable<T>): Promise<T> {
    let shared = this.#running.get(key);
    if (!shared) {
      const { promise, cancel } = start();
      shared = { promise, cancel, waiting: 0 };
      this.#running.set(key, shared);
      const forget = this.#forget.bind(this, key, shared);
      // When all have left nobody looks at how it ended.
      promise.then(forget, forget);
    }
    shared.waiting += 1;
    return signal ? this.#wait(key, shared, signal) : shared.promise;
  }

  #wait(key: string, shared: Shared<T>, signal: AbortSignal): Promise<T> {
    const leave = (): Error => {
      const gone = new Error('The client has gone', { cause: signal.reason });
      shared.waiting -= 1;
      if (shared.waiting > 0) return gone;
      // From now on it belongs to nobody: who comes next must not join what is being cancelled.
      this.#forget(key, shared);
      shared.cancel(gone);
      return gone;
    };
    if (signal.aborted) return Promise.reject(leave());
    return new Promise((resolve, reject) => {
      const aborted = (): void => reject(leave());
      const settled = (): void => signal.removeEventListener('abort', aborted);
      signal.addEventListener('abort', aborted, { once: true });
      shared.promise.then(
        (value) => {
          settled();
          resolve(value);
        },
        (error: Error) => {
          settled();
          reject(error);
        },
      );
    });
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#running.get(key) === shared) this.#running.delete(key);
  }
}
