import type { Operation } from './linearizable';
import type { Sku } from './sku';

/** What an answer means for the products that it speaks of. */
export type Effects = ReadonlyMap<string, Operation<Sku>['apply']>;

/** The history of each product, in the order in which this process sent requests and got answers. */
export class Recorder {
  readonly histories = new Map<string, Operation<Sku>[]>();
  #position = 0;

  /** Runs a request and notes it at each product that the answer speaks of. */
  async note<T>(what: string, request: () => Promise<T>, effectsOf: (answer: T) => Effects): Promise<T> {
    const called = this.#position++;
    const answer = await request();
    const answered = this.#position++;
    for (const [productId, apply] of effectsOf(answer)) {
      const history = this.histories.get(productId) ?? [];
      this.histories.set(productId, history);
      history.push({ called, answered, apply, what: `${what}: ${JSON.stringify(answer)}` });
    }
    return answer;
  }
}
