import { statement } from '../../../platform/database/transaction';
import { forbidden } from '../../../platform/graphql/errors';
import { record } from '../audit/record';
import type { AuthContext } from '../auth.context';
import { Tenant } from '../entities/tenant.entity';
import { MANAGERS } from '../roles';

// All of them, so that nobody refreshes or disables theirs on what the rule was before.
const LOCK_MANAGERS = statement(
  'totp-lock-managers',
  'SELECT FROM app_user WHERE role = ANY($1) ORDER BY id FOR NO KEY UPDATE',
);
const REQUIRE = statement(
  'totp-require',
  'UPDATE tenant SET totp_required = $1 WHERE totp_required <> $1 RETURNING tenant_id',
);
const REFUSE_TOKENS = statement(
  'totp-refuse-tokens',
  `UPDATE app_user SET tokens_valid_from = clock_timestamp() WHERE role = ANY($1) AND totp_enabled_at IS NULL`,
);

/**
 * Requires the second factor of every OWNER and ADMIN of the business, or no longer. Within seconds those who have none, the
 * caller perhaps among them, may do no more than enrol; their API keys go on. Asked for what holds already, it does nothing.
 * @throws FORBIDDEN for anybody but an OWNER who has logged in: whoever steals a key must not shut people out by it.
 */
export async function requireTotp(context: AuthContext, required: boolean): Promise<Tenant> {
  const { tenantId, role, sessionId } = context.identity;
  if (role !== 'OWNER' || sessionId === undefined) throw forbidden();
  return context.database.transaction(tenantId, async (transaction) => {
    await transaction.query(LOCK_MANAGERS, [MANAGERS]);
    const changed = await transaction.query(REQUIRE, [required]);
    if (changed.length > 0) {
      await transaction.query(REFUSE_TOKENS, [MANAGERS]);
      await record(transaction, context.request, {
        action: 'totp.required',
        subjectType: 'Tenant',
        subjectId: tenantId,
        details: { required: required ? 'yes' : 'no' },
      });
    }
    return transaction.manager.findOneByOrFail(Tenant, { id: tenantId });
  });
}
