import type { NewEvent } from '../../../platform/events/event';
import type { Outbox } from '../../../platform/events/outbox';
import type { Transaction } from '../../../platform/database/transaction';

export type JobStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED';

/** `enrichment.changed`: a job is in another state. */
export function changed(job: { id: string; productId: string }, status: JobStatus): NewEvent {
  return {
    type: 'enrichment.changed',
    version: 1,
    aggregateId: job.productId,
    payload: { productId: job.productId, jobId: job.id, status },
  };
}

/** Adds each job's events under the trace of the request that asked for it. Jobs of one request go in one statement. */
export async function addByTrace(
  outbox: Outbox,
  transaction: Transaction,
  entries: readonly { readonly traceId: string; readonly events: readonly NewEvent[] }[],
): Promise<void> {
  const byTrace = new Map<string, NewEvent[]>();
  for (const { traceId, events } of entries)
    byTrace.set(traceId, [...(byTrace.get(traceId) ?? []), ...events]);
  for (const [traceId, events] of byTrace) await outbox.add(transaction, { traceId }, events);
}
