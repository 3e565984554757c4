import { randomBytes } from 'node:crypto';
import { parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { Client, Pool, type QueryResultRow } from 'pg';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '../../tests/support/test-database';
import type { RequestContext } from '../../platform/context';
import type { EventEnvelope } from '../../platform/events/event';
import { InProcessBus } from '../../platform/events/in-process-bus';
import type { Identity } from '../../platform/identity/identity';
import type { Peers } from '../../platform/peers/peers';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { startInventory } from './inventory.subgraph';

/** Inventory as it runs in production, one process or several, on a database of its own. */
export interface InventoryFixture {
  readonly bus: InProcessBus;
  /** The first process. */
  readonly subgraph: Subgraph;
  /** Another process on the same database and bus. */
  start(): Promise<Subgraph>;
  /** A business of which nothing is known yet. */
  business(subgraph?: Subgraph): Business;
  /** As superuser, whom no policy binds. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Another session of the superuser, for holding locks. */
  session(): Promise<Client>;
  stop(): Promise<void>;
}

const noPeers: Peers = {
  request: () => Promise.reject(new Error('Inventory asks nobody')),
};

export async function inventoryFixture(): Promise<InventoryFixture> {
  const files = await createTestDatabase('inventory');
  const bus = new InProcessBus();
  const started: Subgraph[] = [];
  const sessions: Client[] = [];
  const start = async (): Promise<Subgraph> => {
    const subgraph = await startInventory({
      databaseUrl: files.serviceUrl,
      ownerDatabaseUrl: files.ownerUrl,
      bus,
      peers: noPeers,
      log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
      environment: {},
    });
    started.push(subgraph);
    return subgraph;
  };
  const session = async (): Promise<Client> => {
    const client = new Client({ connectionString: files.superuserUrl });
    await client.connect();
    sessions.push(client);
    return client;
  };
  const subgraph = await start();
  const superuser = new Pool({ connectionString: files.superuserUrl, max: 4 });
  return {
    bus,
    subgraph,
    start,
    business: (process = subgraph) => new Business(process),
    sql: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    session,
    async stop() {
      await Promise.all(started.map((each) => each.stop()));
      await bus.close();
      await Promise.all([superuser.end(), ...sessions.map((each) => each.end())]);
      await files.drop();
    },
  };
}

/** A member of a result union. */
export interface Outcome {
  readonly __typename: string;
  readonly state?: string;
  readonly expiresAt?: string | null;
  readonly available?: number;
  readonly message?: string;
  readonly fields?: { readonly path: string[]; readonly message: string }[];
}

export interface StockAnswer {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly level: string;
  readonly locations: {
    readonly location: { readonly name: string };
    readonly onHand: number;
    readonly reserved: number;
  }[];
}

export interface LedgerLine {
  readonly kind: string;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string | null;
  readonly location: { readonly name: string };
}

export interface AlertAnswer {
  readonly id: string;
  readonly productId: string;
  readonly level: string;
  readonly available: number;
  readonly status: string;
  readonly message: string;
  readonly cursor: string;
}

const documents = new Map<string, DocumentNode>();

function documentOf(subgraph: Subgraph, text: string): DocumentNode {
  const known = documents.get(text);
  if (known !== undefined) return known;
  const document = parse(text);
  const [error] = validate(subgraph.schema, document);
  if (error) throw error;
  documents.set(text, document);
  return document;
}

const STAFF = ['inventory:read', 'inventory:write', 'products:read'];

/** A business whose people and programs ask inventory. */
export class Business {
  constructor(
    private readonly subgraph: Subgraph,
    readonly identity: Identity = { tenantId: uuidv7(), userId: uuidv7(), role: 'OWNER', scopes: STAFF },
  ) {}

  /** The same business, asking another process, or as somebody else. */
  through(subgraph: Subgraph): Business {
    return new Business(subgraph, this.identity);
  }

  as(identity: Partial<Identity>): Business {
    return new Business(this.subgraph, { ...this.identity, ...identity });
  }

  /** As another subgraph asks, on behalf of the person. */
  private get peer(): Business {
    return this.as({ scopes: [...this.identity.scopes, 'internal'], service: 'orders' });
  }

  request(): RequestContext {
    return {
      identity: this.identity,
      traceId: randomBytes(16).toString('hex'),
      clientAddress: null,
      deadline: Date.now() + 8_000,
      log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
    };
  }

  execute(text: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
    return this.subgraph.execute({ document: documentOf(this.subgraph, text), variables }, this.request());
  }

  subscribe(
    text: string,
    variables: Record<string, unknown> = {},
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    return this.subgraph.subscribe({ document: documentOf(this.subgraph, text), variables }, this.request());
  }

  /** The one root field of the operation, as plain JSON; throws the first error of the answer. */
  async ask<Answer = Outcome>(text: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.execute(text, variables);
    if (errors?.[0]) throw errors[0];
    const [answer] = Object.values(JSON.parse(JSON.stringify(data)) as Record<string, Answer>);
    if (answer === undefined) throw new Error('The operation has no root field');
    return answer;
  }

  /** A product that was just created, with so many units. Resolves with its id. */
  async open(
    initialStock: number,
    more: { lowStockThreshold?: number | null; name?: string } = {},
  ): Promise<string> {
    const productId = uuidv7();
    await this.peer.ask(
      `mutation ($productId: ID!, $name: String!, $initialStock: Int!, $lowStockThreshold: Int) {
         openStock(productId: $productId, name: $name, initialStock: $initialStock, lowStockThreshold: $lowStockThreshold)
       }`,
      { productId, name: 'Red screws', initialStock, ...more },
    );
    return productId;
  }

  take(orderId: string, ...lines: { productId: string; quantity: number }[]): Promise<Outcome> {
    return this.peer.ask(
      `mutation ($orderId: ID!, $lines: [OrderStockLineInput!]!) {
         takeStock(orderId: $orderId, lines: $lines) { ${ORDER_STOCK_RESULT} }
       }`,
      { orderId, lines },
    );
  }

  reserve(
    orderId: string,
    seconds: number,
    ...lines: { productId: string; quantity: number }[]
  ): Promise<Outcome> {
    return this.peer.ask(
      `mutation ($orderId: ID!, $lines: [OrderStockLineInput!]!, $seconds: Int!) {
         reserveStock(orderId: $orderId, lines: $lines, expiresInSeconds: $seconds) { ${ORDER_STOCK_RESULT} }
       }`,
      { orderId, lines, seconds },
    );
  }

  confirm(orderId: string): Promise<Outcome> {
    return this.peer.ask('mutation ($id: ID!) { confirmReservation(orderId: $id) { orderId state } }', {
      id: orderId,
    });
  }

  release(orderId: string, reason?: string): Promise<Outcome> {
    return this.peer.ask(
      'mutation ($id: ID!, $reason: String) { releaseStock(orderId: $id, reason: $reason) { orderId state } }',
      { id: orderId, reason },
    );
  }

  adjust(input: Record<string, unknown>): Promise<Outcome> {
    return this.ask(`mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { ${REFUSALS} } }`, {
      input: { reason: 'Counted', ...input },
    });
  }

  transfer(input: Record<string, unknown>): Promise<Outcome> {
    return this.ask(
      `mutation ($input: TransferStockInput!) { transferStock(input: $input) { ${REFUSALS} } }`,
      {
        input,
      },
    );
  }

  setThreshold(productId: string, threshold: number): Promise<Outcome> {
    return this.ask(
      `mutation ($id: ID!, $threshold: Int!) {
         setLowStockThreshold(productId: $id, threshold: $threshold) {
           __typename ... on Product { id } ... on ProductNotFound { productId } ... on ValidationError { fields { path } }
         }
       }`,
      { id: productId, threshold },
    );
  }

  async createLocation(name: string): Promise<string> {
    const { id } = await this.ask<{ id: string }>(
      'mutation ($name: String!) { createLocation(name: $name) { id } }',
      {
        name,
      },
    );
    return id;
  }

  async locations(): Promise<{ id: string; name: string; isDefault: boolean }[]> {
    return this.ask('{ locations { id name isDefault } }');
  }

  async stock(productId: string): Promise<StockAnswer> {
    const [product] = await this.ask<{ stock: StockAnswer }[]>(
      `query ($products: [_Any!]!) {
         _entities(representations: $products) {
           ... on Product {
             stock {
               onHand reserved available level lowStockThreshold
               locations { location { name } onHand reserved available }
             }
           }
         }
       }`,
      { products: [{ __typename: 'Product', id: productId }] },
    );
    if (product === undefined) throw new Error('There is no such product');
    return product.stock;
  }

  /** The ledger, oldest line first. */
  async ledger(productId: string): Promise<LedgerLine[]> {
    const [product] = await this.ask<{ stock: { movements: { nodes: LedgerLine[] } } }[]>(
      `query ($products: [_Any!]!) {
         _entities(representations: $products) {
           ... on Product {
             stock {
               movements(first: 100) {
                 nodes { kind quantity onHandAfter reason location { name } order { id } actor { id } }
               }
             }
           }
         }
       }`,
      { products: [{ __typename: 'Product', id: productId }] },
    );
    return (product?.stock.movements.nodes ?? []).reverse();
  }

  /** The feed of alerts, oldest first. */
  async alerts(): Promise<AlertAnswer[]> {
    const { nodes } = await this.ask<{ nodes: AlertAnswer[] }>(
      `{ stockAlerts(first: 100) {
           nodes { id productId level available lowStockThreshold message status resolvedAt acknowledgedBy { id } cursor }
         } }`,
    );
    return nodes.reverse();
  }
}

const ORDER_STOCK_RESULT = `__typename
  ... on OrderStock { orderId state expiresAt }
  ... on InsufficientStock { message productId product { id } requested available }
  ... on ProductNotFound { productId }`;

const REFUSALS = `__typename
  ... on Product { id stock { onHand } }
  ... on ProductNotFound { productId }
  ... on LocationNotFound { locationId }
  ... on InsufficientStock { message productId product { id } requested available }
  ... on ValidationError { message fields { path message } }
  ... on IdempotencyConflict { idempotencyKey }`;

/** Collects what the bus carries of one type. */
export function eventsOf(fixture: InventoryFixture, type: string): EventEnvelope[] {
  const events: EventEnvelope[] = [];
  fixture.bus.tail(['inventory'], (event) => {
    if (event.type === type) events.push(event);
  });
  return events;
}

/** Runs `work` so many times, a few at the same time: more than the pool of connections has would only wait in line. */
export async function repeatedly<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return results;
}

/** Looks again after everything that is due has had its turn; the test's own timeout ends it. */
export async function untilTrue(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

/** What must be true of every business at any time: figures within bounds, ledger and locations adding up. */
export async function findContradictions(fixture: InventoryFixture): Promise<unknown[]> {
  return fixture.sql(`
    SELECT stock.tenant_id, stock.product_id, stock.on_hand, stock.reserved, place.*, ledger.*, held.*
      FROM stock
      LEFT JOIN LATERAL (SELECT sum(on_hand)::int AS place_on_hand, sum(reserved)::int AS place_reserved
                           FROM stock_location p WHERE (p.tenant_id, p.product_id) = (stock.tenant_id, stock.product_id)
                        ) AS place ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::int AS ledger_sum, count(*)::int AS ledger_lines,
                                coalesce(max(line), 0) AS last,
                                coalesce((array_agg(on_hand_after ORDER BY line DESC))[1], 0) AS last_balance
                           FROM stock_movement m WHERE (m.tenant_id, m.product_id) = (stock.tenant_id, stock.product_id)
                        ) AS ledger ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::int AS held_for_orders
                           FROM order_stock o JOIN order_stock_line l USING (tenant_id, order_id)
                          WHERE (l.tenant_id, l.product_id) = (stock.tenant_id, stock.product_id) AND o.state = 'RESERVED'
                        ) AS held ON true
     WHERE NOT (0 <= stock.reserved AND stock.reserved <= stock.on_hand
                AND place_on_hand = stock.on_hand AND place_reserved = stock.reserved
                AND ledger_sum = stock.on_hand AND last_balance = stock.on_hand
                AND ledger_lines = last AND last = stock.last_line
                AND held_for_orders = stock.reserved)
        OR EXISTS (SELECT FROM stock_location p LEFT JOIN LATERAL (
                     SELECT coalesce(sum(quantity), 0)::int AS moved FROM stock_movement m
                      WHERE (m.tenant_id, m.product_id, m.location_id) = (p.tenant_id, p.product_id, p.location_id)) s ON true
                    WHERE (p.tenant_id, p.product_id) = (stock.tenant_id, stock.product_id) AND moved <> p.on_hand)`);
}
