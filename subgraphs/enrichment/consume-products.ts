import { z } from 'zod';
import { eventHandler, type EventHandlers } from '../../platform/events/event-handler';
import type { Outbox } from '../../platform/events/outbox';
import type { OwnCategoriesOf } from './builtin/own-categories-of';
import { addJob, refreshJob } from './jobs/add-job';
import { cancelJobs } from './jobs/cancel-jobs';
import { productSnapshot } from './jobs/job';

const created = productSnapshot.extend({ productId: z.uuid(), enrich: z.boolean(), actorId: z.uuid() });
const updated = productSnapshot.extend({ productId: z.uuid() });
const archived = z.object({ productId: z.uuid() });

/** What enrichment does about the catalogue's events. */
export function productEvents(
  outbox: Outbox,
  ownCategories: OwnCategoriesOf,
  wake: () => void,
): EventHandlers {
  return {
    'products.created': eventHandler({
      version: 1,
      payload: created,
      async handle(transaction, event, { productId, enrich, actorId, ...input }) {
        if (input.categoryName !== null) await ownCategories.learn(transaction, productId, input);
        if (!enrich) return;
        await addJob(transaction, outbox, { productId, actorId, traceId: event.traceId, input });
        transaction.onCommit(wake);
      },
    }),
    'products.updated': eventHandler({
      version: 1,
      payload: updated,
      async handle(transaction, _event, { productId, ...input }) {
        await ownCategories.learn(transaction, productId, input);
        await refreshJob(transaction, productId, input);
      },
    }),
    'products.archived': eventHandler({
      version: 1,
      payload: archived,
      handle: (transaction, _event, { productId }) =>
        cancelJobs(transaction, outbox, productId, 'The product was archived.'),
    }),
  };
}
