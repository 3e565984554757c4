import { z } from 'zod';
import type { BusSubscription, EventBus } from '../../../platform/events/event';

const payload = z.object({
  productId: z.string(),
  jobId: z.string(),
  status: z.enum(['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED']),
});

/** A job is in another state, here or in another process. */
export type JobChange = z.infer<typeof payload> & { readonly tenantId: string };

/** One ear at the bus for all of this process who want to know what becomes of jobs. Live only: it may miss a change. */
export class JobChanges {
  readonly #listeners = new Set<(change: JobChange) => void>();
  readonly #tail: BusSubscription;

  constructor(bus: EventBus) {
    this.#tail = bus.tail(['enrichment'], (event) => {
      if (event.type !== 'enrichment.changed' || this.#listeners.size === 0) return;
      const parsed = payload.safeParse(event.payload);
      if (!parsed.success) return;
      const change = { ...parsed.data, tenantId: event.tenantId };
      for (const listener of [...this.#listeners]) listener(change);
    });
  }

  /** Calls the listener, which must not throw, for each change from now on, until the returned function is called. */
  listen(listener: (change: JobChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#tail.close();
  }
}
