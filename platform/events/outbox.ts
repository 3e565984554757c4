import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../database/transaction';
import { producerOf, type NewEvent } from './event';

// The order of the rows becomes the order of their positions, which is the order of publication.
const ADD = statement(
  'outbox-add',
  `INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload)
   SELECT event.id, event.type, event.version, $1, event.aggregate_id, $2, event.payload::jsonb
     FROM unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[])
          WITH ORDINALITY AS event (id, type, version, aggregate_id, payload, line)
    ORDER BY event.line`,
);

/**
 * Where a producer writes its events: into its own database, in the transaction of the change that they tell of, so
 * that neither exists without the other (the transactional outbox).
 */
export class Outbox {
  /** @param wake tells the relay that there is something to publish; runs after each commit. */
  constructor(
    private readonly producer: string,
    private readonly wake: () => void,
  ) {}

  /**
   * Adds any number of events in one statement. Call it after the rows of their aggregates were written or locked:
   * this lock is what makes the order of two transactions' events the order of their commits.
   * @throws when an event's type is not the producer's, or in a worker's transaction, which belongs to no business.
   */
  async add(
    transaction: Transaction,
    context: { readonly traceId: string },
    events: readonly NewEvent[],
  ): Promise<void> {
    if (events.length === 0) return;
    if (transaction.tenantId === null)
      throw new Error('Events belong to a business: add them in its transaction');
    const foreign = events.find((event) => producerOf(event.type) !== this.producer);
    if (foreign !== undefined) throw new Error(`${foreign.type} is not an event of ${this.producer}`);
    await transaction.query(ADD, [
      transaction.tenantId,
      context.traceId,
      events.map(() => uuidv7()),
      events.map((event) => event.type),
      events.map((event) => event.version),
      events.map((event) => event.aggregateId),
      events.map((event) => JSON.stringify(event.payload)),
    ]);
    this.announce(transaction);
  }

  /** For events that a statement of the producer's own has written to the table beside the change that they tell of. */
  announce(transaction: Transaction): void {
    transaction.onCommit(this.wake);
  }
}
