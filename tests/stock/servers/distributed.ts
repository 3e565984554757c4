import { randomBytes } from 'node:crypto';
import { InternalTokens } from '../../../platform/identity/internal-token';
import type { SubgraphName } from '../../../platform/subgraph/subgraph';
import { databaseVariable, ownerDatabaseVariable, urlVariable } from '../../../processes/configuration';
import { freePort } from '../../../processes/distributed/free-port';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { startTestBodega } from '../../support/test-bodega';
import { startTestRedis } from '../../support/test-redis';
import { startBalancer } from './balancer';
import { startSubgraphProcess } from './subgraph-process';
import type { StockSystem } from './system';

/** Those that take part in an order. The gateway and the others run in this process. */
const APART = ['products', 'inventory', 'orders'] as const;
type Apart = (typeof APART)[number];

export interface DistributedOptions {
  /** Processes of each. Default: 1 of products, 2 of inventory and 2 of orders. */
  readonly replicas?: Readonly<Record<Apart, number>>;
  /** Loaded by each process before the program. */
  readonly preload?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Products, inventory and orders each in processes of their own, several of which share one database and one address; Redis
 * between them.
 */
export async function startDistributed(options: DistributedOptions = {}): Promise<StockSystem> {
  const replicas = options.replicas ?? { products: 1, inventory: 2, orders: 2 };
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const redis = await startTestRedis();
    ends.push(() => redis.stop());
    const secret = randomBytes(32).toString('base64url');
    const shared = { REDIS_URL: redis.url, BODEGA_INTERNAL_SECRET: secret, ...options.environment };
    const databases = new Map<SubgraphName, TestDatabase>();
    const ports = new Map<Apart, number[]>();
    const addresses: Record<string, string> = {};
    for (const name of APART) {
      const database = await createTestDatabase(name);
      databases.set(name, database);
      ends.push(() => database.drop());
      const own = await Promise.all(Array.from({ length: replicas[name] }, () => freePort()));
      ports.set(name, own);
      const balancer = await startBalancer(own);
      ends.push(() => balancer.stop());
      addresses[urlVariable(name)] = `http://127.0.0.1:${balancer.port}/graphql`;
    }
    const starting = APART.map(async (name) => {
      const database = databases.get(name);
      const environment = {
        ...shared,
        ...addresses,
        [databaseVariable(name)]: database?.serviceUrl ?? '',
        [ownerDatabaseVariable(name)]: database?.ownerUrl ?? '',
      };
      const { preload } = options;
      // One after the other: the first of them migrates.
      for (const port of ports.get(name) ?? []) {
        const started = await startSubgraphProcess({ name, port, environment, preload });
        ends.push(() => started.stop());
      }
    });
    const started = await Promise.allSettled(starting);
    for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
    const gateway = await startTestBodega({ ...shared, ...addresses });
    ends.push(() => gateway.stop());
    return {
      mode: 'distributed',
      url: gateway.url,
      databases: { ...gateway.databases, ...(Object.fromEntries(databases) as Record<Apart, TestDatabase>) },
      redisUrl: redis.url,
      tokens: new InternalTokens(secret),
      addresses: (name) =>
        APART.filter((apart) => apart === name).flatMap((apart) =>
          (ports.get(apart) ?? []).map((port) => `http://127.0.0.1:${port}/graphql`),
        ),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
