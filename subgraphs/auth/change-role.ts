import { statement } from '../../platform/database/transaction';
import { validationError } from '../../platform/validation/validate';
import type { AuthContext } from './auth.context';
import { manageUser, type ManageUserResult } from './manage-user';
import { refusalToGive, type Role } from './roles';

const CHANGE = statement(
  'user-change-role',
  'UPDATE app_user SET role = $2, tokens_valid_from = clock_timestamp() WHERE id = $1 AND role <> $2 RETURNING id',
);

/** Gives somebody another role. Tokens with the old one are refused within seconds; their sessions go on with the new one. */
export async function changeRole(
  context: AuthContext,
  userId: string,
  role: Role,
): Promise<ManageUserResult> {
  const refusal = refusalToGive(context.identity, role);
  if (refusal !== undefined) return validationError([{ path: ['role'], message: refusal }]);
  return manageUser(context, userId, {
    action: 'user.role-changed',
    details: { newRole: role },
    leavesOwner: role === 'OWNER',
    toOneself: true,
    change: (transaction) => transaction.query(CHANGE, [userId, role]),
  });
}
