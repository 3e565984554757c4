import { z } from 'zod';
import type { BusSubscription, EventBus, EventEnvelope } from '../../platform/events/event';
import { LatestStream } from './latest-stream';

const changeSchema = z.object({
  productId: z.string(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  level: z.enum(['OK', 'LOW', 'OUT']),
  at: z.string(),
});

/** A product's stock after a change. */
export type StockChange = z.infer<typeof changeSchema>;

interface Subscriber {
  readonly tenantId: string;
  /** Null: all products. */
  readonly productIds: ReadonlySet<string> | null;
  readonly stream: LatestStream<StockChange>;
}

/** Live changes of stock for the subscribers of this process. */
export class StockChanges {
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #tail: BusSubscription;

  constructor(bus: EventBus) {
    this.#tail = bus.tail(['inventory'], (event) => {
      if (event.type === 'inventory.stock-changed') this.#offer(event);
    });
  }

  /** Changes from now on; of a product that changes faster than its subscriber takes, the newest figures alone. */
  subscribe(tenantId: string, productIds: ReadonlySet<string> | null): AsyncIterableIterator<StockChange> {
    const ofTenant = this.#subscribers.get(tenantId) ?? new Set();
    this.#subscribers.set(tenantId, ofTenant);
    const stream = new LatestStream<StockChange>(() => {
      ofTenant.delete(subscriber);
      if (ofTenant.size === 0 && this.#subscribers.get(tenantId) === ofTenant)
        this.#subscribers.delete(tenantId);
    });
    const subscriber = { tenantId, productIds, stream };
    ofTenant.add(subscriber);
    return stream;
  }

  async close(): Promise<void> {
    await this.#tail.close();
    for (const ofTenant of [...this.#subscribers.values()]) {
      for (const { stream } of [...ofTenant]) stream.end();
    }
  }

  #offer(event: EventEnvelope): void {
    const subscribers = this.#subscribers.get(event.tenantId);
    if (subscribers === undefined) return;
    const change = changeSchema.safeParse(event.payload);
    if (!change.success) return;
    const { productId } = change.data;
    for (const { productIds, stream } of subscribers) {
      if (productIds === null || productIds.has(productId)) stream.push(productId, change.data);
    }
  }
}
