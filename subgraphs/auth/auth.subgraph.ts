import { z } from 'zod';
import { parseEnvironment } from '../../platform/config/environment';
import { requireOwnSecret } from '../../platform/config/secrets';
import { Periodic } from '../../platform/async/periodic';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { createConsumer } from '../../platform/events/consumer';
import { eventTables } from '../../platform/events/event-tables';
import { Outbox } from '../../platform/events/outbox';
import { Relay } from '../../platform/events/relay';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { StartSubgraph } from '../../platform/subgraph/dependencies';
import { auditHandlers } from './audit/audit-handlers';
import { AuthContext } from './auth.context';
import { resolvers } from './auth.resolvers';
import { ApiKey } from './entities/api-key.entity';
import { Tenant } from './entities/tenant.entity';
import { User } from './entities/user.entity';
import { tidy, TIDY_EVERY_MILLIS } from './housekeeping';
import { AuditLog1700000005000 } from './migrations/1700000005000-audit-log';
import { Erasure1700000006000 } from './migrations/1700000006000-erasure';
import { Guards1700000002000 } from './migrations/1700000002000-guards';
import { ManagePeople1700000003000 } from './migrations/1700000003000-manage-people';
import { People1700000001000 } from './migrations/1700000001000-people';
import { SecondFactor1700000004000 } from './migrations/1700000004000-second-factor';
import { PasswordHasher } from './passwords/password-hasher';
import { Sealing } from './tokens/sealing';
import { SigningKeys } from './tokens/signing-keys';

const environmentRules = z.object({
  /** Encrypts, in the database, what this subgraph must be able to read back: the keys that sign access tokens. */
  AUTH_SEALING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  NODE_ENV: z.string().optional(),
});

const ENTITIES = [Tenant, User, ApiKey];
const MIGRATIONS = [
  eventTables('auth'),
  People1700000001000,
  Guards1700000002000,
  ManagePeople1700000003000,
  SecondFactor1700000004000,
  AuditLog1700000005000,
  Erasure1700000006000,
];

/** Businesses, people, sessions, API keys. */
export const startAuth: StartSubgraph = async ({ databaseUrl, ownerDatabaseUrl, bus, environment, log }) => {
  const { AUTH_SEALING_SECRET, NODE_ENV } = parseEnvironment(environmentRules, environment);
  if (NODE_ENV === 'production') requireOwnSecret('AUTH_SEALING_SECRET', AUTH_SEALING_SECRET);
  await migrate('auth', ownerDatabaseUrl, MIGRATIONS);
  const database = await Database.connect({
    name: 'auth',
    url: databaseUrl,
    entities: ENTITIES,
  });
  const sealing = new Sealing(AUTH_SEALING_SECRET);
  const keys = await SigningKeys.open(database, sealing).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const relay = new Relay({ producer: 'auth', database, bus, log });
  const outbox = new Outbox('auth', () => relay.wake());
  const services = { database, outbox, keys, sealing, hasher: new PasswordHasher() };
  const housekeeping = new Periodic({
    what: 'tidying up',
    everyMillis: TIDY_EVERY_MILLIS,
    work: () => tidy(database, keys),
    log,
  });
  const audit = createConsumer({ group: 'auth', bus, database, handlers: auditHandlers, log });
  relay.start();
  audit.start();
  return createSubgraph<AuthContext>({
    name: 'auth',
    resolvers,
    createContext: (request) => new AuthContext(request, services),
    health: async () => ({ database: (await database.healthy()) ? 'up' : 'down' }),
    async stop() {
      await audit.stop();
      await housekeeping.stop();
      await relay.stop();
      await database.close();
    },
  });
};
