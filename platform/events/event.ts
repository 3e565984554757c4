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
  /**
   * Resolves once nothing that is published from now on can be missed; while the bus cannot be reached it waits. Whoever
   * replays from a table before going live waits for this first, then reads the table.
   */
  readonly ready: Promise<void>;
  /** Resolves when no handler runs any more. */
  close(): Promise<void>;
}

/** Refusal of a publication: what the bus had taken before may be lost (it was restarted, emptied, replaced). */
export class BusForgot extends Error {
  override readonly name = 'BusForgot';
}

/** The bus cannot be reached at the moment, and says so in the log itself: whoever tries again need not. */
export class BusUnreachable extends Error {
  override readonly name = 'BusUnreachable';
}

/**
 * Carries events between subgraphs. At least once, in order per aggregate; the outbox stays the truth, so a bus that
 * loses everything loses only time.
 */
export interface EventBus {
  /**
   * Name of what the bus remembers at this moment. Another name than before means that events which it had taken may
   * be lost: whoever holds the truth publishes them again.
   */
  memory(): Promise<string>;
  /**
   * Resolves when the bus has taken the events, in this order; rejects when it may not have. With `memory`, it takes
   * them only while that is still the name of its memory, and otherwise takes none and rejects with `BusForgot`.
   */
  publish(events: readonly EventEnvelope[], memory?: string): Promise<void>;
  /**
   * Each event of these producers reaches one member of the group, also those that the bus took before the group
   * existed, as far as it still holds them. A handler that rejects sees the event again, with back-off, until it
   * resolves; the later events of that aggregate wait for it, those of others do not.
   */
  consume(
    group: string,
    producers: readonly string[],
    handler: (event: EventEnvelope) => Promise<void>,
  ): BusSubscription;
  /**
   * Every live event, to every process that listens; none that occurred before it listened, none again. An event may
   * be missed while the bus cannot be reached: for wake-ups and live views only. The listener must not throw.
   */
  tail(producers: readonly string[], listener: (event: EventEnvelope) => void): BusSubscription;
  /** Whether the bus can be reached; for readiness. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** The part of an event's type before the dot. */
export function producerOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}
