import {
  auditEvent,
  auditEventType,
  auditPayloadOf,
  type AuditPayload,
} from '../../platform/events/audit-event';
import type { NewEvent } from '../../platform/events/event';
import type { RequestContext } from '../../platform/context';
import type { Order } from './order';

/** From where somebody asked for a step. Kept with the order until the step has ended. */
export type Origin = Pick<AuditPayload, 'apiKeyId' | 'clientAddress' | 'userAgent'>;

/** Who asked for a step, and from where; an `origin` of null: nobody did, it was time that passed. */
export interface StepCause {
  readonly actorId: string;
  readonly origin: Origin | null;
}

export function originOf(request: RequestContext): Origin {
  const { apiKeyId, clientAddress, userAgent } = auditPayloadOf(request, about('', ''));
  return { apiKeyId, clientAddress, userAgent };
}

/** Tells the audit log that the person of the request has reserved a purchase. */
export function orderPlaced(request: RequestContext, { id, kind, total }: Order): NewEvent {
  const details = { kind, total: `${total.amount} ${total.currency}` };
  return auditEvent('orders', request, { ...about('order.placed', id), details });
}

/** Tells the audit log that an order was cancelled, by whom, or by nobody. */
export function orderCancelled({ id, kind, cancelReason }: Order, { actorId, origin }: StepCause): NewEvent {
  const details = { kind, ...(cancelReason !== null && { reason: cancelReason }) };
  const nobody = { actorId: null, apiKeyId: null, clientAddress: null, userAgent: null };
  const payload: AuditPayload = {
    ...about('order.cancelled', id),
    details,
    ...(origin === null ? nobody : { actorId, ...origin }),
  };
  return { type: auditEventType('orders'), version: 1, aggregateId: id, payload };
}

function about(
  action: string,
  subjectId: string,
): Pick<AuditPayload, 'action' | 'subjectType' | 'subjectId'> {
  return { action, subjectType: 'Order', subjectId };
}
