import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { backOff } from '../resilience/back-off';
import { Pause } from '../async/pause';
import { redisEntry, type RedisEntry } from './redis-entry';

/** Below what the connection takes for a dead server. */
const BLOCK_MILLIS = 4_000;
const COUNT = 500;

const entries = z.array(redisEntry);
const reads = z.array(z.tuple([z.string(), entries])).nullable();

/**
 * Hears every entry that is added to one stream, on a connection of its own because it blocks. After an interruption it
 * goes on where it was, or at the beginning when the stream has begun anew.
 */
export class StreamListener {
  readonly #recovery = new Pause();
  #closed = false;
  #position: string | undefined;
  #markReady: () => void = () => undefined;
  /** Resolves when it listens. */
  readonly ready = new Promise<void>((resolve) => (this.#markReady = resolve));

  constructor(
    private readonly redis: Redis,
    private readonly stream: string,
    private readonly onEntry: (entry: RedisEntry) => void,
    private readonly log: Logger,
    /** Whether the error is that Redis cannot be reached, which is told elsewhere. */
    private readonly isOutage: (error: unknown) => boolean,
  ) {
    void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#recovery.wake();
    this.redis.disconnect();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#closed) {
      try {
        let position = await this.#findPosition();
        this.#markReady();
        for (;;) {
          position = await this.#read(position);
          this.#position = position;
          failures = 0;
        }
      } catch (error) {
        if (this.#closed) return;
        failures += 1;
        const level = this.isOutage(error) ? 'debug' : 'warn';
        this.log[level]({ err: error, stream: this.stream, failures }, 'the event stream cannot be followed');
        await this.#recovery.wait(backOff(failures, 50, 2_000));
      }
    }
  }

  async #findPosition(): Promise<string> {
    const [newest] = entries.parse(await this.redis.xrevrange(this.stream, '+', '-', 'COUNT', 1));
    const end = newest?.[0] ?? '0-0';
    if (this.#position === undefined) return end;
    return isBefore(end, this.#position) ? '0-0' : this.#position;
  }

  async #read(position: string): Promise<string> {
    const read = await this.redis.xread(
      'COUNT',
      COUNT,
      'BLOCK',
      BLOCK_MILLIS,
      'STREAMS',
      this.stream,
      position,
    );
    let last = position;
    for (const [, added] of reads.parse(read) ?? []) {
      for (const entry of added) {
        this.onEntry(entry);
        last = entry[0];
      }
    }
    return last;
  }
}

/** Ids are `<milliseconds>-<number>`. */
function isBefore(a: string, b: string): boolean {
  const [aMillis = '0', aNumber = '0'] = a.split('-');
  const [bMillis = '0', bNumber = '0'] = b.split('-');
  const millis = BigInt(aMillis) - BigInt(bMillis);
  return millis < 0n || (millis === 0n && BigInt(aNumber) < BigInt(bNumber));
}
