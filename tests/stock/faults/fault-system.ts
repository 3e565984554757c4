import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { InternalTokens } from '../../../platform/identity/internal-token';
import { SUBGRAPHS, type SubgraphName } from '../../../platform/subgraph/subgraph';
import {
  databaseVariable,
  ownerDatabaseVariable,
  readConfiguration,
  urlVariable,
} from '../../../processes/configuration';
import { freePort } from '../../../processes/distributed/free-port';
import { PEERS } from '../../../processes/peer-registry';
import { startBodega } from '../../../processes/start-bodega';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { startOwnTestRedis, type OwnTestRedis } from '../../support/test-redis';
import type { StockSystem } from '../servers/system';
import { ProductProcess } from './product-process';
import { TcpProxy } from './tcp-proxy';

/** Those that take part in an order: distributed, each is a process of its own. */
export const APART = ['products', 'inventory', 'orders'] as const;
export type Apart = (typeof APART)[number];

export interface FaultSystemOptions {
  readonly mode: StockSystem['mode'];
  /** Superuser's address of the database server; that of the test run unless given. */
  readonly server?: string;
  /** Of the proxies between the processes. */
  readonly seed: number;
}

/** The product in processes that can be killed. */
export interface FaultSystem extends StockSystem {
  /** The process that runs a subgraph: embedded, one and the same for all. */
  process(name: Apart): ProductProcess;
  /** Null where there is none. */
  readonly redis: OwnTestRedis | null;
  /** Between the gateway and a subgraph, and between two subgraphs. */
  readonly proxies: readonly TcpProxy[];
  /** Where `arm` finds the processes. */
  readonly failpointFile: string;
}

type Ends = (() => Promise<void>)[];

export async function startFaultSystem(options: FaultSystemOptions): Promise<FaultSystem> {
  const ends: Ends = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const databases = await createDatabases(options.server, ends);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-faults-'));
    ends.push(async () => rmSync(folder, { recursive: true, force: true }));
    const failpointFile = path.join(folder, 'failpoint');
    const shared = {
      ...addressesOf(databases),
      BODEGA_DATA_DIR: folder,
      BODEGA_DEMO: '0',
      // A few clients do here what a whole town does in a minute.
      RATE_LIMIT_USER: '1000000000',
      RATE_LIMIT_BUSINESS: '1000000000',
      RATE_LIMIT_ADDRESS: '1000000000',
      AUTH_SEALING_SECRET: randomBytes(32).toString('base64url'),
      FAILPOINT_FILE: failpointFile,
    };
    const started =
      options.mode === 'embedded'
        ? await startEmbedded(shared, ends)
        : await startApart(options.seed, shared, ends);
    return { mode: options.mode, databases, failpointFile, stop, ...started };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Databases = StockSystem['databases'];

async function createDatabases(server: string | undefined, ends: Ends): Promise<Databases> {
  const entries = await Promise.all(
    SUBGRAPHS.map(async (name) => [name, await createTestDatabase(name, { server })] as const),
  );
  // A server of the scenario's own goes with everything in it.
  if (server === undefined)
    ends.push(async () => void (await Promise.all(entries.map(([, database]) => database.drop()))));
  return Object.fromEntries(entries) as Record<SubgraphName, TestDatabase>;
}

function addressesOf(databases: Databases): Record<string, string> {
  return Object.fromEntries(
    SUBGRAPHS.flatMap((name) => [
      [databaseVariable(name), databases[name].serviceUrl],
      [ownerDatabaseVariable(name), databases[name].ownerUrl],
    ]),
  );
}

type Started = Omit<FaultSystem, 'mode' | 'databases' | 'failpointFile' | 'stop'>;

const PRELOAD = [path.join(__dirname, 'failpoint-preload.ts')];

async function startEmbedded(shared: Record<string, string>, ends: Ends): Promise<Started> {
  const PORT = String(await freePort());
  const all = new ProductProcess({
    program: ['processes/embedded.ts'],
    environment: { ...shared, PORT },
    preload: PRELOAD,
  });
  ends.push(() => all.stop());
  await all.start();
  return {
    url: `http://127.0.0.1:${PORT}`,
    redisUrl: null,
    tokens: null,
    addresses: () => [],
    process: () => all,
    redis: null,
    proxies: [],
  };
}

async function startApart(seed: number, common: Record<string, string>, ends: Ends): Promise<Started> {
  const redis = await startOwnTestRedis();
  ends.push(() => redis.stop());
  const secret = randomBytes(32).toString('base64url');
  const shared = { ...common, REDIS_URL: redis.url, BODEGA_INTERNAL_SECRET: secret };
  const ports = new Map<Apart, number>();
  for (const name of APART) ports.set(name, await freePort());
  const proxies: TcpProxy[] = [];
  /** The variables by which somebody reaches these subgraphs. */
  const addresses = async (peers: readonly SubgraphName[]): Promise<Record<string, string>> => {
    const entries: [string, string][] = [];
    for (const name of APART.filter((apart) => peers.includes(apart))) {
      const proxy = await TcpProxy.start(ports.get(name) ?? 0, seed + proxies.length);
      proxies.push(proxy);
      ends.push(() => proxy.close());
      entries.push([urlVariable(name), `http://127.0.0.1:${proxy.port}/graphql`]);
    }
    return Object.fromEntries(entries);
  };
  const processes = new Map<Apart, ProductProcess>();
  for (const name of APART) {
    const environment = { ...shared, ...(await addresses(PEERS[name])), PORT: String(ports.get(name)) };
    const program = ['processes/subgraph.ts', name];
    processes.set(name, new ProductProcess({ program, environment, preload: PRELOAD }));
  }
  ends.push(async () => void (await Promise.all([...processes.values()].map((each) => each.stop()))));
  await Promise.all([...processes.values()].map((each) => each.start()));
  // The gateway, and those that no order needs, in this process.
  const configuration = readConfiguration({
    ...shared,
    ...(await addresses(APART)),
    PORT: '0',
    NODE_ENV: 'development',
  });
  const gateway = await startBodega(configuration, pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }));
  ends.push(() => gateway.stop());
  return {
    url: gateway.url,
    redisUrl: redis.url,
    tokens: new InternalTokens(secret),
    addresses: (name) =>
      APART.filter((apart) => apart === name).map((apart) => `http://127.0.0.1:${ports.get(apart)}/graphql`),
    process(name) {
      const found = processes.get(name);
      if (!found) throw new Error(`${name} has no process of its own`);
      return found;
    },
    redis,
    proxies,
  };
}
