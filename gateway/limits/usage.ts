import { LRUCache } from 'lru-cache';

/** Milliseconds after which everybody begins anew, by the clock, so that all processes do at the same time. */
export const WINDOW_MILLIS = 60_000;
/** Subjects that are remembered; beyond them the one that was idle for longest is forgotten. */
const SUBJECTS = 100_000;

interface Spent {
  /** By this process. */
  readonly here: number;
  /** By the other processes, as far as it has heard. */
  readonly elsewhere: number;
}

/** What a process has spent for a subject and not told the others yet. */
export type Untold = readonly (readonly [subject: string, spent: number])[];

/** What each subject has spent in the present minute. */
export class Usage {
  readonly #spent = new LRUCache<string, Spent>({ max: SUBJECTS });
  #untold = new Map<string, number>();
  #window = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Number of the present minute; what was spent before it is forgotten. */
  get window(): number {
    const window = Math.floor(this.now() / WINDOW_MILLIS);
    if (window !== this.#window) {
      this.#window = window;
      this.#spent.clear();
      this.#untold.clear();
    }
    return window;
  }

  /** Seconds until the next minute, at least one. */
  get secondsLeft(): number {
    return Math.max(1, Math.ceil(((this.window + 1) * WINDOW_MILLIS - this.now()) / 1000));
  }

  of(subject: string): number {
    void this.window;
    const spent = this.#spent.get(subject);
    return spent ? spent.here + spent.elsewhere : 0;
  }

  add(subject: string, cost: number): void {
    void this.window;
    const { here, elsewhere } = this.#spent.get(subject) ?? { here: 0, elsewhere: 0 };
    this.#spent.set(subject, { here: here + cost, elsewhere });
    this.#untold.set(subject, (this.#untold.get(subject) ?? 0) + cost);
  }

  /** At most so many subjects of which the others do not know everything. */
  untold(most: number): Untold {
    void this.window;
    const untold: [string, number][] = [];
    for (const entry of this.#untold) {
      if (untold.length === most) break;
      untold.push(entry);
    }
    return untold;
  }

  /** After the others were told of `cost`, and all together had spent `total` of this subject in that minute. */
  told(window: number, subject: string, cost: number, total: number): void {
    if (window !== this.window) return;
    const left = (this.#untold.get(subject) ?? 0) - cost;
    if (left > 0) this.#untold.set(subject, left);
    else this.#untold.delete(subject);
    const { here } = this.#spent.get(subject) ?? { here: 0 };
    this.#spent.set(subject, { here, elsewhere: Math.max(0, total - (here - Math.max(0, left))) });
  }
}
