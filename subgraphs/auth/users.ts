import type { AuthContext } from './auth.context';
import { User } from './entities/user.entity';

/** The person of the request; with an API key, who created it. */
export function me(context: AuthContext): Promise<User | null> {
  return context.users.load(context.identity.userId);
}

/** Somebody of the business; null for everybody else. */
export function user(context: AuthContext, id: string): Promise<User | null> {
  return context.users.load(id);
}

/** Everybody of the business, the longest there first. */
export function users(context: AuthContext): Promise<User[]> {
  // UUIDv7 ids are in the order of their making.
  return context.database.read(context.identity.tenantId, ({ manager }) =>
    manager.find(User, { order: { id: 'ASC' } }),
  );
}
