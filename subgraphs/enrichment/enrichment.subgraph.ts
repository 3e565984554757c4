import { Periodic } from '../../platform/async/periodic';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { createConsumer } from '../../platform/events/consumer';
import { eventTables } from '../../platform/events/event-tables';
import { Outbox } from '../../platform/events/outbox';
import { Relay } from '../../platform/events/relay';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { StartSubgraph } from '../../platform/subgraph/dependencies';
import { OwnCategoriesOf } from './builtin/own-categories-of';
import { productEvents } from './consume-products';
import { EnrichmentContext } from './enrichment.context';
import { BusinessSettings } from './entities/business-settings.entity';
import { WebhookDelivery } from './entities/webhook-delivery.entity';
import { ModelCallEntity } from './entities/model-call.entity';
import { readConfiguration } from './enrichment.configuration';
import { resolvers } from './enrichment.resolvers';
import { forget } from './forget';
import { JobChanges } from './jobs/job-changes';
import { JobWorker } from './jobs/job-worker';
import { Jobs1700000100000 } from './migrations/1700000100000-jobs';
import { Settings1700000200000 } from './migrations/1700000200000-settings';
import { Webhooks1700000300000 } from './migrations/1700000300000-webhooks';
import { DeliveryWorker } from './webhooks/delivery-worker';
import { ReceiverAddresses } from './webhooks/receiver-addresses';
import { AnswerCache } from './writing/answer-cache';
import { Budget } from './writing/budget';
import { createWriter } from './writing/create-writer';

const NAME = 'enrichment';
const SWEEP_MILLIS = 600_000;

export const MIGRATIONS = [
  eventTables(NAME),
  Jobs1700000100000,
  Settings1700000200000,
  Webhooks1700000300000,
];

/** Product pages written by a model, or by the writer that is always there. */
export const startEnrichment: StartSubgraph = async (dependencies) => {
  const { databaseUrl, ownerDatabaseUrl, bus, peers, log, environment } = dependencies;
  const configuration = readConfiguration(environment);
  await migrate(NAME, ownerDatabaseUrl, MIGRATIONS);
  const database = await Database.connect({
    name: NAME,
    url: databaseUrl,
    entities: [BusinessSettings, ModelCallEntity, WebhookDelivery],
  });
  const relay = new Relay({ producer: NAME, database, bus, log });
  const outbox = new Outbox(NAME, () => relay.wake());
  const ownCategories = new OwnCategoriesOf(database);
  const cache = new AnswerCache({ database, keepMillis: configuration.cacheMillis, log });
  const budget = new Budget(database);
  const { writer, gates } = createWriter(configuration, { cache, budget, ownCategories, log });
  const worker = new JobWorker({ database, outbox, writer, log });
  const changes = new JobChanges(bus);
  const receivers = new ReceiverAddresses(configuration.webhookNetworks);
  const deliveries = new DeliveryWorker({ database, receivers, log });
  changes.listen(({ status }) => status === 'COMPLETED' && deliveries.wake());
  const handlers = productEvents(outbox, ownCategories, () => worker.wake());
  const consumer = createConsumer({ group: NAME, bus, database, handlers, log });
  const services = { database, outbox, peers, changes, worker, writer, receivers };
  const sweep = new Periodic({
    what: 'forgetting old answers, calls and enrichments',
    everyMillis: SWEEP_MILLIS,
    work: async () => {
      await cache.sweep();
      await forget(database, configuration.keepDays);
    },
    log,
  });
  relay.start();
  consumer.start();
  worker.start();
  deliveries.start();
  return createSubgraph({
    name: NAME,
    resolvers,
    createContext: (request) => new EnrichmentContext(services, request),
    health: async () => ({
      database: (await database.healthy()) ? 'up' : 'down',
      // Without a model, jobs wait or are written without it: everything else works.
      ...Object.fromEntries(
        gates.map((gate) => [`model:${gate.provider.name}`, gate.state === 'closed' ? 'up' : 'degraded']),
      ),
    }),
    async stop() {
      await consumer.stop();
      await worker.stop();
      await deliveries.stop();
      await sweep.stop();
      await changes.close();
      await relay.stop();
      await database.close();
    },
  });
};
