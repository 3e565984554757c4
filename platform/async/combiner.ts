export interface CombinerOptions<Request, Result> {
  /** Requests in one batch, at most. */
  readonly most: number;
  /**
   * Does a batch of requests with one key; resolves with an outcome for each of them, in their order. What it rejects
   * with is everybody's.
   */
  readonly together: (
    key: string,
    requests: readonly Request[],
  ) => Promise<readonly PromiseSettledResult<Result>[]>;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: of the requests with one key there is one batch at a time on its way; those that come meanwhile make up
 * the next one, in the order in which they came. A request that meets nobody is a batch of one, at once.
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
    while (queue.length > 0) await this.#batch(key, queue.splice(0, this.options.most));
    this.#queues.delete(key);
  }

  async #batch(key: string, batch: readonly Waiting<Request, Result>[]): Promise<void> {
    const outcomes = await this.#outcomes(
      key,
      batch.map(({ request }) => request),
    );
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') resolve(outcome.value);
      else reject(outcome?.reason ?? new Error('A batch left a request without an outcome'));
    }
  }

  async #outcomes(
    key: string,
    requests: readonly Request[],
  ): Promise<readonly PromiseSettledResult<Result>[]> {
    try {
      return await this.options.together(key, requests);
    } catch (reason) {
      return requests.map(() => ({ status: 'rejected', reason }));
    }
  }
}

/** Outcomes of a batch that was done as a whole. */
export function fulfilled<Result>(results: readonly Result[]): PromiseSettledResult<Result>[] {
  return results.map((value) => ({ status: 'fulfilled', value }));
}
