import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import type { Database } from '../../platform/database/database';
import type { Outbox } from '../../platform/events/outbox';
import { unauthenticated } from '../../platform/graphql/errors';
import type { GuardedContext } from '../../platform/graphql/permissions';
import type { Identity } from '../../platform/identity/identity';
import { Tenant } from './entities/tenant.entity';
import { User } from './entities/user.entity';
import type { PasswordHasher } from './passwords/password-hasher';
import type { Sealing } from './tokens/sealing';
import type { SigningKeys } from './tokens/signing-keys';

/** What lives as long as the subgraph. */
export interface AuthServices {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly hasher: PasswordHasher;
  readonly keys: SigningKeys;
  readonly sealing: Sealing;
}

/** The context of one operation: who asks, and what was already read for them. */
export class AuthContext implements GuardedContext {
  /** People of the caller's business, by id. */
  readonly users: DataLoader<string, User | null>;
  /** Businesses that rows of this operation belong to, by id: the caller's own, or the one just opened or logged in to. */
  readonly tenants: DataLoader<string, Tenant>;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly hasher: PasswordHasher;
  readonly keys: SigningKeys;
  readonly sealing: Sealing;

  constructor(
    readonly request: RequestContext,
    services: AuthServices,
  ) {
    this.database = services.database;
    this.outbox = services.outbox;
    this.hasher = services.hasher;
    this.keys = services.keys;
    this.sealing = services.sealing;
    this.users = new DataLoader((ids) => this.#readUsers(ids));
    this.tenants = new DataLoader((ids) => Promise.all(ids.map((id) => this.#readTenant(id))));
  }

  /** Who asks; throws UNAUTHENTICATED where the field's permissions have let nobody in. */
  get identity(): Identity {
    if (this.request.identity === null) throw unauthenticated();
    return this.request.identity;
  }

  async #readUsers(ids: readonly string[]): Promise<(User | null)[]> {
    const known = ids.filter(isUuid);
    const users = await this.database.read(this.identity.tenantId, ({ manager }) =>
      manager.findBy(User, { id: In(known) }),
    );
    const byId = new Map(users.map((user) => [user.id, user]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  }

  #readTenant(id: string): Promise<Tenant> {
    return this.database.read(id, ({ manager }) => manager.findOneByOrFail(Tenant, { id }));
  }
}

/** What is not a UUID is nobody's id; PostgreSQL would refuse to compare it. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
