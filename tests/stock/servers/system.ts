import type { SubgraphName } from '../../../platform/subgraph/subgraph';
import type { InternalTokens } from '../../../platform/identity/internal-token';
import type { TestDatabase } from '../../support/test-database';

/** The product as it runs, in one process or in several. */
export interface StockSystem {
  readonly mode: 'embedded' | 'distributed';
  /** Of the public door, without a path. */
  readonly url: string;
  readonly databases: Readonly<Record<SubgraphName, TestDatabase>>;
  /** Where there is one. */
  readonly redisUrl: string | null;
  /** How a peer is let in where subgraphs run in processes of their own; else null. */
  readonly tokens: InternalTokens | null;
  /** GraphQL addresses of the processes of a subgraph; none where it runs in this process. */
  addresses(name: SubgraphName): readonly string[];
  stop(): Promise<void>;
}
