import { z } from 'zod';
import type { BusSubscription, EventBus } from '../../platform/events/event';

const payload = z.object({ orderId: z.uuid(), createdBy: z.uuid() });

/** An order of which something visible has changed. */
export type OrderChange = z.infer<typeof payload>;
type Listener = (change: OrderChange) => void;

/** Live changes of orders: one ear on the bus for all subscriptions of the process, sorted by business. */
export class OrderFeed {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #subscription: BusSubscription;

  constructor(bus: EventBus) {
    this.#subscription = bus.tail(['orders'], (event) => {
      const listeners = this.#listeners.get(event.tenantId);
      if (listeners === undefined || event.type !== 'orders.changed') return;
      const change = payload.safeParse(event.payload);
      if (change.success) for (const listener of [...listeners]) listener(change.data);
    });
  }

  /** Changes of a business's orders, from now on; the answer ends it. The listener must not throw. */
  listen(tenantId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(tenantId) ?? new Set();
    this.#listeners.set(tenantId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(tenantId) === listeners)
        this.#listeners.delete(tenantId);
    };
  }

  close(): Promise<void> {
    return this.#subscription.close();
  }
}
