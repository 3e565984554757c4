import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { InternalTokens } from '../platform/identity/internal-token';
import { SUBGRAPHS, type Subgraph, type SubgraphName } from '../platform/subgraph/subgraph';
import { Cleanup } from './cleanup';
import type { Configuration, DatabaseAddresses } from './configuration';
import { connectBus } from './connect-bus';
import { createDemoBusiness } from './demo/demo-business';
import { startEmbeddedDatabases } from './embedded-databases';
import { startGateway } from './start-gateway';
import { startSubgraph } from './start-subgraph';

export interface Bodega {
  /** Of the gateway, without a path. */
  readonly url: string;
  readonly demo: boolean;
  /** Nothing new is taken, what runs is finished, nothing is left behind. May be called twice. */
  stop(): Promise<void>;
}

/** Starts everything that the configuration does not place elsewhere, in this process. */
export async function startBodega(
  configuration: Configuration,
  log: Logger,
  signal?: AbortSignal,
): Promise<Bodega> {
  const cleanup = new Cleanup();
  try {
    return await start(configuration, log, cleanup, signal);
  } catch (error) {
    await cleanup.run(log);
    throw error;
  }
}

async function start(
  configuration: Configuration,
  log: Logger,
  cleanup: Cleanup,
  signal?: AbortSignal,
): Promise<Bodega> {
  const { remote, internalSecret, demo } = configuration;
  const names = SUBGRAPHS.filter((name) => !remote.has(name));
  const databases = await databasesOf(configuration, names, cleanup, signal);
  const bus = connectBus(configuration.redisUrl, log);
  cleanup.add(() => bus.close());
  const tokens =
    remote.size === 0 || internalSecret === undefined ? null : new InternalTokens(internalSecret);
  const local = new Map<string, Subgraph>();
  await Promise.all(
    names.map(async (name) => {
      const addresses = databases.get(name);
      if (!addresses) throw new Error(`The ${name} subgraph has no database`);
      const { environment } = configuration;
      local.set(
        name,
        await startSubgraph(name, { addresses, bus, local, remote, tokens, environment, log, cleanup }),
      );
    }),
  );
  signal?.throwIfAborted();
  const gateway = await startGateway(
    configuration,
    { local, remote, tokens },
    log.child({ service: 'gateway' }),
    cleanup,
  );
  if (demo) await createDemoOnce(configuration.dataDirectory, gateway.url);
  return { url: gateway.url, demo, stop: () => cleanup.run(log) };
}

async function databasesOf(
  configuration: Configuration,
  names: readonly SubgraphName[],
  cleanup: Cleanup,
  signal?: AbortSignal,
): Promise<ReadonlyMap<SubgraphName, DatabaseAddresses>> {
  const embedded = names.filter((name) => !configuration.databases.has(name));
  if (embedded.length === 0) return configuration.databases;
  const { server, addresses } = await startEmbeddedDatabases(configuration.dataDirectory, embedded, signal);
  cleanup.add(() => server.stop());
  return new Map([...configuration.databases, ...addresses]);
}

/** The marker is written last: a first start that was interrupted goes on where it was. */
async function createDemoOnce(dataDirectory: string, url: string): Promise<void> {
  const marker = path.join(dataDirectory, 'demo-business');
  if (existsSync(marker)) return;
  await createDemoBusiness(`${url}/graphql`);
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}
