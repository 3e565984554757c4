import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import pg from 'pg';
import pino from 'pino';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { Outbox } from '../../platform/events/outbox';
import { SCOPES, type Identity } from '../../platform/identity/identity';
import { createSubgraph } from '../../platform/subgraph/create-subgraph';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { Category } from '../../subgraphs/products/entities/category.entity';
import { Product } from '../../subgraphs/products/entities/product.entity';
import { ProductsContext } from '../../subgraphs/products/products.context';
import { resolvers } from '../../subgraphs/products/products.resolvers';
import { MIGRATIONS } from '../../subgraphs/products/products.subgraph';
import { createTestDatabase } from '../support/test-database';

export interface MixedTenantsFigures {
  readonly requests: number;
  readonly businesses: number;
  readonly connections: number;
  readonly injectedFailures: number;
  /** Answered with an error, injected or by its consequence. */
  readonly failed: number;
  readonly rowsRead: number;
  readonly foreignRows: number;
}

const BUSINESSES = 20;
const CONNECTIONS = 2;
const AT_ONCE = 24;
/** Of a hundred requests, so many fail on purpose in the middle of their transaction; */
const FAILURES_PERCENT = 10;
/** and after so many requests a connection is killed, or its statement is cancelled, whatever it is doing. */
const KILL_EVERY = 50;

const LIST = parse(`{ products(first: 10) { nodes { id name keywords category { name } } totalCount } }`);
const SEARCH = parse(`{ products(first: 10, filter: { search: "hammer" }) { nodes { id name keywords } } }`);
const FIND = parse(`query ($id: ID!) { product(id: $id) { id name keywords } }`);
const CREATE = parse(
  `mutation ($input: CreateProductInput!) { createProduct(input: $input) { ... on Product { id name keywords } } }`,
);
const UPDATE = parse(
  `mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { ... on Product { id name keywords } } }`,
);

interface Business {
  readonly identity: Identity;
  readonly mark: string;
  readonly productIds: string[];
}

/**
 * Requests of many businesses, mixed, over two connections, while transactions fail, statements are cancelled and connections
 * are killed: whatever a connection was doing before, nobody sees a row of another.
 */
export async function mixedTenants(
  requests: number,
  progress: (done: number) => void = () => undefined,
): Promise<MixedTenantsFigures> {
  const test = await createTestDatabase('products');
  await migrate('products', test.ownerUrl, MIGRATIONS);
  const database = await Database.connect({
    name: 'products',
    url: test.serviceUrl,
    entities: [Product, Category],
    poolSize: CONNECTIONS,
  });
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  const subgraph = catalogueOn(database);
  try {
    return await run({ requests, progress, database, subgraph, superuser });
  } finally {
    await subgraph.stop();
    await superuser.end();
    await test.drop();
  }
}

interface Run {
  readonly requests: number;
  readonly progress: (done: number) => void;
  readonly database: Database;
  readonly subgraph: Subgraph;
  readonly superuser: pg.Client;
}

async function run({ requests, progress, database, subgraph, superuser }: Run): Promise<MixedTenantsFigures> {
  const businesses: Business[] = [];
  for (let n = 0; n < BUSINESSES; n++) businesses.push(await open(subgraph, `business-${n}`));
  let [next, failed, injected, rowsRead, foreignRows] = [0, 0, 0, 0, 0];

  const see = (business: Business, row: unknown): void => {
    rowsRead += 1;
    if (!JSON.stringify(row).includes(`"${business.mark}"`)) foreignRows += 1;
  };
  async function request(n: number): Promise<void> {
    const business = pick(businesses, n * 7);
    const other = pick(businesses, n * 7 + 1 + (n % (BUSINESSES - 1)));
    if (n % KILL_EVERY === 0) {
      injected += 1;
      await superuser.query(
        killing(n % (2 * KILL_EVERY) === 0 ? 'pg_terminate_backend' : 'pg_cancel_backend'),
      );
    }
    if (n % 100 < FAILURES_PERCENT) {
      injected += 1;
      await failingWork(database, business, n).catch(() => undefined);
      return;
    }
    const [document, variables] = operation(n, business, other);
    const { data, errors } = await ask(subgraph, business, document, variables);
    if (errors) failed += 1;
    for (const row of productsIn(data)) see(business, row);
    // Not through a resolver: all that the connection shows at this moment.
    const rows = await database
      .read(business.identity.tenantId, (transaction) =>
        transaction.query<{ keywords: string[] }>('SELECT keywords FROM product'),
      )
      .catch(() => []);
    for (const row of rows) see(business, row);
  }
  async function worker(): Promise<void> {
    for (let n = next++; n < requests; n = next++) {
      await request(n);
      progress(n + 1);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return {
    requests,
    businesses: BUSINESSES,
    connections: CONNECTIONS,
    injectedFailures: injected,
    failed,
    rowsRead,
    foreignRows,
  };
}

function operation(
  n: number,
  { productIds, mark }: Business,
  other: Business,
): [ReturnType<typeof parse>, Record<string, unknown>] {
  const price = { amount: String(1 + (n % 90)), currency: 'USD' };
  switch (n % 10) {
    case 0:
    case 1:
    case 2:
      return [LIST, {}];
    case 3:
      return [SEARCH, {}];
    case 4:
    case 5:
      return [FIND, { id: pick(productIds, n) }];
    case 6:
      return [FIND, { id: pick(other.productIds, n) }];
    case 7:
      return [UPDATE, { input: { id: pick(other.productIds, n), price } }];
    case 8:
      return n % 200 === 8 ? [CREATE, { input: { name: 'Hammer', keywords: [mark], price } }] : [LIST, {}];
    default:
      return [UPDATE, { input: { id: pick(productIds, n), price } }];
  }
}

/** Each leaves its connection in another state: aborted, aborted and not told, in the middle, and as the worker. */
function failingWork(database: Database, { identity: { tenantId } }: Business, n: number): Promise<unknown> {
  const failure = new Error('This was planned');
  switch (n % 4) {
    case 0:
      return database.transaction(tenantId, (transaction) => transaction.query('SELECT 1 / 0'));
    case 1:
      return database.transaction(tenantId, (transaction) =>
        transaction.query('SELECT 1 / 0').catch(() => []),
      );
    case 2:
      return database.transaction(tenantId, async (transaction) => {
        await transaction.query('UPDATE product SET name = name');
        throw failure;
      });
    default:
      return database.asWorker(async (transaction) => {
        await transaction.query('SELECT count(*) FROM outbox');
        throw failure;
      });
  }
}

const killing = (how: 'pg_terminate_backend' | 'pg_cancel_backend'): string =>
  `SELECT ${how}(pid) FROM (SELECT pid FROM pg_stat_activity
     WHERE application_name = 'bodega-products' AND datname = current_database() ORDER BY random() LIMIT 1) victim`;

async function open(subgraph: Subgraph, mark: string): Promise<Business> {
  const identity = { tenantId: randomUUID(), userId: randomUUID(), role: 'OWNER', scopes: SCOPES };
  const business: Business = { identity, mark, productIds: [] };
  for (let n = 0; n < 4; n++) {
    const input = { name: `Hammer ${n}`, keywords: [mark], price: { amount: '1', currency: 'USD' } };
    const { data } = await ask(subgraph, business, CREATE, { input });
    business.productIds.push(...productsIn(data).map(({ id }) => id));
  }
  if (business.productIds.length !== 4) throw new Error('The products were not created');
  return business;
}

function ask(
  subgraph: Subgraph,
  { identity }: Business,
  document: ReturnType<typeof parse>,
  variables: Record<string, unknown>,
): ReturnType<Subgraph['execute']> {
  const request = {
    identity,
    traceId: randomUUID().replaceAll('-', ''),
    clientAddress: null,
    deadline: Date.now() + 10_000,
    log: pino({ level: 'silent' }),
  };
  return subgraph.execute({ document, variables }, request);
}

/** Every object of an answer that has keywords, for there each product says whose it is. */
function productsIn(value: unknown): { id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('keywords' in value && 'id' in value && typeof value.id === 'string')
    return [{ ...value, id: value.id }];
  return Object.values(value).flatMap(productsIn);
}

function catalogueOn(database: Database): Subgraph {
  const outbox = new Outbox('products', () => undefined);
  const peers = { request: () => Promise.reject(new Error('Nobody is asked here')) };
  return createSubgraph({
    name: 'products',
    resolvers,
    createContext: (request) => new ProductsContext({ database, outbox, peers }, request),
    health: () => Promise.resolve({}),
    stop: () => database.close(),
  });
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new Error('There is nothing to pick from');
  return picked;
}
