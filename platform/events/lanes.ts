import type { EventEnvelope } from './event';
import { backOff } from '../resilience/back-off';

export interface LanesOptions {
  readonly handler: (event: EventEnvelope) => Promise<void>;
  /** Runs once for each event whose handler resolved. */
  readonly onDone: (event: EventEnvelope) => void;
  /** Handlers that run at the same time, at most. Default 8. */
  readonly concurrency?: number;
}

interface Lane {
  readonly queue: EventEnvelope[];
  failures: number;
}

const FIRST_RETRY_MILLIS = 100;
const LAST_RETRY_MILLIS = 5_000;

/**
 * Handles events one after another within an aggregate, and several aggregates at the same time. A handler that
 * rejects is called again with the same event after a back-off, as often as it takes; its lane waits, the others do not.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #ready: string[] = [];
  readonly #retries = new Set<NodeJS.Timeout>();
  readonly #concurrency: number;
  #running = 0;
  #size = 0;
  #closing: Promise<void> | undefined;
  #markClosed: () => void = () => undefined;

  constructor(private readonly options: LanesOptions) {
    this.#concurrency = options.concurrency ?? 8;
  }

  /** Events that are not done. */
  get size(): number {
    return this.#size;
  }

  add(event: EventEnvelope): void {
    if (this.#closing !== undefined) return;
    this.#size += 1;
    const key = `${event.tenantId}/${event.aggregateId}`;
    const lane = this.#lanes.get(key);
    if (lane !== undefined) {
      lane.queue.push(event);
      return;
    }
    this.#lanes.set(key, { queue: [event], failures: 0 });
    this.#ready.push(key);
    this.#fill();
  }

  /** Begins no further handler; resolves when none runs any more. */
  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      this.#markClosed = resolve;
      for (const timer of this.#retries) clearTimeout(timer);
      if (this.#running === 0) resolve();
    });
    return this.#closing;
  }

  #fill(): void {
    while (this.#closing === undefined && this.#running < this.#concurrency) {
      const key = this.#ready.shift();
      if (key === undefined) return;
      const lane = this.#lanes.get(key);
      const event = lane?.queue[0];
      if (lane !== undefined && event !== undefined) void this.#handle(key, lane, event);
    }
  }

  async #handle(key: string, lane: Lane, event: EventEnvelope): Promise<void> {
    this.#running += 1;
    const done = await this.options.handler(event).then(
      () => true,
      () => false,
    );
    this.#running -= 1;
    if (done) this.#finish(key, lane, event);
    else this.#retryLater(key, lane);
    if (this.#closing === undefined) this.#fill();
    else if (this.#running === 0) this.#markClosed();
  }

  #finish(key: string, lane: Lane, event: EventEnvelope): void {
    lane.queue.shift();
    lane.failures = 0;
    this.#size -= 1;
    if (lane.queue.length > 0) this.#ready.push(key);
    else this.#lanes.delete(key);
    this.options.onDone(event);
  }

  #retryLater(key: string, lane: Lane): void {
    lane.failures += 1;
    if (this.#closing !== undefined) return;
    const timer = setTimeout(
      () => {
        this.#retries.delete(timer);
        this.#ready.push(key);
        this.#fill();
      },
      backOff(lane.failures, FIRST_RETRY_MILLIS, LAST_RETRY_MILLIS),
    );
    this.#retries.add(timer);
  }
}
