/** A fact that one subgraph tells the others, as it travels: from the outbox over the bus to an inbox. */
export interface EventEnvelope {
  /** UUIDv7; the consumer's inbox knows an event by it. */
  readonly id: string;
  /** `<producer>.<fact>`, e.g. `products.created`. The part before the dot is the producer's name and the stream. */
  readonly type: string;
  /** Version of the payload's shape, from 1. */
  readonly version: number;
  readonly tenantId: string;
  /** Events of one aggregate arrive in the order in which they were committed. */
  readonly aggregateId: string;
  /** RFC 3339, the producer's database clock. */
  readonly occurredAt: string;
  /** The request that caused it. */
  readonly traceId: string;
  readonly payload: unknown;
}

/** What a use case hands to the outbox; the rest of the envelope is added there. */
export type NewEvent = Pick<EventEnvelope, 'type' | 'version' | 'aggregateId' | 'payload'>;

export interface BusSubscription {
  /** Resolves when no handler runs any more. */
  close(): Promise<void>;
}

/**
 * Carries events between subgraphs. At least once, in order per aggregate; the outbox stays the truth, so a bus that
 * loses everything loses only time.
 */
export interface EventBus {
  /** Resolves when the bus has taken the events; rejects when it may not have. */
  publish(events: readonly EventEnvelope[]): Promise<void>;
  /**
   * Each event of these producers reaches one member of the group; a handler that throws sees it again, with back-off,
   * up to the consumer's bound of attempts.
   */
  consume(group: string, producers: readonly string[], handler: (event: EventEnvelope) => Promise<void>): BusSubscription;
  /** Every live event, to every process that listens; none from before, none again. For wake-ups and live views only. */
  tail(producers: readonly string[], listener: (event: EventEnvelope) => void): BusSubscription;
  /** Whether the bus can be reached; for readiness. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
