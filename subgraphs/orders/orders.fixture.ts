import { randomUUID } from 'node:crypto';
import { parse, validate, type ExecutionResult } from 'graphql';
import pg, { type QueryResultRow } from 'pg';
import pino from 'pino';
import type { RequestContext } from '../../platform/context';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { InProcessBus } from '../../platform/events/in-process-bus';
import { Outbox } from '../../platform/events/outbox';
import type { Identity } from '../../platform/identity/identity';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { createTestDatabase } from '../../tests/support/test-database';
import { catalogueOf } from './catalogue';
import { OrderEntity } from './entities/order.entity';
import { OrderLineEntity } from './entities/order-line.entity';
import { FakePeers } from './fake-peers.fixture';
import { OrderFeed } from './order-feed';
import { OrdersContext, type OrdersServices } from './orders.context';
import { resolvers } from './orders.resolvers';
import { MIGRATIONS, startOrdersWith } from './orders.subgraph';
import { orderCompleter } from './saga/complete-order';
import { orderOpener } from './saga/open-order';
import { Recovery } from './saga/recovery';
import type { Failpoint } from './saga/run-step';

const log = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

export const STAFF = ['orders:read', 'orders:sell', 'orders:write', 'orders:purchase'];
export const BUYER = ['orders:purchase', 'orders:own'];

/** Somebody of a business. */
export interface Person {
  readonly identity: Identity;
  request(deadlineMillis?: number): RequestContext;
}

export function person(scopes: readonly string[] = STAFF, tenantId: string = randomUUID()): Person {
  const identity: Identity = { tenantId, userId: randomUUID(), role: 'ADMIN', scopes };
  return {
    identity,
    request: (deadlineMillis = 10_000) => ({
      identity,
      traceId: randomUUID().replaceAll('-', ''),
      clientAddress: null,
      deadline: Date.now() + deadlineMillis,
      log,
    }),
  };
}

/** One process of the subgraph. */
export interface Process {
  readonly subgraph: Subgraph;
  /** The answer of one operation; an invalid document is a mistake of the test. */
  ask(
    who: Person,
    document: string,
    variables?: Record<string, unknown>,
    deadlineMillis?: number,
  ): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

/** A process without relay, consumer and recovery: it does what it is asked, and `recover` by hand. */
export interface BareProcess extends Process {
  readonly services: OrdersServices;
  /** Runs all steps that are due, until there are none. */
  recover(): Promise<void>;
}

export interface Shop {
  readonly peers: FakePeers;
  readonly bus: InProcessBus;
  start(failpoint?: Failpoint, environment?: Record<string, string>): Promise<Process>;
  startBare(failpoint?: Failpoint): Promise<BareProcess>;
  /** As the superuser, whom no policy binds. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As if the leases of all steps that are on their way had run out. */
  timePasses(): Promise<void>;
  close(): Promise<void>;
}

/** A migrated database, fake neighbours, a bus. */
export async function openShop(): Promise<Shop> {
  const test = await createTestDatabase('orders');
  await migrate('orders', test.ownerUrl, MIGRATIONS);
  const bus = new InProcessBus();
  const peers = new FakePeers();
  const superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 2 });
  const sql: Shop['sql'] = async (text, values = []) => (await superuser.query(text, [...values])).rows;
  return {
    peers,
    bus,
    sql,
    async start(failpoint = () => undefined, environment = {}) {
      const addresses = { databaseUrl: test.serviceUrl, ownerDatabaseUrl: test.ownerUrl };
      return processOf(await startOrdersWith({ ...addresses, bus, peers, log, environment }, failpoint));
    },
    startBare: (failpoint = () => undefined) => startBare(test.serviceUrl, bus, peers, failpoint),
    async timePasses() {
      await sql(`UPDATE orders SET due_at = clock_timestamp() WHERE step <> 'AWAIT'`);
    },
    async close() {
      await bus.close();
      await superuser.end();
      await test.drop();
    },
  };
}

async function startBare(
  url: string,
  bus: InProcessBus,
  peers: FakePeers,
  failpoint: Failpoint,
): Promise<BareProcess> {
  const database = await Database.connect({ name: 'orders', url, entities: [OrderEntity, OrderLineEntity] });
  const services: OrdersServices = {
    database,
    outbox: new Outbox('orders', () => undefined),
    feed: new OrderFeed(bus),
    peers,
    settings: { reservationMinutes: 15 },
    catalogue: catalogueOf(() => services),
    opener: orderOpener(() => services),
    completer: orderCompleter(() => services),
    attempts: new Map(),
    failpoint,
    wakeRecovery: () => undefined,
  };
  const recovery = new Recovery(services, log);
  const subgraph = createSubgraph({
    name: 'orders',
    resolvers,
    createContext: (request) => new OrdersContext(services, request),
    health: async () => ({}),
    async stop() {
      await services.feed.close();
      await database.close();
    },
  });
  return {
    ...processOf(subgraph),
    services,
    async recover() {
      while ((await recovery.round()) > 0);
    },
  };
}

function processOf(subgraph: Subgraph): Process {
  return {
    subgraph,
    ask(who, text, variables, deadlineMillis) {
      const document = parse(text);
      const [error] = validate(subgraph.schema, document);
      if (error) throw error;
      return subgraph.execute({ document, variables }, who.request(deadlineMillis));
    },
    stop: () => subgraph.stop(),
  };
}

const ORDER = `id number kind status total { amount currency } customerName cancelReason expiresAt
  createdBy { id } createdAt updatedAt lines { product { id } name quantity unitPrice { amount currency } total { amount } }`;
const PLACED = `__typename
  ... on Order { ${ORDER} }
  ... on InsufficientStock { message productId requested available product { id } }
  ... on ProductNotFound { message productId }
  ... on ValidationError { message fields { path message } }
  ... on IdempotencyConflict { message idempotencyKey }`;
const CHANGED = `__typename
  ... on Order { ${ORDER} }
  ... on OrderNotFound { message orderId }
  ... on InvalidOrderTransition { message from to order { id status } }`;

export const SELL = `mutation ($input: SellInput!) { answer: sell(input: $input) { ${PLACED} } }`;
export const PURCHASE = `mutation ($input: PurchaseInput!) { answer: purchase(input: $input) { ${PLACED} } }`;
export const CONFIRM = `mutation ($id: ID!) { answer: confirmOrder(id: $id) { ${CHANGED} } }`;
export const CANCEL = `mutation ($id: ID!, $reason: String) { answer: cancelOrder(id: $id, reason: $reason) { ${CHANGED} } }`;
export const FIND = `query ($id: ID!) { answer: order(id: $id) { ${ORDER} } }`;

/** `data.answer` of an operation, as plain objects; fails when there are errors instead. */
export function answerOf(result: ExecutionResult): Record<string, unknown> {
  if (result.errors)
    throw new Error(
      result.errors.map(({ message, extensions }) => `${String(extensions['code'])} ${message}`).join(),
    );
  const { answer } = JSON.parse(JSON.stringify(result.data)) as { answer: Record<string, unknown> };
  return answer;
}

/** `extensions.code` of each error of an answer. */
export function codesOf(result: ExecutionResult): unknown[] {
  return (result.errors ?? []).map((error) => error.extensions['code']);
}
