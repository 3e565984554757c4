import type { SubscriptionPolicy } from './policy';

/** Bytes that several backlogs may hold together: all that waits for one client. */
export class ByteBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

export interface Waiting {
  /** What the policy's mark is for it, undefined when it has none. */
  readonly mark: unknown;
  readonly bytes: number;
}

/** What waits for somebody who is behind, in order and bounded, and what gives way in it by the policy of the field. */
export class Backlog<T extends Waiting> {
  readonly #values = new Map<unknown, T>();

  constructor(
    private readonly overflow: SubscriptionPolicy['overflow'],
    private readonly capacity: number,
    private readonly budget: ByteBudget | undefined,
  ) {}

  get size(): number {
    return this.#values.size;
  }

  /** False when it does not fit and nothing may give way: the value was not taken. */
  add(value: T): boolean {
    const key = this.overflow === 'latest' ? (value.mark ?? value) : value;
    this.#remove(key);
    while (this.#values.size >= this.capacity || this.budget?.take(value.bytes) === false) {
      if (this.overflow === 'resync' || this.shift() === undefined) return false;
    }
    this.#values.set(key, value);
    return true;
  }

  shift(): T | undefined {
    for (const [key, value] of this.#values) {
      this.#remove(key);
      return value;
    }
    return undefined;
  }

  clear(): void {
    for (const key of this.#values.keys()) this.#remove(key);
  }

  #remove(key: unknown): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.budget?.giveBack(value.bytes);
  }
}
