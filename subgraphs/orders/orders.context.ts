import type { RequestContext } from '../../platform/context';
import type { Database } from '../../platform/database/database';
import type { Transaction } from '../../platform/database/transaction';
import type { NewEvent } from '../../platform/events/event';
import type { Outbox } from '../../platform/events/outbox';
import { unauthenticated } from '../../platform/graphql/errors';
import type { GuardedContext } from '../../platform/graphql/permissions';
import type { Identity } from '../../platform/identity/identity';
import type { Peers } from '../../platform/peers/peers';
import type { Catalogue } from './catalogue';
import { createLoaders, type Loaders } from './loaders';
import type { OrderFeed } from './order-feed';
import type { OrdersSettings } from './orders.settings';
import type { OrderCompleter } from './saga/complete-order';
import type { OrderOpener } from './saga/open-order';
import type { Failpoint } from './saga/run-step';

/** What lives as long as the subgraph. */
export interface OrdersServices {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly feed: OrderFeed;
  readonly peers: Peers;
  readonly settings: OrdersSettings;
  readonly catalogue: Catalogue;
  readonly opener: OrderOpener;
  readonly completer: OrderCompleter;
  /** Attempts of this process that are on their way, by order: whoever repeats their request need not poll. */
  readonly attempts: Map<string, Promise<unknown>>;
  readonly failpoint: Failpoint;
  /** There is something for the recovery to do at once. */
  readonly wakeRecovery: () => void;
}

/** First argument of every use case: one request, one person, one business. */
export class OrdersContext implements GuardedContext {
  readonly loaders: Loaders;

  constructor(
    readonly services: OrdersServices,
    readonly request: RequestContext,
  ) {
    this.loaders = createLoaders(this);
  }

  /** On whose behalf; throws UNAUTHENTICATED where no guard has asked before. */
  get identity(): Identity {
    if (this.request.identity === null) throw unauthenticated();
    return this.request.identity;
  }

  /** Reads of the caller's business, from one snapshot. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.services.database.read(this.identity.tenantId, work);
  }

  /** Reads and writes of the caller's business. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.services.database.transaction(this.identity.tenantId, work);
  }

  /** Tells the other subgraphs and the subscribers, if the transaction commits. */
  tell(transaction: Transaction, events: readonly NewEvent[]): Promise<void> {
    return this.services.outbox.add(transaction, this.request, events);
  }
}
