import { randomUUID } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import {
  BusForgot,
  BusUnreachable,
  producerOf,
  type BusSubscription,
  type EventBus,
  type EventEnvelope,
} from './event';
import { LiveEvents } from './live-events';
import { Outage } from '../observability/outage';
import { eventOf } from './redis-entry';
import { GroupReader } from './redis-group-reader';
import { nameMemory, publishEvents } from './redis-scripts';
import { StreamListener } from './redis-stream-listener';

export interface RedisStreamsBusOptions {
  readonly url: string;
  readonly log: Logger;
  /** Begins the name of every key. Default `{bodega}`: in braces so that a Redis cluster keeps all of them in one slot. */
  readonly prefix?: string;
  /** Entries kept in each stream, about. A group that is further behind misses the oldest. Default 200,000. */
  readonly maxLength?: number;
  /** A member of a group that is silent this long has its stream taken over. Default 5,000. */
  readonly leaseMillis?: number;
}

// One request waits this long and is not sent again by the client: the relay and the readers repeat by themselves.
const COMMANDS: RedisOptions = {
  commandTimeout: 200,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
};
// These wait for the server: nobody waits for them.
const BLOCKING: RedisOptions = {
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: false,
};
/** What ioredis says at the end of `commandTimeout` and `socketTimeout`. */
const TIMED_OUT = /timed out|timeout/i;
/** A server that says nothing for so long, though something was asked, is given up and connected to again. */
const SILENCE_MILLIS = 6_000;

/**
 * The bus between processes: one stream per producer, consumer groups on it, order by one reading member at a time.
 * Redis must not evict keys (`maxmemory-policy noeviction`). Nothing here waits for Redis longer than 200 ms, except
 * what listens.
 */
export class RedisStreamsBus implements EventBus {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #id = randomUUID();
  readonly #readers = new Set<GroupReader>();
  readonly #listeners = new Map<string, StreamListener>();
  readonly #live = new Set<LiveEvents>();
  readonly #outage: Outage;
  #members = 0;
  #closing = false;

  constructor(private readonly options: RedisStreamsBusOptions) {
    this.#prefix = options.prefix ?? '{bodega}';
    this.#outage = new Outage(options.log, {
      gone: 'Redis cannot be reached: events wait in the outboxes until it is back',
      back: 'Redis is reached again',
    });
    this.#redis = this.#connect(COMMANDS);
    let reason: unknown;
    this.#redis.on('error', (error) => (reason = error));
    this.#redis.on('close', () => {
      if (!this.#closing) this.#outage.goes(reason);
    });
    this.#redis.on('ready', () => {
      this.#outage.ends();
      this.#readers.forEach((reader) => reader.recover());
    });
  }

  async memory(): Promise<string> {
    return String(await this.#reach(nameMemory.run(this.#redis, [this.#memoryKey], [randomUUID()])));
  }

  async publish(events: readonly EventEnvelope[], memory = ''): Promise<void> {
    if (events.length === 0) return;
    const producers = [...new Set(events.map((event) => producerOf(event.type)))];
    const keys = [this.#memoryKey, ...producers.map((producer) => this.#stream(producer))];
    // Lua counts from one, and the first key is the memory's.
    const entries = events.flatMap((event) => [
      producers.indexOf(producerOf(event.type)) + 2,
      JSON.stringify(event),
    ]);
    const values = [randomUUID(), memory, this.options.maxLength ?? 200_000, ...entries];
    const taken = await this.#reach(publishEvents.run(this.#redis, keys, values));
    if (taken !== 1) throw new BusForgot('Redis was restarted or emptied');
  }

  consume(
    group: string,
    producers: readonly string[],
    handler: (event: EventEnvelope) => Promise<void>,
  ): BusSubscription {
    const readers = producers.map((producer) => this.#read(group, producer, handler));
    return {
      ready: Promise.all(readers.map((reader) => reader.ready)).then(() => undefined),
      close: async () => {
        await Promise.all(readers.map((reader) => reader.close()));
        readers.forEach((reader) => this.#readers.delete(reader));
      },
    };
  }

  tail(producers: readonly string[], listener: (event: EventEnvelope) => void): BusSubscription {
    const live = new LiveEvents(producers, listener);
    this.#live.add(live);
    const listening = producers.map((producer) => this.#listen(producer).ready);
    return {
      ready: Promise.all(listening).then(() => undefined),
      close: async () => void this.#live.delete(live),
    };
  }

  async healthy(): Promise<boolean> {
    return this.#redis.ping().then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#live.clear();
    await Promise.all([...this.#readers].map((reader) => reader.close()));
    for (const listener of this.#listeners.values()) listener.close();
    this.#redis.disconnect();
  }

  /** @throws BusUnreachable in place of what the client says then. */
  async #reach<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer;
      this.#outage.ends();
      return value;
    } catch (error) {
      if (!this.#isOutage(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new BusUnreachable(`Redis cannot be reached: ${reason}`, { cause: error });
    }
  }

  /** The end of a connection tells of itself; a server that keeps it and does not answer has to be noticed here. */
  readonly #isOutage = (error: unknown): boolean => {
    if (this.#redis.status !== 'ready' || this.#redis.stream?.writable === false) return true;
    if (!(error instanceof Error) || !TIMED_OUT.test(error.message)) return false;
    this.#outage.goes(error);
    return true;
  };

  #read(group: string, producer: string, handler: (event: EventEnvelope) => Promise<void>): GroupReader {
    this.#members += 1;
    const reader = new GroupReader({
      redis: this.#redis,
      stream: this.#stream(producer),
      group,
      member: `${this.#id}-${this.#members}`,
      handler,
      leaseMillis: this.options.leaseMillis ?? 5_000,
      log: this.options.log,
      isOutage: this.#isOutage,
    });
    this.#readers.add(reader);
    this.#listen(producer);
    return reader;
  }

  /** One blocking connection per producer: it feeds the live listeners and wakes the readers. */
  #listen(producer: string): StreamListener {
    const stream = this.#stream(producer);
    let listener = this.#listeners.get(stream);
    if (listener === undefined) {
      const onEntry: ConstructorParameters<typeof StreamListener>[2] = (entry) => {
        for (const reader of this.#readers) reader.wake(stream);
        const event = this.#live.size === 0 ? null : eventOf(entry, this.options.log);
        if (event !== null) for (const live of this.#live) live.offer(event);
      };
      listener = new StreamListener(
        this.#connect(BLOCKING),
        stream,
        onEntry,
        this.options.log,
        this.#isOutage,
      );
      this.#listeners.set(stream, listener);
    }
    return listener;
  }

  #connect(options: RedisOptions): Redis {
    const redis = new Redis(this.options.url, {
      ...options,
      connectTimeout: 2_000,
      socketTimeout: SILENCE_MILLIS,
      retryStrategy: (times) => Math.min(50 * times, 500),
    });
    // Every failed attempt to connect is one; what was asked meanwhile tells of it by itself.
    redis.on('error', (error) => this.options.log.debug({ err: error }, 'Redis cannot be reached'));
    return redis;
  }

  get #memoryKey(): string {
    return `${this.#prefix}:events:memory`;
  }

  #stream(producer: string): string {
    return `${this.#prefix}:events:${producer}`;
  }
}
