// One subgraph as a process of its own: processes/subgraph.ts NAME
import { ConfigurationError } from '../platform/config/environment';
import { secretsIn } from '../platform/config/secrets';
import { InternalTokens } from '../platform/identity/internal-token';
import { createLogger } from '../platform/observability/logger';
import { serveSubgraph } from '../platform/subgraph/subgraph-server';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';
import { Cleanup } from './cleanup';
import { databaseVariable, readConfiguration, requireShared, urlVariable } from './configuration';
import { connectBus } from './connect-bus';
import { exitWith } from './exit-with';
import { PEERS } from './peer-registry';
import { startSubgraph } from './start-subgraph';
import { onStopSignal } from './stop-signal';

/** Where each listens unless PORT says otherwise: the addresses in schema/supergraph.graphql. */
const PORTS: Record<SubgraphName, number> = {
  products: 4001,
  inventory: 4002,
  orders: 4003,
  auth: 4004,
  enrichment: 4005,
};

async function main(): Promise<void> {
  const name = SUBGRAPHS.find((known) => known === process.argv[2]);
  if (!name) throw new ConfigurationError(`usage: processes/subgraph.ts ${SUBGRAPHS.join('|')}`);
  const configuration = readConfiguration({ PORT: String(PORTS[name]), ...process.env });
  const { redisUrl, internalSecret } = requireShared(configuration.redisUrl, configuration.internalSecret);
  const addresses = configuration.databases.get(name);
  if (!addresses)
    throw new ConfigurationError(`${databaseVariable(name)}: is required, e.g. postgres://…/${name}`);
  for (const peer of PEERS[name]) {
    if (!configuration.remote.has(peer))
      throw new ConfigurationError(`${urlVariable(peer)}: is required, for ${name} asks ${peer}`);
  }
  const log = createLogger({ level: configuration.logLevel, secrets: secretsIn(process.env) });
  const cleanup = new Cleanup();
  onStopSignal(log, () => cleanup.run(log));
  try {
    const bus = connectBus(redisUrl, log.child({ service: name }));
    cleanup.add(() => bus.close());
    const tokens = new InternalTokens(internalSecret);
    const remote = new Map([...configuration.remote].filter(([peer]) => PEERS[name].includes(peer)));
    const { environment, host, port } = configuration;
    const subgraph = await startSubgraph(name, {
      addresses,
      bus,
      local: new Map(),
      remote,
      tokens,
      environment,
      log,
      cleanup,
    });
    const server = await serveSubgraph({ subgraph, tokens, log: log.child({ service: name }), host, port });
    cleanup.add(() => server.stop());
    console.log(`${name} is ready at http://${host}:${server.port}`);
  } catch (error) {
    await cleanup.run(log);
    throw error;
  }
}

main().catch(exitWith('bodega'));
