import type { Logger } from 'pino';
import type { EventBus } from '../events/event';
import type { Peers } from '../peers/peers';
import type { Subgraph } from './subgraph';

/** What the composition root gives every subgraph: all that differs between one process and many. */
export interface SubgraphDependencies {
  /** Connects as the service. */
  readonly databaseUrl: string;
  /** Connects as the owner of the database, for migrations only. */
  readonly ownerDatabaseUrl: string;
  readonly bus: EventBus;
  readonly peers: Peers;
  readonly log: Logger;
  /** For the variables that only this subgraph knows; parsed by it, with its own rules. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Migrates, connects, starts the workers; the subgraph answers when this resolves. */
export type StartSubgraph = (dependencies: SubgraphDependencies) => Promise<Subgraph>;
