import { dropOldest, PushStream } from '../../platform/async/push-stream';
import { badUserInput } from '../../platform/graphql/errors';
import type { EnrichmentContext } from './enrichment.context';
import { asOf, type EnrichmentView } from './enrichment-view';
import type { JobChange } from './jobs/job-changes';

/** A client that is further behind sees the newest changes only. */
const CAPACITY = 1_000;
const MAX_PRODUCTS = 1_000;

/** Changes of the caller's business, of these products only when they are given. */
export function subscribeToEnrichments(
  { services, identity }: EnrichmentContext,
  productIds: readonly string[] | null | undefined,
): PushStream<JobChange> {
  if (productIds && productIds.length > MAX_PRODUCTS) {
    throw badUserInput(`At most ${MAX_PRODUCTS} products can be named; without any, all are meant.`);
  }
  const wanted = productIds && new Set(productIds.map((id) => id.toLowerCase()));
  const stream = new PushStream<JobChange>({
    capacity: CAPACITY,
    onOverflow: dropOldest,
    onClose: () => stopListening(),
  });
  const stopListening = services.changes.listen((change) => {
    if (change.tenantId !== identity.tenantId || (wanted && !wanted.has(change.productId))) return;
    stream.push(change);
  });
  return stream;
}

/** The enrichment at the time of the change, read from the table that it changed. */
export async function changedEnrichment(
  { loaders }: EnrichmentContext,
  change: JobChange,
): Promise<EnrichmentView> {
  const view = await loaders.enrichment.load(change.jobId);
  if (view === null) throw new Error('A changed enrichment is not in the table');
  return asOf(view, change.status);
}
