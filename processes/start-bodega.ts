import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { createGateway, type Gateway } from '../gateway/create-gateway';
import { InProcessSource } from '../gateway/engine/sources/in-process-source';
import type { SubgraphSource } from '../gateway/engine/source';
import { authSubgraph } from '../gateway/identity/auth-subgraph';
import { Authenticator } from '../gateway/identity/authenticator';
import { KeySet } from '../gateway/identity/key-set';
import { RevocationList } from '../gateway/identity/revocation-list';
import type { EventBus } from '../platform/events/event';
import { InProcessBus } from '../platform/events/in-process-bus';
import { InProcessPeers } from '../platform/peers/in-process-peers';
import { SUBGRAPHS, type Subgraph, type SubgraphName } from '../platform/subgraph/subgraph';
import type { Configuration, DatabaseAddresses } from './configuration';
import { createDemoBusiness } from './demo/demo-business';
import { startEmbeddedDatabases } from './embedded-databases';
import { EXAMPLE } from './example';
import { starters } from './registry';

export interface Bodega {
  /** Of the gateway, without a path. */
  readonly url: string;
  readonly demo: boolean;
  /** Nothing new is taken, what runs is finished, nothing is left behind. May be called twice. */
  stop(): Promise<void>;
}

/** Ends what was started, the latest first, also when a start in the middle has failed. */
class Cleanup {
  readonly #steps: (() => Promise<void>)[] = [];
  #done: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  run(log: Logger): Promise<void> {
    return (this.#done ??= this.#run(log));
  }

  async #run(log: Logger): Promise<void> {
    for (const step of this.#steps.reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, 'something did not stop in order'));
    }
  }
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
  const local = SUBGRAPHS.filter((name) => !configuration.remote.has(name));
  const databases = await databasesOf(configuration, local, cleanup, signal);
  const bus: EventBus = new InProcessBus();
  cleanup.add(() => bus.close());
  const subgraphs = new Map<string, Subgraph>();
  await Promise.all(
    local.map(async (name) => {
      const addresses = databases.get(name);
      if (!addresses) throw new Error(`The ${name} subgraph has no database`);
      const startSubgraph = await starters[name]();
      const subgraph = await startSubgraph({
        databaseUrl: addresses.service,
        ownerDatabaseUrl: addresses.owner,
        bus,
        peers: new InProcessPeers(name, (peer) => subgraphs.get(peer)),
        log: log.child({ service: name }),
        environment: configuration.environment,
      });
      cleanup.add(() => subgraph.stop());
      subgraphs.set(name, subgraph);
    }),
  );
  signal?.throwIfAborted();
  const gateway = await startGateway(configuration, subgraphs, log, cleanup);
  if (configuration.demo) await createDemoOnce(configuration.dataDirectory, gateway.url);
  return { url: gateway.url, demo: configuration.demo, stop: () => cleanup.run(log) };
}

async function databasesOf(
  configuration: Configuration,
  local: readonly SubgraphName[],
  cleanup: Cleanup,
  signal?: AbortSignal,
): Promise<ReadonlyMap<SubgraphName, DatabaseAddresses>> {
  const embedded = local.filter((name) => !configuration.databases.has(name));
  if (embedded.length === 0) return configuration.databases;
  const { server, addresses } = await startEmbeddedDatabases(configuration.dataDirectory, embedded, signal);
  cleanup.add(() => server.stop());
  return new Map([...configuration.databases, ...addresses]);
}

async function startGateway(
  configuration: Configuration,
  subgraphs: ReadonlyMap<string, Subgraph>,
  log: Logger,
  cleanup: Cleanup,
): Promise<Gateway> {
  const gatewayLog = log.child({ service: 'gateway' });
  const source = (name: string): SubgraphSource => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`The supergraph names a subgraph that is not there: ${name}`);
    return new InProcessSource(subgraph);
  };
  const auth = authSubgraph(source('auth'), gatewayLog);
  const revocations = new RevocationList(auth.revocations, gatewayLog);
  await revocations.start();
  cleanup.add(async () => revocations.stop());
  const authenticator = new Authenticator({
    keys: new KeySet(auth.jwks),
    revocations,
    apiKeyIdentity: auth.apiKeyIdentity,
  });
  const gateway = await createGateway({
    supergraphSdl: readFileSync(path.join(__dirname, '../schema/supergraph.graphql'), 'utf8'),
    sources: ({ name }) => source(name),
    authenticator,
    jwks: auth.jwks,
    log: gatewayLog,
    host: configuration.host,
    port: configuration.port,
    production: configuration.production,
    example: EXAMPLE,
  });
  cleanup.add(() => gateway.stop());
  await gateway.listen();
  return gateway;
}

/** The marker is written last: a first start that was interrupted goes on where it was. */
async function createDemoOnce(dataDirectory: string, url: string): Promise<void> {
  const marker = path.join(dataDirectory, 'demo-business');
  if (existsSync(marker)) return;
  await createDemoBusiness(`${url}/graphql`);
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}
