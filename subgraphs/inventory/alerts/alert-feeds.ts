import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database';
import type { BusSubscription, EventBus } from '../../../platform/events/event';
import type { StockAlert } from '../entities/stock-alert.entity';
import { AlertFeed } from './alert-feed';
import { AlertStream } from './alert-stream';

export interface AlertFeedsOptions {
  readonly database: Database;
  readonly bus: EventBus;
  readonly log: Logger;
  /** Alerts that no event announced are looked for this often. Default 2,000. */
  readonly pollMillis?: number;
}

export interface AlertSubscription {
  /** Begins behind this position; null: with the next alert that is raised. */
  readonly after: number | null;
  readonly accepts: (alert: StockAlert) => boolean;
}

/**
 * The feeds of the businesses that somebody in this process listens to. Events of the bus wake them, and a slow poll does
 * where an event was missed; what a subscriber gets comes from the table alone, so nothing is missed or repeated.
 */
export class AlertFeeds {
  readonly #feeds = new Map<string, AlertFeed>();
  readonly #tail: BusSubscription;
  readonly #poll: NodeJS.Timeout;

  constructor(private readonly options: AlertFeedsOptions) {
    this.#tail = options.bus.tail(['inventory'], (event) => {
      if (event.type === 'inventory.alert-raised') this.#feeds.get(event.tenantId)?.wake();
    });
    this.#poll = setInterval(() => {
      for (const feed of this.#feeds.values()) feed.wake();
    }, options.pollMillis ?? 2_000).unref();
  }

  /** Resolves when the subscription has its place in the feed: every alert raised from then on reaches it. */
  async subscribe(
    tenantId: string,
    subscription: AlertSubscription,
  ): Promise<AsyncIterableIterator<StockAlert>> {
    const feed = this.#feeds.get(tenantId) ?? this.#open(tenantId);
    const leave = feed.join();
    try {
      const position = subscription.after ?? (await feed.currentPosition());
      return new AlertStream(feed, position, subscription.accepts, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    await this.#tail.close();
    for (const feed of this.#feeds.values()) feed.end();
  }

  #open(tenantId: string): AlertFeed {
    const { database, log } = this.options;
    const feed = new AlertFeed(tenantId, database, log, () => this.#feeds.delete(tenantId));
    this.#feeds.set(tenantId, feed);
    return feed;
  }
}
