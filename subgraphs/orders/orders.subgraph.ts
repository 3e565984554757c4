import { Periodic } from '../../platform/async/periodic';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { createConsumer } from '../../platform/events/consumer';
import { eventTables } from '../../platform/events/event-tables';
import { Outbox } from '../../platform/events/outbox';
import { PERSON_ERASED } from '../../platform/events/person-erased';
import { Relay } from '../../platform/events/relay';
import { sweepIdempotencyKeys } from '../../platform/idempotency/idempotency';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { StartSubgraph, SubgraphDependencies } from '../../platform/subgraph/dependencies';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { catalogueOf } from './catalogue';
import { OrderEntity } from './entities/order.entity';
import { OrderLineEntity } from './entities/order-line.entity';
import { expireOrder } from './expire-order';
import { Orders1700000001000 } from './migrations/1700000001000-orders';
import { Origin1700000002000 } from './migrations/1700000002000-origin';
import { forgetPerson } from './forget-person';
import { OrderFeed } from './order-feed';
import { OrdersContext, type OrdersServices } from './orders.context';
import { resolvers } from './orders.resolvers';
import { ordersSettings } from './orders.settings';
import { orderCompleter } from './saga/complete-order';
import { orderOpener } from './saga/open-order';
import { Recovery } from './saga/recovery';
import type { Failpoint } from './saga/run-step';

const NAME = 'orders';
const SWEEP_MILLIS = 3_600_000;

export const MIGRATIONS = [eventTables(NAME), Orders1700000001000, Origin1700000002000];

/** Sales over the counter and customers' purchases. */
export const startOrders: StartSubgraph = (dependencies) => startOrdersWith(dependencies, () => undefined);

/** The same with a failpoint, by which a test stops it in the middle of a step. */
export async function startOrdersWith(
  dependencies: SubgraphDependencies,
  failpoint: Failpoint,
): Promise<Subgraph> {
  const { databaseUrl, ownerDatabaseUrl, bus, peers, log, environment } = dependencies;
  const settings = ordersSettings(environment);
  await migrate(NAME, ownerDatabaseUrl, MIGRATIONS);
  const database = await Database.connect({
    name: NAME,
    url: databaseUrl,
    entities: [OrderEntity, OrderLineEntity],
  });
  const relay = new Relay({ producer: NAME, database, bus, log });
  const outbox = new Outbox(NAME, () => relay.wake());
  const services: OrdersServices = {
    database,
    outbox,
    feed: new OrderFeed(bus),
    peers,
    settings,
    catalogue: catalogueOf(() => services),
    opener: orderOpener(() => services),
    completer: orderCompleter(() => services),
    attempts: new Map(),
    failpoint,
    wakeRecovery: () => recovery.wake(),
  };
  const recovery = new Recovery(services, log);
  const handlers = { 'inventory.reservation-expired': expireOrder(outbox), [PERSON_ERASED]: forgetPerson };
  const consumer = createConsumer({ group: NAME, bus, database, handlers, log });
  const sweep = new Periodic({
    what: 'forgetting idempotency keys',
    everyMillis: SWEEP_MILLIS,
    work: () => sweepIdempotencyKeys(database),
    log,
  });
  relay.start();
  consumer.start();
  recovery.start();
  return createSubgraph({
    name: NAME,
    resolvers,
    createContext: (request) => new OrdersContext(services, request),
    health: async () => ({ database: (await database.healthy()) ? 'up' : 'down' }),
    async stop() {
      await services.feed.close();
      await consumer.stop();
      await recovery.stop();
      await sweep.stop();
      await Promise.allSettled(services.attempts.values());
      await relay.stop();
      await database.close();
    },
  });
}
