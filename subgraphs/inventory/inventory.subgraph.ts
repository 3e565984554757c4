import { Periodic } from '../../platform/async/periodic';
import { Database } from '../../platform/database/database';
import { migrate, type MigrationClass } from '../../platform/database/migrate';
import { createConsumer } from '../../platform/events/consumer';
import { eventTables } from '../../platform/events/event-tables';
import { Outbox } from '../../platform/events/outbox';
import { PERSON_ERASED } from '../../platform/events/person-erased';
import { Relay } from '../../platform/events/relay';
import { sweepIdempotencyKeys } from '../../platform/idempotency/idempotency';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { StartSubgraph } from '../../platform/subgraph/dependencies';
import { AlertFeeds } from './alerts/alert-feeds';
import { catalogueHandlers } from './consumers';
import { Location } from './entities/location.entity';
import { StockAlert } from './entities/stock-alert.entity';
import { expireDueReservations } from './expire-due-reservations';
import { forgetPerson } from './forget-person';
import { InventoryContext } from './inventory.context';
import { resolvers } from './inventory.resolvers';
import { ForgetPeople1700000004000 } from './migrations/1700000004000-forget-people';
import { ArchivedStock1700000005000 } from './migrations/1700000005000-archived-stock';
import { RefusedInAdvance1700000006000 } from './migrations/1700000006000-refused-in-advance';
import { Stock1700000001000 } from './migrations/1700000001000-stock';
import { OrderStock1700000002000 } from './migrations/1700000002000-order-stock';
import { StockAlert1700000003000 } from './migrations/1700000003000-stock-alert';
import { StockChanges } from './stock-changes';
import { sweepRefusedOrders } from './sweep-refused-orders';
import { TakeUnits } from './units/take-units';

const NAME = 'inventory';
const EXPIRY_MILLIS = 1_000;
const SWEEP_MILLIS = 3_600_000;

export const MIGRATIONS: readonly MigrationClass[] = [
  eventTables(NAME),
  Stock1700000001000,
  OrderStock1700000002000,
  StockAlert1700000003000,
  ForgetPeople1700000004000,
  ArchivedStock1700000005000,
  RefusedInAdvance1700000006000,
];
export const ENTITIES = [Location, StockAlert];

/** Units of stock, their ledger, what is held for orders, and the alerts. */
export const startInventory: StartSubgraph = async ({ databaseUrl, ownerDatabaseUrl, bus, log }) => {
  await migrate(NAME, ownerDatabaseUrl, MIGRATIONS);
  const database = await Database.connect({ name: NAME, url: databaseUrl, entities: ENTITIES });
  const relay = new Relay({ producer: NAME, database, bus, log });
  const outbox = new Outbox(NAME, () => relay.wake());
  const consumer = createConsumer({
    group: NAME,
    bus,
    database,
    handlers: { ...catalogueHandlers(outbox), [PERSON_ERASED]: forgetPerson },
    log,
  });
  const alertFeeds = new AlertFeeds({ database, bus, log });
  const stockChanges = new StockChanges(bus);
  const services = { database, outbox, units: new TakeUnits(database, outbox), alertFeeds, stockChanges };
  relay.start();
  consumer.start();
  const expiry = new Periodic({
    what: 'ending reservations',
    everyMillis: EXPIRY_MILLIS,
    work: () => expireDueReservations(database, outbox, log),
    log,
  });
  const sweep = new Periodic({
    what: 'forgetting idempotency keys',
    everyMillis: SWEEP_MILLIS,
    work: () => sweepIdempotencyKeys(database),
    log,
  });
  const forgetting = new Periodic({
    what: 'forgetting orders that were refused in advance',
    everyMillis: SWEEP_MILLIS,
    work: () => sweepRefusedOrders(database),
    log,
  });
  return createSubgraph<InventoryContext>({
    name: NAME,
    resolvers,
    createContext: (request) => new InventoryContext(services, request),
    health: async () => ({ database: (await database.healthy()) ? 'up' : 'down' }),
    async stop() {
      await alertFeeds.close();
      await stockChanges.close();
      await Promise.all([consumer.stop(), expiry.stop(), sweep.stop(), forgetting.stop()]);
      await relay.stop();
      await database.close();
    },
  });
};
