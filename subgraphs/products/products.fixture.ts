import { randomUUID } from 'node:crypto';
import { parse, validate, type ExecutionResult } from 'graphql';
import pg, { type QueryResultRow } from 'pg';
import pino from 'pino';
import { z } from 'zod';
import type { RequestContext } from '../../platform/context';
import { InProcessBus } from '../../platform/events/in-process-bus';
import type { Identity } from '../../platform/identity/identity';
import type { PeerOperation, Peers } from '../../platform/peers/peers';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { createTestDatabase } from '../../tests/support/test-database';
import { until } from '../../tests/support/until';
import { startProducts } from './products.subgraph';

const log = pino({ level: 'silent' });

/** Stands where inventory would: keeps what it was asked, and answers as the test says. */
export class FakePeers implements Peers {
  readonly requests: {
    readonly subgraph: string;
    readonly variables: Record<string, unknown>;
    readonly context: RequestContext;
  }[] = [];
  answer: () => Promise<unknown> = async () => ({ openStock: true });

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    this.requests.push({ subgraph: operation.subgraph, variables, context });
    return operation.data.parse(await this.answer());
  }
}

/** Somebody who uses the catalogue. */
export interface Person {
  readonly identity: Identity;
  /** The answer of one operation; an invalid document is a mistake of the test. */
  ask(
    document: string,
    variables?: Record<string, unknown>,
    deadlineMillis?: number,
  ): Promise<ExecutionResult>;
  /** Creates a product and answers with its fields; the name alone must be given. */
  create(input: { name: string } & Record<string, unknown>): Promise<ProductAnswer>;
  /** What `createProduct` answers, a refusal too. */
  tryToCreate(input: Record<string, unknown>, deadlineMillis?: number): Promise<CreateAnswer>;
  createCategory(name: string, parentId?: string): Promise<string>;
}

const PRODUCT = `__typename id sku name description keywords category { id name } price { amount currency } status
  createdAt updatedAt`;

const CREATE = `mutation Create($input: CreateProductInput!) { createProduct(input: $input) {
  ... on Product { ${PRODUCT} }
  ... on UserError { __typename message }
  ... on SkuTaken { sku product { id } }
  ... on ValidationError { fields { path message } }
} }`;

export const UPDATE = `mutation Update($input: UpdateProductInput!) { updateProduct(input: $input) {
  ... on Product { ${PRODUCT} }
  ... on UserError { __typename message }
  ... on ProductNotFound { productId }
  ... on ValidationError { fields { path message } }
} }`;

export const READ = `query Read($id: ID!) { product(id: $id) { ${PRODUCT} } }`;

const productAnswer = z.object({
  __typename: z.literal('Product'),
  id: z.uuid(),
  sku: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  keywords: z.array(z.string()),
  category: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  price: z.object({ amount: z.string(), currency: z.string() }),
  status: z.enum(['ACTIVE', 'ARCHIVED']),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ProductAnswer = z.infer<typeof productAnswer>;

const createAnswer = z.discriminatedUnion('__typename', [
  productAnswer,
  z.object({
    __typename: z.literal('ValidationError'),
    message: z.string(),
    fields: z.array(z.object({ path: z.array(z.string()), message: z.string() })),
  }),
  z.object({
    __typename: z.literal('SkuTaken'),
    message: z.string(),
    sku: z.string(),
    product: z.object({ id: z.uuid() }),
  }),
  z.object({ __typename: z.literal('IdempotencyConflict'), message: z.string() }),
]);
export type CreateAnswer = z.infer<typeof createAnswer>;

const PRICE = { amount: '10', currency: 'USD' };

export interface Catalogue {
  readonly subgraph: Subgraph;
  readonly bus: InProcessBus;
  readonly peers: FakePeers;
  /** Connects as the service. */
  readonly serviceUrl: string;
  /** Somebody of a business (a new one unless given) with these scopes. */
  person(scopes?: readonly string[], tenantId?: string): Person;
  /** As the superuser, whom no policy binds. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How much there is of everything that createProduct writes for the person's business. */
  written(person: Person): Promise<{ products: number; events: number; keys: number } | undefined>;
  /** Runs a statement as the superuser, begins `work`, and commits once that waits for a lock. */
  meanwhile<T>(text: string, values: readonly unknown[], work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export const STAFF = ['products:read', 'products:write'];

/** The whole subgraph on a database of its own. */
export async function startCatalogue(): Promise<Catalogue> {
  const test = await createTestDatabase('products');
  const bus = new InProcessBus();
  const peers = new FakePeers();
  const subgraph = await startProducts({
    databaseUrl: test.serviceUrl,
    ownerDatabaseUrl: test.ownerUrl,
    bus,
    peers,
    log,
    environment: {},
  });
  const superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 2 });
  return {
    subgraph,
    bus,
    peers,
    serviceUrl: test.serviceUrl,
    person: (scopes = STAFF, tenantId = randomUUID()) => personOf(subgraph, scopes, tenantId),
    sql: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    async written({ identity }) {
      const { rows } = await superuser.query(
        `SELECT (SELECT count(*)::integer FROM product WHERE tenant_id = $1) AS products,
                (SELECT count(*)::integer FROM outbox WHERE tenant_id = $1 AND type <> 'products.audited') AS events,
                (SELECT count(*)::integer FROM idempotency_key WHERE tenant_id = $1) AS keys`,
        [identity.tenantId],
      );
      return rows[0];
    },
    async meanwhile(text, values, work) {
      const holder = await superuser.connect();
      try {
        await holder.query('BEGIN');
        await holder.query(text, [...values]);
        const running = work();
        const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        await until(async () => (await superuser.query(waiting)).rowCount === 1);
        await holder.query('COMMIT');
        return await running;
      } finally {
        holder.release();
      }
    },
    async stop() {
      await subgraph.stop();
      await bus.close();
      await superuser.end();
      await test.drop();
    },
  };
}

function personOf(subgraph: Subgraph, scopes: readonly string[], tenantId: string): Person {
  const identity: Identity = { tenantId, userId: randomUUID(), role: 'ADMIN', scopes };
  const ask: Person['ask'] = async (text, variables, deadlineMillis = 10_000) => {
    const document = parse(text);
    const [error] = validate(subgraph.schema, document);
    if (error) throw error;
    const context: RequestContext = {
      identity,
      traceId: randomUUID().replaceAll('-', ''),
      clientAddress: null,
      deadline: Date.now() + deadlineMillis,
      log,
    };
    return subgraph.execute({ document, variables }, context);
  };
  const tryToCreate: Person['tryToCreate'] = async (input, deadlineMillis) => {
    const answer = await ask(CREATE, { input: { price: PRICE, ...input } }, deadlineMillis);
    if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join());
    return createAnswer.parse(answer.data?.['createProduct']);
  };
  return {
    identity,
    ask,
    tryToCreate,
    create: async (input) => productAnswer.parse(await tryToCreate(input)),
    async createCategory(name, parentId) {
      const answer = await ask(
        'mutation ($name: String!, $parentId: ID) { createCategory(name: $name, parentId: $parentId) { id } }',
        { name, parentId },
      );
      return z.object({ createCategory: z.object({ id: z.uuid() }) }).parse(answer.data).createCategory.id;
    },
  };
}

/** `extensions.code` of each error of an answer. */
export function codesOf(answer: ExecutionResult): unknown[] {
  return (answer.errors ?? []).map((error) => error.extensions['code']);
}
