import { Client } from 'pg';
import type { StockSystem } from '../servers/system';
import type { Business } from './businesses';

const FOLLOW = 'subscription ($after: String) { stockAlert(after: $after) { id cursor } }';

interface Alert {
  readonly stockAlert: { readonly id: string; readonly cursor: string };
}

/**
 * A dashboard that follows the alerts of a business: as long as its subscription lasts it only listens, and when that ends
 * it goes on behind the last alert that it has seen.
 */
export class FollowedAlerts {
  readonly ids: string[] = [];
  /** Subscriptions that ended and were begun again. */
  resumed = 0;
  readonly #following: Promise<void>;
  #arrived: () => void = () => undefined;
  #events: AsyncIterableIterator<{ readonly data?: Alert | null | undefined }> | undefined;
  #ending = false;

  constructor(private readonly business: Business) {
    this.#following = this.#follow();
  }

  /** Resolves when all alerts of the table have arrived; rejects after the limit. The counts are the caller's to compare. */
  async upTo(count: number, limitMillis: number): Promise<void> {
    const end = performance.now() + limitMillis;
    while (this.ids.length < count && performance.now() < end) {
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, end - performance.now());
        this.#arrived = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
  }

  async end(): Promise<void> {
    this.#ending = true;
    await this.#events?.return?.();
    await this.#following;
  }

  async #follow(): Promise<void> {
    let after: string | null = null;
    while (!this.#ending) {
      try {
        this.#events = this.business.api.subscribe<Alert>(FOLLOW, { after });
        for await (const { data } of this.#events) {
          if (!data) break;
          after = data.stockAlert.cursor;
          this.ids.push(data.stockAlert.id);
          this.#arrived();
        }
      } catch {
        // The connection is gone: what was missed is read from the feed.
      }
      if (!this.#ending) this.resumed += 1;
    }
  }
}

/** Ids of all alerts of the business, in the order of the feed. */
export async function alertsOf({ databases }: StockSystem, { tenantId }: Business): Promise<string[]> {
  const client = new Client({ connectionString: databases.inventory.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM stock_alert WHERE tenant_id = $1 ORDER BY position',
      [tenantId],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
