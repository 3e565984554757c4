import type { AuthContext } from './auth.context';
import type { Tenant } from './entities/tenant.entity';
import type { User } from './entities/user.entity';

/** A person whom another subgraph speaks of; null when unknown in the caller's business. All of one request in one statement. */
export function userReference(context: AuthContext, id: string): Promise<User | null> {
  return context.users.load(id);
}

/** The caller's business; null for any other. */
export async function tenantReference(context: AuthContext, id: string): Promise<Tenant | null> {
  return id.toLowerCase() === context.identity.tenantId
    ? context.tenants.load(context.identity.tenantId)
    : null;
}
