import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../../platform/context';
import { statement, type Transaction } from '../../../platform/database/transaction';
import { auditPayloadOf, type AuditedAction, type AuditPayload } from '../../../platform/events/audit-event';

// What an event tells late of somebody who has been erased is kept without from where they did it.
const INSERT = statement(
  'audit-record',
  `INSERT INTO audit_entry (id, tenant_id, at, action, actor_id, api_key_id, client_address, user_agent, trace_id,
                            subject_type, subject_id, details)
   SELECT $1::uuid, $2::uuid, coalesce($3::timestamptz, clock_timestamp()), $4, $5::uuid, $6::uuid,
          CASE WHEN NOT actor.erased THEN $7 END, CASE WHEN NOT actor.erased THEN $8 END, $9, $10, $11, $12::json
     FROM (SELECT EXISTS (SELECT FROM app_user WHERE id = $5 AND erased_at IS NOT NULL) AS erased) AS actor`,
);

interface Occurrence {
  readonly traceId: string;
  /** By the clock of whoever did it; now, unless given. */
  readonly at?: string;
}

/** Adds a line to the audit log of the transaction's business. */
export async function addEntry(
  transaction: Transaction,
  payload: AuditPayload,
  { traceId, at }: Occurrence,
): Promise<void> {
  await transaction.query(INSERT, [
    uuidv7(),
    transaction.tenantId,
    at ?? null,
    payload.action,
    payload.actorId,
    payload.apiKeyId,
    payload.clientAddress,
    payload.userAgent ?? null,
    traceId,
    payload.subjectType,
    payload.subjectId,
    JSON.stringify(payload.details),
  ]);
}

/**
 * Records what the request does, in the transaction in which it is done.
 * @param actorId who does it, where the request does not say so: at a login.
 */
export async function record(
  transaction: Transaction,
  request: RequestContext,
  action: AuditedAction,
  actorId?: string,
): Promise<void> {
  const payload = auditPayloadOf(request, action);
  await addEntry(transaction, { ...payload, actorId: actorId ?? payload.actorId }, request);
}

/** Records something that is done to a person; by themselves, where nobody is logged in yet. */
export function recordOfUser(
  transaction: Transaction,
  request: RequestContext,
  action: string,
  userId: string,
  details?: Readonly<Record<string, string>>,
): Promise<void> {
  const actorId = request.identity === null ? userId : undefined;
  return record(transaction, request, { action, subjectType: 'User', subjectId: userId, details }, actorId);
}
