import { z } from 'zod';
import type { RequestContext } from '../context';
import type { NewEvent } from './event';

/** What was done to what. */
export interface AuditedAction {
  /** `<thing>.<what happened to it>`, e.g. `price.changed`. */
  readonly action: string;
  /** The kind of thing, as the schema names it, e.g. `Product`. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** What a reader wants to know besides, e.g. the price before and after. Never a secret. */
  readonly details?: Readonly<Record<string, string>>;
}

/** The payload of an audit event, version 1: the action, and who did it from where. */
export const auditPayload = z.object({
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  details: z.record(z.string(), z.string()),
  actorId: z.uuid().nullable(),
  apiKeyId: z.uuid().nullable(),
  clientAddress: z.string().nullable(),
  userAgent: z.string().nullish(),
});
export type AuditPayload = z.infer<typeof auditPayload>;

/** What an audit event takes from the request. */
type Actor = Pick<RequestContext, 'identity' | 'clientAddress' | 'userAgent'>;

/** Who acts in this request, from where, and what they do. */
export function auditPayloadOf(
  { identity, clientAddress, userAgent = null }: Actor,
  { action, subjectType, subjectId, details = {} }: AuditedAction,
): AuditPayload {
  const actorId = identity?.userId ?? null;
  const apiKeyId = identity?.apiKeyId ?? null;
  return { action, subjectType, subjectId, details, actorId, apiKeyId, clientAddress, userAgent };
}

/** Type of the event by which a subgraph tells the audit log of an action. */
export const auditEventType = (producer: string): string => `${producer}.audited`;

/** For the outbox, in the transaction of the action: what is not done is not told, and what is done is. */
export function auditEvent(producer: string, context: Actor, action: AuditedAction): NewEvent {
  const payload = auditPayloadOf(context, action);
  return { type: auditEventType(producer), version: 1, aggregateId: action.subjectId, payload };
}
