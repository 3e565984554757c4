import { z } from 'zod';
import { statement } from '../../../platform/database/transaction';
import { connectionOf, pageSize, type Connection } from '../../../platform/graphql/connection';
import { decodeCursor, encodeCursor } from '../../../platform/graphql/cursor';
import { badUserInput } from '../../../platform/graphql/errors';
import { isStorable } from '../../../platform/validation/validate';
import { isUuid, type AuthContext } from '../auth.context';

const CURSOR = 'audit';
const CURSOR_PARTS = z.tuple([z.string().regex(/^\d{1,18}$/)]);
const MAX_ACTIONS = 50;

const PAGE = statement(
  'audit-page',
  `SELECT position, id, at, action, actor_id AS "actorId", api_key_id AS "apiKeyId",
          client_address AS "clientAddress", user_agent AS "userAgent", trace_id AS "traceId", subject_type AS "subjectType",
          subject_id AS "subjectId", details
     FROM audit_entry
    WHERE position < coalesce($1::bigint, 9223372036854775807)
      AND ($2::text[] IS NULL OR action = ANY ($2))
      AND ($3::uuid IS NULL OR actor_id = $3)
      AND ($4::text IS NULL OR subject_id = $4)
      AND ($5::timestamptz IS NULL OR at >= $5)
      AND ($6::timestamptz IS NULL OR at < $6)
    ORDER BY position DESC LIMIT $7`,
);

/** One line of the audit log. */
export interface AuditEntry {
  readonly position: string;
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorId: string | null;
  readonly apiKeyId: string | null;
  readonly clientAddress: string | null;
  readonly userAgent: string | null;
  readonly traceId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface AuditLogArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly filter?: {
    readonly actions?: readonly string[] | null;
    readonly actorId?: string | null;
    readonly subjectId?: string | null;
    readonly from?: Date | null;
    readonly to?: Date | null;
  } | null;
}

/** A page of the business's audit log, the newest first; throws BAD_USER_INPUT for what is no page and no filter. */
export async function auditLog(
  context: AuthContext,
  { first, after, filter }: AuditLogArgs,
): Promise<Connection<AuditEntry>> {
  const size = pageSize(first);
  const [before] = after == null ? [null] : decodeCursor(CURSOR, after, CURSOR_PARTS);
  const { actions, actorId, subjectId, from, to } = filter ?? {};
  if ((actions?.length ?? 0) > MAX_ACTIONS)
    throw badUserInput(`At most ${MAX_ACTIONS} actions can be asked for.`);
  for (const text of [...(actions ?? []), subjectId ?? '']) {
    if (!isStorable(text)) throw badUserInput('The filter contains characters that cannot be stored.');
  }
  if (actorId != null && !isUuid(actorId)) return connectionOf([], { size, after }, cursorOf);
  const rows = await context.database.read(context.identity.tenantId, (transaction) =>
    transaction.query<AuditEntry>(PAGE, [
      before,
      actions ?? null,
      actorId ?? null,
      subjectId ?? null,
      from ?? null,
      to ?? null,
      size + 1,
    ]),
  );
  return connectionOf(rows, { size, after }, cursorOf);
}

function cursorOf({ position }: AuditEntry): string {
  return encodeCursor(CURSOR, [position]);
}
