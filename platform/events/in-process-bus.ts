import { randomUUID } from 'node:crypto';
import { BusForgot, producerOf, type BusSubscription, type EventBus, type EventEnvelope } from './event';
import { Lanes } from './lanes';
import { LiveEvents } from './live-events';

type Handler = (event: EventEnvelope) => Promise<void>;

/** Events that a group may be behind. Beyond it `publish` rejects, and the events wait in the outbox instead of in memory. */
const BEHIND_LIMIT = 10_000;
/** Events kept for groups that join later, as at the start of a process. */
const RECENT_LIMIT = 5_000;

/**
 * The bus of a single process. It forgets everything when the process ends; its memory then has another name, and the
 * relays publish again what may not have been handled.
 */
export class InProcessBus implements EventBus {
  readonly #memory = randomUUID();
  readonly #groups = new Map<string, Group>();
  readonly #live = new Set<LiveEvents>();
  readonly #recent: EventEnvelope[] = [];
  #closed = false;

  async memory(): Promise<string> {
    return this.#memory;
  }

  async publish(events: readonly EventEnvelope[], memory = this.#memory): Promise<void> {
    if (this.#closed) throw new Error('The event bus is closed');
    if (memory !== this.#memory) throw new BusForgot('The event bus is new in this process');
    const groups = [...this.#groups.values()];
    const behind = groups.find((group) => group.size + events.length > BEHIND_LIMIT);
    if (behind !== undefined) throw new Error(`${behind.name} is ${behind.size} events behind`);
    for (const event of events) {
      this.#recent.push(event);
      for (const group of groups) group.offer(event);
      for (const live of this.#live) live.offer(event);
    }
    this.#recent.splice(0, this.#recent.length - RECENT_LIMIT);
  }

  consume(name: string, producers: readonly string[], handler: Handler): BusSubscription {
    const key = `${name} of ${[...producers].sort().join()}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = new Group(name, producers);
      this.#groups.set(key, group);
      for (const event of this.#recent) group.offer(event);
    }
    return group.join(handler);
  }

  tail(producers: readonly string[], listener: (event: EventEnvelope) => void): BusSubscription {
    const live = new LiveEvents(producers, listener);
    this.#live.add(live);
    return { ready: Promise.resolve(), close: async () => void this.#live.delete(live) };
  }

  async healthy(): Promise<boolean> {
    return !this.#closed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#live.clear();
    await Promise.all([...this.#groups.values()].map((group) => group.close()));
  }
}

/** The members of one group: the first of them handles the events, the next one takes over what it leaves undone. */
class Group {
  readonly #pending = new Map<string, EventEnvelope>();
  readonly #members: Handler[] = [];
  #lanes: Lanes | undefined;

  constructor(
    readonly name: string,
    private readonly producers: readonly string[],
  ) {}

  get size(): number {
    return this.#pending.size;
  }

  offer(event: EventEnvelope): void {
    // The same event twice within what is pending: once is enough.
    if (!this.producers.includes(producerOf(event.type)) || this.#pending.has(event.id)) return;
    this.#pending.set(event.id, event);
    this.#lanes?.add(event);
  }

  join(handler: Handler): BusSubscription {
    this.#members.push(handler);
    if (this.#lanes === undefined) this.#takeOver();
    return { ready: Promise.resolve(), close: () => this.#leave(handler) };
  }

  async close(): Promise<void> {
    this.#members.length = 0;
    await this.#lanes?.close();
    this.#lanes = undefined;
  }

  async #leave(handler: Handler): Promise<void> {
    const index = this.#members.indexOf(handler);
    if (index === -1) return;
    this.#members.splice(index, 1);
    if (index > 0) return;
    await this.#lanes?.close();
    this.#takeOver();
  }

  #takeOver(): void {
    const [handler] = this.#members;
    this.#lanes = undefined;
    if (handler === undefined) return;
    this.#lanes = new Lanes({ handler, onDone: (event) => void this.#pending.delete(event.id) });
    for (const event of this.#pending.values()) this.#lanes.add(event);
  }
}
