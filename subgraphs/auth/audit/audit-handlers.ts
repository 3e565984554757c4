import { auditEventType, auditPayload } from '../../../platform/events/audit-event';
import { eventHandler, type EventHandlers } from '../../../platform/events/event-handler';
import { SUBGRAPHS } from '../../../platform/subgraph/subgraph';
import { addEntry } from './record';

const handler = eventHandler({
  version: 1,
  payload: auditPayload,
  handle: (transaction, event, payload) =>
    addEntry(transaction, payload, { traceId: event.traceId, at: event.occurredAt }),
});

/** What the other subgraphs tell the audit log. */
export const auditHandlers: EventHandlers = Object.fromEntries(
  SUBGRAPHS.filter((name) => name !== 'auth').map((name) => [auditEventType(name), handler]),
);
