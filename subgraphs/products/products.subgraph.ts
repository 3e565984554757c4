import { Periodic } from '../../platform/async/periodic';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { createConsumer } from '../../platform/events/consumer';
import { eventTables } from '../../platform/events/event-tables';
import { Outbox } from '../../platform/events/outbox';
import { Relay } from '../../platform/events/relay';
import { sweepIdempotencyKeys } from '../../platform/idempotency/idempotency';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { StartSubgraph } from '../../platform/subgraph/dependencies';
import { applyEnrichment } from './apply-enrichment';
import { Category } from './entities/category.entity';
import { Product } from './entities/product.entity';
import { Catalogue1700000001000 } from './migrations/1700000001000-catalogue';
import { Search1700000002000 } from './migrations/1700000002000-search';
import { ProductsContext } from './products.context';
import { resolvers } from './products.resolvers';

const NAME = 'products';
const SWEEP_MILLIS = 3_600_000;

export const MIGRATIONS = [eventTables(NAME), Catalogue1700000001000, Search1700000002000];

/** The catalogue: what a business sells. */
export const startProducts: StartSubgraph = async ({ databaseUrl, ownerDatabaseUrl, bus, peers, log }) => {
  await migrate(NAME, ownerDatabaseUrl, MIGRATIONS);
  const database = await Database.connect({ name: NAME, url: databaseUrl, entities: [Product, Category] });
  const relay = new Relay({ producer: NAME, database, bus, log });
  const outbox = new Outbox(NAME, () => relay.wake());
  const consumer = createConsumer({
    group: NAME,
    bus,
    database,
    handlers: { 'enrichment.completed': applyEnrichment },
    log,
  });
  const sweep = new Periodic({
    what: 'forgetting idempotency keys',
    everyMillis: SWEEP_MILLIS,
    work: () => sweepIdempotencyKeys(database),
    log,
  });
  relay.start();
  consumer.start();
  return createSubgraph({
    name: NAME,
    resolvers,
    createContext: (request) => new ProductsContext({ database, outbox, peers }, request),
    health: async () => ({ database: (await database.healthy()) ? 'up' : 'down' }),
    async stop() {
      await consumer.stop();
      await sweep.stop();
      await relay.stop();
      await database.close();
    },
  });
};
