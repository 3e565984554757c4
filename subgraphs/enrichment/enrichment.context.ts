import type { RequestContext } from '../../platform/context';
import type { Database } from '../../platform/database/database';
import type { Transaction } from '../../platform/database/transaction';
import type { Outbox } from '../../platform/events/outbox';
import { unauthenticated } from '../../platform/graphql/errors';
import type { GuardedContext } from '../../platform/graphql/permissions';
import type { Identity } from '../../platform/identity/identity';
import type { Peers } from '../../platform/peers/peers';
import type { JobChanges } from './jobs/job-changes';
import type { JobWorker } from './jobs/job-worker';
import { createLoaders, type Loaders } from './loaders';
import type { ReceiverAddresses } from './webhooks/receiver-addresses';
import type { Writer } from './writing/writer';

/** What lives as long as the subgraph. */
export interface EnrichmentServices {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly peers: Peers;
  readonly changes: JobChanges;
  readonly worker: Pick<JobWorker, 'wake'>;
  readonly writer: Pick<Writer, 'unavailableForMillis'>;
  readonly receivers: ReceiverAddresses;
}

/** First argument of every use case: one request, one person, one business. */
export class EnrichmentContext implements GuardedContext {
  readonly loaders: Loaders;

  constructor(
    readonly services: EnrichmentServices,
    readonly request: RequestContext,
  ) {
    this.loaders = createLoaders((work) => this.read(work));
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
}
