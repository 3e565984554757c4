import { IsNull } from 'typeorm';
import type { AuthContext } from './auth.context';
import { ApiKey } from './entities/api-key.entity';

/** The business's API keys that have not been revoked, the newest first. */
export function apiKeys(context: AuthContext): Promise<ApiKey[]> {
  return context.database.read(context.identity.tenantId, ({ manager }) =>
    manager.find(ApiKey, { where: { revokedAt: IsNull() }, order: { id: 'DESC' } }),
  );
}
