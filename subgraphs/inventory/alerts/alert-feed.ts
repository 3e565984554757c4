import type { Logger } from 'pino';
import { MoreThan } from 'typeorm';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/transaction';
import { StockAlert } from '../entities/stock-alert.entity';

/** Alerts read from the table at once, and kept in memory for subscribers that have not taken them yet. */
const PAGE = 200;

const POSITION = statement('alert-feed-position', 'SELECT position FROM stock_alert_feed');

/**
 * The feed of one business as its subscribers in this process follow it. Each has a position of its own and asks for what
 * comes behind it. The newest alerts are read once for all of them; whoever is further behind reads from the table.
 */
export class AlertFeed {
  /** The newest alerts, in order, without a gap. */
  #recent: StockAlert[] = [];
  /** Everything up to this position was read, or raised before anybody listened; null before the first look. */
  #readTo: number | null = null;
  #woken = false;
  #looking = false;
  #waiting: (() => void)[] = [];
  #subscribers = 0;
  #ended = false;

  constructor(
    private readonly tenantId: string,
    private readonly database: Database,
    private readonly log: Logger,
    private readonly onDeserted: () => void,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** Counts a subscriber in; the result counts it out again, once. */
  join(): () => void {
    this.#subscribers += 1;
    let joined = true;
    return () => {
      if (!joined) return;
      joined = false;
      this.#subscribers -= 1;
      if (this.#subscribers === 0) this.onDeserted();
    };
  }

  /** Where the feed stands in the table. */
  async currentPosition(): Promise<number> {
    const [row] = await this.database.read(this.tenantId, (transaction) =>
      transaction.query<{ position: number }>(POSITION),
    );
    const position = row?.position ?? 0;
    this.#readTo ??= position;
    return position;
  }

  /** Alerts behind a position, in order, as many as are at hand; none when there are none yet. */
  async behind(position: number): Promise<StockAlert[]> {
    if (this.#readTo === null) await this.currentPosition();
    const oldest = this.#recent[0]?.position ?? (this.#readTo ?? 0) + 1;
    if (position >= oldest - 1) return this.#recent.filter((alert) => alert.position > position);
    return this.#read(position);
  }

  /** Resolves when there may be more than `position`, or the feed has ended. */
  more(position: number): Promise<void> {
    if (this.#ended || (this.#readTo ?? 0) > position) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Something was raised, perhaps: looks at once, and once more when it was looking already. */
  wake(): void {
    this.#woken = true;
    if (!this.#looking) void this.#look();
  }

  end(): void {
    this.#ended = true;
    this.#release();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#woken && !this.#ended) {
      this.#woken = false;
      try {
        if (this.#readTo === null) await this.currentPosition();
        const fresh = await this.#read(this.#readTo ?? 0);
        if (fresh.length === PAGE) this.#woken = true;
        this.#recent = [...this.#recent, ...fresh].slice(-PAGE);
        this.#readTo = fresh.at(-1)?.position ?? this.#readTo;
        if (fresh.length > 0) this.#release();
      } catch (error) {
        // The next poll tries again; subscribers lose time, not alerts.
        this.log.warn({ err: error }, 'new stock alerts cannot be read at the moment');
      }
    }
    this.#looking = false;
  }

  #read(position: number): Promise<StockAlert[]> {
    return this.database.read(this.tenantId, ({ manager }) =>
      manager.find(StockAlert, {
        where: { position: MoreThan(position) },
        order: { position: 'ASC' },
        take: PAGE,
      }),
    );
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
