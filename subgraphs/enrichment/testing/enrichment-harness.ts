import { randomUUID } from 'node:crypto';
import { parse, validate, type ExecutionResult } from 'graphql';
import pg from 'pg';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../../platform/context';
import type { EventEnvelope } from '../../../platform/events/event';
import { InProcessBus } from '../../../platform/events/in-process-bus';
import { answerOf } from '../../../platform/peers/in-process-peers';
import type { PeerOperation, Peers } from '../../../platform/peers/peers';
import type { Subgraph } from '../../../platform/subgraph/subgraph';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { startEnrichment } from '../enrichment.subgraph';
import type { ProductSnapshot } from '../jobs/job';

export const TRACE = '0af7651916cd43dd8448eb211c80319c';
const ACTOR = '018f6f2e-0000-7000-8000-00000000000a';

export interface TestProduct extends ProductSnapshot {
  readonly productId: string;
  readonly status: 'ACTIVE' | 'ARCHIVED';
}

/** The boundary to the catalogue: what products would answer. */
class FakeCatalogue implements Peers {
  readonly products = new Map<string, TestProduct & { tenantId: string }>();

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    const ids = variables['ids'] as string[];
    const found = ids.flatMap((id) => this.products.get(id) ?? []);
    const catalogueItems = found.filter((product) => product.tenantId === context.identity?.tenantId);
    return answerOf(operation, { data: { catalogueItems } });
  }
}

/** The whole subgraph on a database of its own, spoken to as the gateway and the other subgraphs do. */
export class EnrichmentHarness {
  readonly tenantId = randomUUID();
  readonly catalogue = new FakeCatalogue();
  /** Every event of enrichment, in order of arrival. */
  readonly events: EventEnvelope[] = [];
  #listeners: (() => void)[] = [];

  private constructor(
    readonly database: TestDatabase,
    /** As superuser: sees what no caller may. */
    readonly sql: pg.Client,
    public bus: InProcessBus,
  ) {}

  subgraph!: Subgraph;

  static async start(environment: Record<string, string> = {}): Promise<EnrichmentHarness> {
    const database = await createTestDatabase('enrichment');
    const sql = new pg.Client({ connectionString: database.superuserUrl });
    await sql.connect();
    const harness = new EnrichmentHarness(database, sql, new InProcessBus());
    await harness.startSubgraph(environment);
    return harness;
  }

  /** Starts it again on the same database, as after a deployment. */
  async startSubgraph(environment: Record<string, string> = {}): Promise<void> {
    this.bus = new InProcessBus();
    this.bus.tail(['enrichment'], (event) => {
      this.events.push(event);
      for (const listener of this.#listeners.splice(0)) listener();
    });
    this.subgraph = await this.#startOne(environment);
  }

  /** A further process on the same database. To be stopped by whoever started it. */
  startAnother(environment: Record<string, string> = {}): Promise<Subgraph> {
    return this.#startOne(environment);
  }

  #startOne(environment: Record<string, string>): Promise<Subgraph> {
    return startEnrichment({
      databaseUrl: this.database.serviceUrl,
      ownerDatabaseUrl: this.database.ownerUrl,
      bus: this.bus,
      peers: this.catalogue,
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
      environment,
    });
  }

  async stop(): Promise<void> {
    await this.subgraph.stop();
    await this.bus.close();
    await this.sql.end();
    await this.database.drop();
  }

  /** Puts a product into the catalogue without telling anybody. */
  product(given: Partial<TestProduct> = {}, tenantId = this.tenantId): TestProduct {
    const product = {
      ...{ productId: uuidv7(), sku: 'MUG-1', name: 'Blue Ceramic Mug', keywords: [], description: null },
      ...{ categoryName: null, status: 'ACTIVE' as const, ...given },
    };
    this.catalogue.products.set(product.productId, { ...product, tenantId });
    return product;
  }

  /** What products tells of a new product. */
  async created(product: TestProduct, enrich = true, tenantId = this.tenantId): Promise<void> {
    const { status: _status, ...snapshot } = product;
    const rest = { initialStock: 0, lowStockThreshold: null, enrich, actorId: ACTOR };
    await this.publish('products.created', product.productId, { ...snapshot, ...rest }, tenantId);
  }

  async publish(
    type: string,
    aggregateId: string,
    payload: unknown,
    tenantId = this.tenantId,
    id = uuidv7(),
  ): Promise<void> {
    const occurredAt = new Date().toISOString();
    const event = { id, type, version: 1, tenantId, aggregateId, occurredAt, traceId: TRACE, payload };
    await this.bus.publish([event]);
  }

  /** Resolves as soon as the condition holds; looks again with every event. */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await condition())) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  /** Resolves when so many jobs of the product have come to an end. */
  untilEnded(productId: string, jobs = 1): Promise<void> {
    return this.until(() => this.statuses(productId).filter(isEnd).length >= jobs);
  }

  /** The states that a product's jobs went through, as they were told. */
  statuses(productId: string): string[] {
    return this.events
      .filter((event) => event.type === 'enrichment.changed' && event.aggregateId === productId)
      .map((event) => (event.payload as { status: string }).status);
  }

  /** As somebody of the business, with all scopes unless others are given. */
  context(
    scopes = ['products:read', 'enrichment:read', 'enrichment:write'],
    tenantId = this.tenantId,
  ): RequestContext {
    return {
      identity: { tenantId, userId: ACTOR, role: 'OWNER', scopes },
      traceId: TRACE,
      clientAddress: null,
      deadline: Date.now() + 10_000,
      log: pino({ level: 'silent' }),
    };
  }

  async execute(
    document: string,
    variables: Record<string, unknown> = {},
    context = this.context(),
  ): Promise<ExecutionResult> {
    return this.subgraph.execute({ document: this.#parse(document), variables }, context);
  }

  async subscribe(
    document: string,
    variables: Record<string, unknown> = {},
    context = this.context(),
  ): Promise<AsyncIterableIterator<ExecutionResult>> {
    const stream = await this.subgraph.subscribe({ document: this.#parse(document), variables }, context);
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
    return stream;
  }

  /** The newest enrichment of a product, with the fields asked for. */
  async enrichmentOf(productId: string, fields = ALL_FIELDS, context = this.context()): Promise<unknown> {
    const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { enrichment { ${fields} } } } }`;
    const r = [{ __typename: 'Product', id: productId }];
    const { data, errors } = await this.execute(document, { r }, context);
    expect(errors).toBeUndefined();
    return (data as { _entities: { enrichment: unknown }[] })._entities[0]?.enrichment;
  }

  async enrich(productId: string, wait = false, context = this.context()): Promise<unknown> {
    const { data, errors } = await this.execute(ENRICH, { productId, wait }, context);
    expect(errors).toBeUndefined();
    return data?.['enrichProduct'];
  }

  async rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.sql.query<Row>(sql, values)).rows;
  }

  #parse(document: string): ReturnType<typeof parse> {
    const parsed = parse(document);
    const [error] = validate(this.subgraph.schema, parsed);
    if (error) throw error;
    return parsed;
  }
}

export const ALL_FIELDS =
  'productId status description category keywords confidence provider model fromCache attempts error promptTokens completionTokens';
const ENRICH = `mutation ($productId: ID!, $wait: Boolean! = false) {
  enrichProduct(productId: $productId, wait: $wait) {
    __typename
    ... on Enrichment { ${ALL_FIELDS} }
    ... on EnrichmentUnavailable { message retryAfterSeconds }
    ... on ProductNotFound { message productId }
  }
}`;

function isEnd(status: string): boolean {
  return status === 'COMPLETED' || status === 'FAILED';
}
