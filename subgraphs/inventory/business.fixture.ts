import { randomBytes } from 'node:crypto';
import { parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../platform/context';
import type { Identity } from '../../platform/identity/identity';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import type { AlertAnswer, LedgerLine, Outcome, StockAnswer } from './answers.fixture';

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
