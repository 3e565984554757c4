import type { RequestContext } from '../../platform/context';
import type { Database } from '../../platform/database/database';
import type { Transaction } from '../../platform/database/transaction';
import { auditEvent, type AuditedAction } from '../../platform/events/audit-event';
import type { Outbox } from '../../platform/events/outbox';
import { unauthenticated } from '../../platform/graphql/errors';
import type { GuardedContext } from '../../platform/graphql/permissions';
import type { Identity } from '../../platform/identity/identity';
import type { AlertFeeds } from './alerts/alert-feeds';
import type { Cause } from './cause';
import { NO_ID } from './identifiers';
import { createLoaders, type Loaders } from './loaders';
import type { StockChanges } from './stock-changes';
import type { TakeUnits } from './units/take-units';

/** What lives as long as the subgraph. */
export interface InventoryServices {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly units: TakeUnits;
  readonly alertFeeds: AlertFeeds;
  readonly stockChanges: StockChanges;
}

/** First argument of every use case: one request, one person, one business. */
export class InventoryContext implements GuardedContext {
  readonly loaders: Loaders;

  constructor(
    readonly services: InventoryServices,
    readonly request: RequestContext,
  ) {
    this.loaders = createLoaders((work) => this.read(work));
  }

  /** On whose behalf; throws UNAUTHENTICATED where no guard has asked before. */
  get identity(): Identity {
    if (this.request.identity === null) throw unauthenticated();
    return this.request.identity;
  }

  get outbox(): Outbox {
    return this.services.outbox;
  }

  get cause(): Cause {
    const { tenantId, userId } = this.identity;
    return { tenantId, actorId: userId === NO_ID ? null : userId, traceId: this.request.traceId };
  }

  /** Reads of the caller's business, from one snapshot. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.services.database.read(this.identity.tenantId, work);
  }

  /** Reads and writes of the caller's business. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.services.database.transaction(this.identity.tenantId, work);
  }

  /** Tells the audit log, if the transaction commits. */
  audit(transaction: Transaction, action: AuditedAction): Promise<void> {
    return this.outbox.add(transaction, this.request, [auditEvent('inventory', this.request, action)]);
  }
}
