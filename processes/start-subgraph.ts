import type { Logger } from 'pino';
import { isUnavailable, sqlState } from '../platform/database/database-errors';
import type { Environment } from '../platform/config/environment';
import type { EventBus } from '../platform/events/event';
import type { InternalTokens } from '../platform/identity/internal-token';
import type { Subgraph, SubgraphName } from '../platform/subgraph/subgraph';
import type { Cleanup } from './cleanup';
import type { DatabaseAddresses } from './configuration';
import { connectPeers } from './connect-peers';
import { starters } from './registry';
import { StartError } from './start-error';

export interface SubgraphSurroundings {
  readonly addresses: DatabaseAddresses;
  readonly bus: EventBus;
  readonly local: ReadonlyMap<string, Subgraph>;
  readonly remote: ReadonlyMap<SubgraphName, string>;
  readonly tokens: InternalTokens | null;
  readonly environment: Environment;
  readonly log: Logger;
  readonly cleanup: Cleanup;
}

/** Starts one subgraph with what this process gives it. Its readiness tells of the peers that it cannot reach, too. */
export async function startSubgraph(name: SubgraphName, around: SubgraphSurroundings): Promise<Subgraph> {
  const log = around.log.child({ service: name });
  const peers = connectPeers(name, around, log);
  around.cleanup.add(() => peers.close());
  const start = await starters[name]();
  const subgraph = await start({
    databaseUrl: around.addresses.service,
    ownerDatabaseUrl: around.addresses.owner,
    bus: around.bus,
    peers,
    log,
    environment: around.environment,
  }).catch((error: unknown) => {
    throw whyNoDatabase(name, error) ?? error;
  });
  around.cleanup.add(() => subgraph.stop());
  return { ...subgraph, health: async () => ({ ...(await subgraph.health()), ...peers.health() }) };
}

/** One line for the operator when it is the database, and not the subgraph, that keeps it from starting. */
function whyNoDatabase(name: SubgraphName, error: unknown): Error | null {
  // Class 28: the login is refused; 3D: there is no such database.
  if (!isUnavailable(error) && !/^(28|3D)/.test(sqlState(error) ?? '')) return null;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  return new StartError(`The database of ${name} cannot be used: ${reason}`);
}
