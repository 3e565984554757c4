import { z } from 'zod';
import type { Transaction } from '../database/transaction';
import type { EventEnvelope } from './event';

/** No attempt will ever make sense of this event. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/** What a subgraph does about one type of event. */
export interface EventHandler {
  /** Rejects with `UnreadableEvent` when the version or the shape of the payload is unknown. */
  handle(transaction: Transaction, event: EventEnvelope): Promise<void>;
}

/** By event type. */
export type EventHandlers = Readonly<Record<string, EventHandler>>;

export interface HandlerDefinition<Payload> {
  /** The one version of the payload that is understood; another is a dead letter at once. */
  readonly version: number;
  readonly payload: z.ZodType<Payload>;
  /** The effect, in a transaction of the event's business. Nothing outside of it: it may run again after a rollback. */
  handle(transaction: Transaction, event: EventEnvelope, payload: Payload): Promise<void>;
}

/** A handler whose payload has the type of its schema. */
export function eventHandler<Payload>(definition: HandlerDefinition<Payload>): EventHandler {
  return {
    async handle(transaction, event) {
      if (event.version !== definition.version) {
        throw new UnreadableEvent(`Version ${event.version} of ${event.type} is unknown`);
      }
      const parsed = definition.payload.safeParse(event.payload);
      if (!parsed.success) throw new UnreadableEvent(z.prettifyError(parsed.error));
      await definition.handle(transaction, event, parsed.data);
    },
  };
}
