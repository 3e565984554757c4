import { LRUCache } from 'lru-cache';
import { producerOf, type EventEnvelope } from './event';

/**
 * What separates a transaction's first event from its commit, and the clocks of two machines: an event this much older
 * than the listener is still taken for a live one.
 */
const TOLERANCE_MILLIS = 10_000;
const REMEMBERED = 10_000;

/** One listener to live events: passes on what its producers publish from now on, each event once. */
export class LiveEvents {
  readonly #since = Date.now() - TOLERANCE_MILLIS;
  readonly #seen = new LRUCache<string, true>({ max: REMEMBERED });

  constructor(
    readonly producers: readonly string[],
    private readonly listener: (event: EventEnvelope) => void,
  ) {}

  /** Ignores what other producers published, what was heard already, and what a bus that forgot is given again. */
  offer(event: EventEnvelope): void {
    if (!this.producers.includes(producerOf(event.type))) return;
    if (this.#seen.has(event.id) || Date.parse(event.occurredAt) < this.#since) return;
    this.#seen.set(event.id, true);
    this.listener(event);
  }
}
