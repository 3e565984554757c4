import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Periodic } from '../../platform/async/periodic';
import { WINDOW_MILLIS, type Usage } from './usage';

/** How long the other processes may not know what this one has let through. */
const SHARE_EVERY_MILLIS = 250;
const SUBJECTS_AT_ONCE = 1_000;
const PREFIX = '{bodega}:usage';

/**
 * Tells the other gateways what was spent here, and hears what was spent there, over Redis. No request waits for it: each is
 * decided by what this process knows, so a Redis that is slow, silent or gone costs no time and opens nothing.
 * Until it is back each process keeps to the limits by itself.
 */
export class SharedUsage {
  readonly #redis: Redis;
  readonly #periodic: Periodic;
  #failed = false;

  constructor(
    url: string,
    private readonly usage: Usage,
    private readonly log: Logger,
    everyMillis = SHARE_EVERY_MILLIS,
  ) {
    this.#redis = new Redis(url, {
      commandTimeout: 200,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
    });
    // Told of by the next attempt to share; without a listener it would end the process.
    this.#redis.on('error', () => undefined);
    this.#periodic = new Periodic({
      what: 'sharing what was spent of the rate limits',
      everyMillis,
      work: () => this.#share(),
      log,
    });
  }

  async stop(): Promise<void> {
    await this.#periodic.stop();
    this.#redis.disconnect();
  }

  async #share(): Promise<void> {
    const { window } = this.usage;
    const untold = this.usage.untold(SUBJECTS_AT_ONCE);
    if (untold.length === 0) return;
    try {
      const totals = await this.#add(window, untold);
      untold.forEach(([subject, cost], i) =>
        this.usage.told(window, subject, cost, Number(totals[i * 2]?.[1])),
      );
      if (this.#failed) this.log.info('the rate limits are shared again');
      this.#failed = false;
    } catch (error) {
      if (!this.#failed)
        this.log.warn({ err: error }, 'the rate limits cannot be shared; each process keeps to them alone');
      this.#failed = true;
    }
  }

  async #add(window: number, untold: readonly (readonly [string, number])[]) {
    const commands = this.#redis.pipeline();
    for (const [subject, cost] of untold) {
      const key = `${PREFIX}:${window}:${subject}`;
      commands.incrby(key, cost).pexpire(key, 2 * WINDOW_MILLIS);
    }
    const answers = (await commands.exec()) ?? [];
    const failure = answers.find(([error]) => error)?.[0];
    if (failure) throw failure;
    return answers;
  }
}
