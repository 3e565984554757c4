import type { RequestContext } from '../../platform/context';
import type { Database } from '../../platform/database/database';
import type { Transaction } from '../../platform/database/transaction';
import type { Outbox } from '../../platform/events/outbox';
import { unauthenticated } from '../../platform/graphql/errors';
import type { GuardedContext } from '../../platform/graphql/permissions';
import type { Identity } from '../../platform/identity/identity';
import type { Peers } from '../../platform/peers/peers';
import { createLoaders, type Loaders } from './loaders';

/** What lives as long as the subgraph. */
export interface ProductsServices {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly peers: Peers;
}

/** First argument of every use case: one request, one person, one business. */
export class ProductsContext implements GuardedContext {
  readonly outbox: Outbox;
  readonly peers: Peers;
  readonly loaders: Loaders;
  readonly #database: Database;

  constructor(
    services: ProductsServices,
    readonly request: RequestContext,
  ) {
    this.outbox = services.outbox;
    this.peers = services.peers;
    this.#database = services.database;
    this.loaders = createLoaders((work) => this.read(work));
  }

  /** On whose behalf; throws UNAUTHENTICATED where no guard has asked before. */
  get identity(): Identity {
    if (this.request.identity === null) throw unauthenticated();
    return this.request.identity;
  }

  /** Reads of the caller's business, from one snapshot. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#database.read(this.identity.tenantId, work);
  }

  /** Reads and writes of the caller's business. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#database.transaction(this.identity.tenantId, work);
  }
}
