import type { SharedResult } from './shared-result';

const MOST = 128;
const MOST_BYTES = 1024 * 1024;

/** The last results of a group, in order and without a gap. */
export class RecentResults {
  readonly #results: SharedResult[] = [];
  #bytes = 0;

  add(result: SharedResult): void {
    this.#results.push(result);
    this.#bytes += result.bytes;
    while (this.#results.length > MOST || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#results.shift()?.bytes ?? 0;
    }
  }

  /** Those behind the result with this mark; undefined when it is not among them. */
  behind(mark: unknown): readonly SharedResult[] | undefined {
    if (mark === undefined) return undefined;
    const index = this.#results.findLastIndex((result) => result.mark === mark);
    return index < 0 ? undefined : this.#results.slice(index + 1);
  }
}
