import { BusForgot, type BusSubscription, type EventBus, type EventEnvelope } from './event';
import { Arrivals } from './events.fixture';

/** A bus that only records, and fails or waits when told to. */
export class RecordingBus implements EventBus {
  readonly published = new Arrivals<EventEnvelope>();
  name = 'first memory';
  before: () => Promise<void> = async () => undefined;

  async memory(): Promise<string> {
    return this.name;
  }
  async publish(batch: readonly EventEnvelope[], memory?: string): Promise<void> {
    await this.before();
    if (memory !== this.name) throw new BusForgot('forgot');
    for (const event of batch) this.published.add(event);
  }
  consume(): BusSubscription {
    throw new Error('not needed');
  }
  tail(): BusSubscription {
    throw new Error('not needed');
  }
  async healthy(): Promise<boolean> {
    return true;
  }
  async close(): Promise<void> {}
}
