import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { EventEnvelope } from './event';
import { Lanes } from './lanes';
import { backOff } from '../resilience/back-off';
import { Pause } from '../async/pause';
import { eventOf, redisEntry, type RedisEntry } from './redis-entry';
import { HOLDER, releaseLease, STANDBY, takeEntries, TAKEN } from './redis-scripts';

export interface GroupReaderOptions {
  readonly redis: Redis;
  readonly stream: string;
  readonly group: string;
  /** Unique among all members of the group. */
  readonly member: string;
  readonly handler: (event: EventEnvelope) => Promise<void>;
  readonly leaseMillis: number;
  readonly log: Logger;
  /** Whether the error is that Redis cannot be reached, which is told elsewhere. */
  readonly isOutage: (error: unknown) => boolean;
}

/** Events taken and not done, at most. */
const HELD_LIMIT = 500;
const COUNT = 200;
/** How long a member may be unaware of an entry whose wake-up was lost; never so long that the lease ends meanwhile. */
const LOOK_MILLIS = 1_000;

const answer = z.tuple([
  z.union([z.literal(STANDBY), z.literal(HOLDER), z.literal(TAKEN)]),
  z.string(),
  z.array(redisEntry),
]);

/**
 * One member of a consumer group on one stream. While it holds the lease it takes the entries in order and handles them
 * in lanes; otherwise it stands by. An entry is acknowledged when its handler has resolved.
 */
export class GroupReader {
  readonly #pause = new Pause();
  readonly #recovery = new Pause();
  readonly #lease: string;
  readonly #running: Promise<void>;
  readonly #entryIds = new Map<EventEnvelope, string>();
  #lanes: Lanes;
  #term = 1;
  /** Where to go on among the entries that were delivered before; '' when there is none left. */
  #cursor = '';
  #done: string[] = [];
  #closing = false;
  #markReady: () => void = () => undefined;
  /** Resolves when the group exists. */
  readonly ready = new Promise<void>((resolve) => (this.#markReady = resolve));

  constructor(private readonly options: GroupReaderOptions) {
    this.#lease = `${options.stream}:${options.group}:lease`;
    this.#lanes = this.#newLanes();
    this.#running = this.#run();
  }

  /** There may be something to read in this stream. */
  wake(stream: string): void {
    if (stream === this.options.stream) this.#pause.wake();
  }

  /** Redis can be reached again. */
  recover(): void {
    this.#recovery.wake();
  }

  /** Resolves when no handler runs any more and the lease is another's to take. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#pause.wake();
    this.#recovery.wake();
    await Promise.all([this.#lanes.close(), this.#running]);
    await this.#lanes.close();
    await this.#acknowledge().catch(() => undefined);
    await releaseLease.run(this.options.redis, [this.#lease], [this.options.member]).catch(() => undefined);
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#closing) {
      try {
        const next = await this.#round();
        failures = 0;
        if (next === undefined || this.#closing) continue;
        await next.wait(Math.min(LOOK_MILLIS, this.options.leaseMillis / 3));
      } catch (error) {
        failures += 1;
        const { log, group, stream } = this.options;
        const level = this.options.isOutage(error) ? 'debug' : 'warn';
        log[level]({ err: error, group, stream, failures }, 'events wait in Redis: they cannot be read');
        await this.#beginAnew();
        if (!this.#closing) await this.#recovery.wait(backOff(failures, 50, 2_000));
      }
    }
  }

  /** Takes entries once; resolves with what to wait for before the next time. */
  async #round(): Promise<Pause | undefined> {
    await this.#acknowledge();
    const room = Math.min(COUNT, HELD_LIMIT - this.#lanes.size);
    const [state, cursor, entries] = await this.#take(Math.max(0, room));
    this.#markReady();
    // The lease was lost: what is still held here belongs to somebody else, or comes again.
    if (state !== HOLDER && this.#lanes.size > 0) {
      await this.#beginAnew();
      return undefined;
    }
    // New entries are the holder's: only its silence matters here.
    if (state === STANDBY) return this.#recovery;
    this.#cursor = cursor;
    for (const entry of entries) this.#hand(entry);
    // Who has just taken the lease has looked at old entries only.
    const nothingNew = state === HOLDER && entries.length === 0 && cursor === '';
    return room <= 0 || nothingNew ? this.#pause : undefined;
  }

  async #take(count: number): Promise<z.infer<typeof answer>> {
    const { redis, stream, group, member, leaseMillis } = this.options;
    const values = [member, this.#term, leaseMillis, group, count, this.#cursor];
    return answer.parse(await takeEntries.run(redis, [this.#lease, stream], values));
  }

  #hand(entry: RedisEntry): void {
    const event = eventOf(entry, this.options.log);
    if (event === null) {
      this.#done.push(entry[0]);
      return;
    }
    this.#entryIds.set(event, entry[0]);
    this.#lanes.add(event);
  }

  /**
   * After an error nobody knows whether entries were delivered whose answer was lost. A new term fences off what may
   * still arrive at Redis, and begins with all entries that are not acknowledged.
   */
  async #beginAnew(): Promise<void> {
    this.#term += 1;
    await this.#lanes.close();
    this.#entryIds.clear();
    this.#lanes = this.#newLanes();
  }

  #newLanes(): Lanes {
    return new Lanes({
      handler: this.options.handler,
      onDone: (event) => {
        const id = this.#entryIds.get(event);
        this.#entryIds.delete(event);
        if (id !== undefined) this.#done.push(id);
        // Enough for one command, or nothing else to wait for.
        if (this.#done.length >= COUNT / 2 || this.#entryIds.size === 0) this.#pause.wake();
      },
    });
  }

  async #acknowledge(): Promise<void> {
    if (this.#done.length === 0) return;
    const { redis, stream, group } = this.options;
    const ids = this.#done;
    this.#done = [];
    await redis.xack(stream, group, ...ids);
  }
}
