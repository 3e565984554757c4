export interface CombinerOptions<Request, Result> {
  /** Requests in one batch, at most. */
  readonly most: number;
  /** Does a batch; resolves with a result for each request, in their order. What it rejects with is everybody's. */
  readonly together: (requests: readonly Request[]) => Promise<readonly PromiseSettledResult<Result>[]>;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: of the requests with one key there is one batch at a time on its way; those that come meanwhile make up the
 * next one, in the order in which they came. A request that meets nobody is a batch of one, at once.
 */
export class Combiner<Request, Result> {
  readonly #queues = new Map<string, Waiting<Request, Result>[]>();

  constructor(private readonly options: CombinerOptions<Request, Result>) {}

  add(key: string, request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = { request, resolve, reject };
      const queue = this.#queues.get(key);
      if (queue === undefined) void this.#work(key, [waiting]);
      else queue.push(waiting);
    });
  }

  async #work(key: string, queue: Waiting<Request, Result>[]): Promise<void> {
    this.#queues.set(key, queue);
    while (queue.length > 0) await this.#batch(queue.splice(0, this.options.most));
    this.#queues.delete(key);
  }

  async #batch(batch: readonly Waiting<Request, Result>[]): Promise<void> {
    try {
      const results = await this.options.together(batch.map(({ request }) => request));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result?.status === 'fulfilled') resolve(result.value);
        else reject(result?.reason ?? new Error('A batch left a request without a result'));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
