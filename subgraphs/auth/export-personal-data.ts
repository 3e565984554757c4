import { statement } from '../../platform/database/transaction';
import { forbidden } from '../../platform/graphql/errors';
import { satisfies } from '../../platform/identity/identity';
import { recordOfUser } from './audit/record';
import { isUuid, type AuthContext } from './auth.context';
import { ApiKey } from './entities/api-key.entity';
import { User } from './entities/user.entity';
import { userNotFound, type UserNotFound } from './manage-user';
import { mayManage } from './roles';

const SESSIONS = statement(
  'sessions-of-user',
  `SELECT id, created_at AS "createdAt", last_issued_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM session WHERE user_id = $1 ORDER BY id DESC`,
);

/** The contract's `PersonalData`: its lists are read when they are asked for. */
export interface PersonalData {
  readonly __typename: 'PersonalData';
  readonly user: User;
}

/** The contract's `SessionRecord`. */
export interface SessionRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/**
 * What is kept of a person (GDPR, articles 15 and 20): one's own, or, for whoever manages people, that of those they manage. The
 * audit log tells of it.
 * @throws FORBIDDEN for an API key, for others without `users:write`, and while the caller may do no more than enrol a second factor.
 */
export async function exportPersonalData(
  context: AuthContext,
  userId: string,
): Promise<PersonalData | UserNotFound> {
  const { identity } = context;
  if (identity.sessionId === undefined || identity.scopes.length === 0) throw forbidden();
  const own = userId.toLowerCase() === identity.userId;
  if (!own && !satisfies(identity, [['users:write']])) throw forbidden();
  if (!isUuid(userId)) return userNotFound(userId);
  return context.database.transaction(identity.tenantId, async (transaction) => {
    const user = await transaction.manager.findOneBy(User, { id: userId });
    if (user === null) return userNotFound(userId);
    if (!own && !mayManage(identity.role, user.role)) throw forbidden();
    await recordOfUser(transaction, context.request, 'user.exported', user.id);
    return { __typename: 'PersonalData', user };
  });
}

/** The newest first. Only for somebody whose data the caller has just been given. */
export function sessionsOf(context: AuthContext, { user }: PersonalData): Promise<SessionRecord[]> {
  return context.database.read(user.tenantId, (transaction) =>
    transaction.query<SessionRecord & Record<string, unknown>>(SESSIONS, [user.id]),
  );
}

/** The newest first, revoked ones too. */
export function apiKeysOf(context: AuthContext, { user }: PersonalData): Promise<ApiKey[]> {
  return context.database.read(user.tenantId, ({ manager }) =>
    manager.find(ApiKey, { where: { createdBy: user.id }, order: { id: 'DESC' } }),
  );
}
