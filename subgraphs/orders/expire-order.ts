import { z } from 'zod';
import { eventHandler, type EventHandler } from '../../platform/events/event-handler';
import type { Outbox } from '../../platform/events/outbox';
import { cancelIn, EXPIRED } from './saga/close-order';

/**
 * Inventory has let a reservation go: the purchase is cancelled. At another step than AWAIT there is nothing to do:
 * whoever runs that step hears from inventory that the reservation has expired.
 */
export function expireOrder(outbox: Outbox): EventHandler {
  return eventHandler({
    version: 1,
    payload: z.object({ orderId: z.uuid() }),
    async handle(transaction, event, { orderId }) {
      const cancelled = await cancelIn(transaction, orderId, 'AWAIT', EXPIRED);
      if (cancelled !== null) await outbox.add(transaction, event, cancelled.events);
    },
  });
}
