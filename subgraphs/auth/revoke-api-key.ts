import { statement } from '../../platform/database/transaction';
import { record } from './audit/record';
import { isUuid, type AuthContext } from './auth.context';
import { ApiKey } from './entities/api-key.entity';

const REVOKE = statement(
  'api-key-revoke',
  'UPDATE api_key SET revoked_at = clock_timestamp() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
);

/** The contract's `ApiKeyNotFound`. */
export interface ApiKeyNotFound {
  readonly __typename: 'ApiKeyNotFound';
  readonly message: string;
  readonly apiKeyId: string;
}

/** Ends an API key of the business for good. A second time changes nothing and answers the same. */
export async function revokeApiKey(context: AuthContext, id: string): Promise<ApiKey | ApiKeyNotFound> {
  const apiKey = isUuid(id)
    ? await context.database.transaction(context.identity.tenantId, async (transaction) => {
        const [revoked] = await transaction.query(REVOKE, [id]);
        if (revoked) {
          await record(transaction, context.request, {
            action: 'api-key.revoked',
            subjectType: 'ApiKey',
            subjectId: id,
          });
        }
        return transaction.manager.findOneBy(ApiKey, { id });
      })
    : null;
  return apiKey ?? { __typename: 'ApiKeyNotFound', message: 'There is no such API key.', apiKeyId: id };
}
