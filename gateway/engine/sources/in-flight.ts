/**
 * Work that is asked for again while it still runs is done once. Who leaves early stops waiting; the work is cancelled
 * when nobody waits any more.
 */
export class InFlight<T> {
  readonly #running = new Map<
    string,
    { readonly promise: Promise<T>; readonly controller: AbortController; waiting: number }
  >();

  get size(): number {
    return this.#running.size;
  }

  async share(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    let shared = this.#running.get(key);
    if (!shared) {
      const controller = new AbortController();
      const promise = start(controller.signal).finally(() => {
        if (this.#running.get(key)?.controller === controller) this.#running.delete(key);
      });
      // When all have left nobody looks at how it ended.
      promise.catch(() => undefined);
      shared = { promise, controller, waiting: 0 };
      this.#running.set(key, shared);
    }
    const joined = shared;
    joined.waiting += 1;
    const leave = (): void => {
      joined.waiting -= 1;
      if (joined.waiting > 0) return;
      // From now on it belongs to nobody: who comes next must not join what is being cancelled.
      if (this.#running.get(key) === joined) this.#running.delete(key);
      joined.controller.abort();
    };
    if (!signal) return joined.promise;
    if (signal.aborted) {
      leave();
      throw new Error('The client has gone', { cause: signal.reason });
    }
    return new Promise<T>((resolve, reject) => {
      const aborted = (): void => {
        leave();
        reject(new Error('The client has gone', { cause: signal.reason }));
      };
      signal.addEventListener('abort', aborted, { once: true });
      joined.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
    });
  }
}
