import { startFaultSystem, type FaultSystem } from './faults/fault-system';
import { startTestBodega } from '../support/test-bodega';
import { startTestRedis } from '../support/test-redis';
import type { ProcessSettings } from './broken/broken-build';
import { startDistributed } from './servers/distributed';
import type { StockSystem } from './servers/system';

export interface SystemsOptions {
  /** Of every process of a distributed system. */
  readonly processes?: ProcessSettings;
  /** Everything in one process, also what would run in several. Default: no. */
  readonly embeddedOnly?: boolean;
}

/** Systems that are started when the first scenario asks for them, and serve all of a run. */
export class StockSystems {
  #embedded: Promise<StockSystem> | undefined;
  #distributed: Promise<StockSystem> | undefined;
  #faulty: Promise<FaultSystem> | undefined;

  constructor(private readonly options: SystemsOptions = {}) {}

  /** Everything in this process. */
  embedded(): Promise<StockSystem> {
    return (this.#embedded ??= startEmbedded());
  }

  /** Two processes each of inventory and orders. */
  distributed(): Promise<StockSystem> {
    if (this.options.embeddedOnly === true) return this.embedded();
    return (this.#distributed ??= startDistributed(this.options.processes));
  }

  /** Each once. */
  async all(): Promise<StockSystem[]> {
    return [...new Set([await this.embedded(), await this.distributed()])];
  }

  /** Products, inventory and orders in a process each that can be killed, over connections that can be spoilt. */
  faulty(seed: number): Promise<FaultSystem> {
    return (this.#faulty ??= startFaultSystem({ mode: 'distributed', seed }));
  }

  async stop(): Promise<void> {
    for (const started of [this.#faulty, this.#distributed, this.#embedded]) {
      const system = await started?.catch(() => undefined);
      await system?.stop();
    }
  }
}

/** With Redis for a bus, whose streams tell afterwards what was published. */
async function startEmbedded(): Promise<StockSystem> {
  const redis = await startTestRedis();
  try {
    const bodega = await startTestBodega({ REDIS_URL: redis.url });
    const stop = async (): Promise<void> => {
      await bodega.stop();
      await redis.stop();
    };
    return { mode: 'embedded', ...bodega, redisUrl: redis.url, tokens: null, addresses: () => [], stop };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}
