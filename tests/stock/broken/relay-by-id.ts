import type { Database } from '../../../platform/database/database';
import type { EventBus, EventEnvelope } from '../../../platform/events/event';

interface Options {
  readonly producer: string;
  readonly database: Database;
  readonly bus: EventBus;
}

const AFTER = `
  SELECT position::int, id, type, version, tenant_id AS "tenantId", aggregate_id AS "aggregateId",
         to_json(occurred_at)#>>'{}' AS "occurredAt", trace_id AS "traceId", payload
    FROM outbox WHERE position > $1 ORDER BY position LIMIT 200`;
const POLL_MILLIS = 20;

/** The mistake: whatever lies behind the last position is taken for published, though transactions commit out of order. */
export class Relay {
  #last = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: Options) {}

  start(): void {
    this.#timer ??= setTimeout(() => void this.#round(), POLL_MILLIS);
  }

  wake(): void {}

  stop(): Promise<void> {
    clearTimeout(this.#timer);
    return Promise.resolve();
  }

  async #round(): Promise<void> {
    try {
      await this.options.database.asWorker(async (transaction) => {
        const rows = await transaction.query<EventEnvelope & { position: number }>(AFTER, [this.#last]);
        await this.options.bus.publish(rows.map(({ position: _position, ...event }) => event));
        this.#last = rows.at(-1)?.position ?? this.#last;
        await transaction.query('UPDATE outbox SET published_at = now() WHERE position <= $1', [this.#last]);
      });
    } finally {
      this.#timer?.refresh();
    }
  }
}
