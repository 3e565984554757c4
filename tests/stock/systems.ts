import type { ProcessSettings } from './broken/broken-build';
import { startFaultSystem, type FaultSystem } from './faults/fault-system';
import { startTestBodega } from '../support/test-bodega';
import { startDistributed } from './servers/distributed';
import type { StockSystem } from './servers/system';

/** Systems that are started when the first scenario asks for them, and serve all of a run. */
export class StockSystems {
  #embedded: Promise<StockSystem> | undefined;
  #distributed: Promise<StockSystem> | undefined;
  #faulty: Promise<FaultSystem> | undefined;

  /** @param settings of every process of a distributed system. */
  constructor(private readonly settings: ProcessSettings = {}) {}

  /** Everything in this process. */
  embedded(): Promise<StockSystem> {
    return (this.#embedded ??= startEmbedded());
  }

  /** Two processes each of inventory and orders. */
  distributed(): Promise<StockSystem> {
    return (this.#distributed ??= startDistributed(this.settings));
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

async function startEmbedded(): Promise<StockSystem> {
  const bodega = await startTestBodega();
  return { mode: 'embedded', ...bodega, redisUrl: null, tokens: null, addresses: () => [] };
}
