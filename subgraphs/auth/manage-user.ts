import { statement, type Transaction } from '../../platform/database/transaction';
import { validationError, type ValidationError } from '../../platform/validation/validate';
import { recordOfUser } from './audit/record';
import { isUuid, type AuthContext } from './auth.context';
import { User } from './entities/user.entity';
import { mayManage } from './roles';

// In one order, so that two changes at once never wait for one another. With the OWNERs, for one must remain.
const LOCK = statement(
  'user-lock-with-owners',
  `SELECT id, role, disabled_at IS NULL AS enabled, erased_at IS NOT NULL AS erased FROM app_user WHERE id = $1 OR role = 'OWNER' ORDER BY id FOR NO KEY UPDATE`,
);

interface LockedUser {
  readonly id: string;
  readonly role: string;
  readonly enabled: boolean;
  readonly erased: boolean;
}

/** The contract's `UserNotFound`. */
export interface UserNotFound {
  readonly __typename: 'UserNotFound';
  readonly message: string;
  readonly userId: string;
}

export function userNotFound(userId: string): UserNotFound {
  return { __typename: 'UserNotFound', message: 'There is no such person.', userId };
}

export type ManageUserResult = User | UserNotFound | ValidationError;

export interface Management {
  /** Whether the person is an enabled OWNER afterwards, if they were before. */
  readonly leavesOwner: boolean;
  /** Whether one may do it to oneself. */
  readonly toOneself: boolean;
  /** Whether it makes sense for somebody who was erased; refused otherwise. */
  readonly toErased?: boolean;
  /** What the audit log calls it. */
  readonly action: string;
  readonly details?: Readonly<Record<string, string>>;
  /** Rows that it changed: with none, there was nothing to do and nothing is recorded. */
  change(transaction: Transaction): Promise<readonly unknown[]>;
}

/**
 * Changes somebody of the caller's business under the rules that all such changes share: only an OWNER changes an OWNER, one
 * enabled OWNER always remains, and whoever is locked here gets no new tokens until the change is committed.
 */
export async function manageUser(
  context: AuthContext,
  userId: string,
  management: Management,
): Promise<ManageUserResult> {
  if (!isUuid(userId)) return userNotFound(userId);
  const { identity, database } = context;
  return database.transaction(identity.tenantId, async (transaction) => {
    const locked = await transaction.query<LockedUser>(LOCK, [userId]);
    const user = locked.find(({ id }) => id === userId.toLowerCase());
    if (!user) return userNotFound(userId);
    const refuse = (message: string): ValidationError => validationError([{ path: ['userId'], message }]);
    if (!mayManage(identity.role, user.role)) return refuse('Only an OWNER may change an OWNER.');
    if (user.erased && management.toErased !== true) return refuse('This person was erased.');
    if (!management.toOneself && user.id === identity.userId)
      return refuse('You cannot do this to yourself.');
    const others = locked.filter(({ id, role, enabled }) => id !== user.id && role === 'OWNER' && enabled);
    if (user.role === 'OWNER' && !management.leavesOwner && others.length === 0) {
      return refuse('A business needs an OWNER: make somebody else one first.');
    }
    if ((await management.change(transaction)).length > 0) {
      const details = { role: user.role, ...management.details };
      await recordOfUser(transaction, context.request, management.action, user.id, details);
    }
    return transaction.manager.findOneByOrFail(User, { id: user.id });
  });
}
