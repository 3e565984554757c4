import { z } from 'zod';
import { statement } from '../../platform/database/transaction';
import { eventHandler, type EventHandlers } from '../../platform/events/event-handler';
import type { Outbox } from '../../platform/events/outbox';
import { archiveStock } from './archive-stock';
import { NO_ID } from './identifiers';
import { openStock } from './open-stock';

const created = z.object({
  productId: z.uuid(),
  name: z.string(),
  initialStock: z.int().min(0),
  lowStockThreshold: z.int().min(0).nullable(),
  actorId: z.uuid().nullish(),
});
const archived = z.object({ productId: z.uuid() });
const updated = z.object({ productId: z.uuid(), name: z.string() });

const RENAME = statement('stock-rename', 'UPDATE stock SET name = $2 WHERE product_id = $1 AND name <> $2');

/** What inventory does when the catalogue changes. */
export function catalogueHandlers(outbox: Outbox): EventHandlers {
  return {
    'products.created': eventHandler({
      version: 1,
      payload: created,
      handle: (transaction, { tenantId, traceId }, { actorId, ...stock }) =>
        openStock(
          transaction,
          outbox,
          { tenantId, traceId, actorId: actorId === NO_ID ? null : (actorId ?? null) },
          stock,
        ),
    }),
    'products.updated': eventHandler({
      version: 1,
      payload: updated,
      async handle(transaction, _event, { productId, name }) {
        await transaction.query(RENAME, [productId, name]);
      },
    }),
    'products.archived': eventHandler({
      version: 1,
      payload: archived,
      handle: (transaction, { tenantId, traceId }, { productId }) =>
        archiveStock(transaction, outbox, { tenantId, traceId, actorId: null }, productId),
    }),
  };
}
