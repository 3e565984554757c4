import { z } from 'zod';
import { eventHandler, type EventHandlers } from '../../platform/events/event-handler';
import type { Outbox } from '../../platform/events/outbox';
import { addJob, refreshJob } from './jobs/add-job';
import { cancelJobs } from './jobs/cancel-jobs';
import { productSnapshot } from './jobs/job';

const created = productSnapshot.extend({ productId: z.uuid(), enrich: z.boolean(), actorId: z.uuid() });
const updated = productSnapshot.extend({ productId: z.uuid() });
const archived = z.object({ productId: z.uuid() });

/** What enrichment does about the catalogue's events. */
export function productEvents(outbox: Outbox, wake: () => void): EventHandlers {
  return {
    'products.created': eventHandler({
      version: 1,
      payload: created,
      async handle(transaction, event, { productId, enrich, actorId, ...input }) {
        if (!enrich) return;
        await addJob(transaction, outbox, { productId, actorId, traceId: event.traceId, input });
        transaction.onCommit(wake);
      },
    }),
    'products.updated': eventHandler({
      version: 1,
      payload: updated,
      handle: (transaction, _event, { productId, ...input }) => refreshJob(transaction, productId, input),
    }),
    'products.archived': eventHandler({
      version: 1,
      payload: archived,
      handle: (transaction, _event, { productId }) =>
        cancelJobs(transaction, outbox, productId, 'The product was archived.'),
    }),
  };
}
