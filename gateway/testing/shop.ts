import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  parse,
  subscribe,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { PushStream } from '../../platform/async/push-stream';
import type { RequestContext } from '../../platform/context';
import { forbidden, unauthenticated } from '../../platform/graphql/errors';
import type {
  DependencyStatus,
  Subgraph,
  SubgraphName,
  SubgraphRequest,
} from '../../platform/subgraph/subgraph';
import { InProcessSource } from '../engine/sources/in-process-source';
import type { SourceFactory } from '../engine/source';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@inaccessible", "@listSize", "@cost"])`;

const PRODUCTS = `${LINK}
  type Product @key(fields: "id") { id: ID! name: String! price: Int! twin: Product }
  type Missing { id: ID! }
  union Found = Product | Missing
  type ProductConnection { nodes: [Product!]! totalCount: Int! }
  type Query {
    product(id: ID!): Product
    found(id: ID!): Found
    products(first: Int = 20): ProductConnection @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
    secret: String @inaccessible
    broken: String
    whoami: String @authenticated
  }
  type Mutation { rename(id: ID!, name: String!): Product @requiresScopes(scopes: [["products:write"]]) }`;

const INVENTORY = `${LINK}
  type Product @key(fields: "id") { id: ID! stock: Stock warehouse: String! }
  type Stock { onHand: Int! level: String! }
  type StockAlert { id: ID! level: String! available: Int! cursor: String! product: Product }
  type StockChange { productId: ID! onHand: Int! product: Product }
  type Query { lowStock: [Product!] }
  type Subscription {
    stockAlert(after: String): StockAlert! @requiresScopes(scopes: [["inventory:read"]])
    stockChanged: StockChange!
    never: String
  }`;

type Resolvers = Record<string, Record<string, unknown>>;
type Guarded = RequestContext & { readonly subgraph: TestSubgraph };

/** A subgraph in memory that counts what it is asked and fails when it is told to. */
export class TestSubgraph implements Subgraph {
  readonly requests: {
    readonly document: DocumentNode;
    readonly variables: unknown;
    readonly context: RequestContext;
  }[] = [];
  /** Streams that clients, or the gateway for them, hold open. */
  readonly open = new Set<PushStream<unknown>>();
  /** Answers in place of the subgraph. */
  intercept:
    ((request: SubgraphRequest, context: RequestContext) => Promise<ExecutionResult> | undefined) | undefined;
  readonly schema: GraphQLSchema;
  #gate: Promise<void> = Promise.resolve();

  constructor(
    readonly name: SubgraphName,
    readonly typeDefs: DocumentNode,
    resolvers: Resolvers,
  ) {
    this.schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  }

  async execute(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult> {
    this.requests.push({ document: request.document, variables: request.variables, context });
    await this.#gate;
    const intercepted = this.intercept?.(request, context);
    if (intercepted) return intercepted;
    return execute({ ...this.#args(request), contextValue: { ...context, subgraph: this } });
  }

  async subscribe(
    request: SubgraphRequest,
    context: RequestContext,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    this.requests.push({ document: request.document, variables: request.variables, context });
    const answer = await subscribe({ ...this.#args(request), contextValue: { ...context, subgraph: this } });
    return Symbol.asyncIterator in answer ? immediate(answer) : answer;
  }

  /** Answers nothing until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  async health(): Promise<Record<string, DependencyStatus>> {
    return { database: 'up' };
  }

  async stop(): Promise<void> {}

  /** Pushes a root value to every open stream of this field. */
  emit(field: string, value: unknown): void {
    for (const stream of this.open) stream.push({ [field]: value });
  }

  stream(): PushStream<unknown> {
    const stream: PushStream<unknown> = new PushStream({
      capacity: 10_000,
      onOverflow: (queue) => queue,
      onClose: () => this.open.delete(stream),
    });
    this.open.add(stream);
    return stream;
  }

  #args({ document, operationName, variables }: SubgraphRequest) {
    return { schema: this.schema, document, operationName, variableValues: variables };
  }
}

/** graphql-js maps with an async generator, which delays `return()`. */
function immediate(
  source: AsyncGenerator<ExecutionResult, void, void>,
): AsyncIterableIterator<ExecutionResult> {
  return {
    next: () => source.next(),
    async return() {
      void source.return();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const requireScope = (scope: string, context: Guarded): void => {
  if (!context.identity) throw unauthenticated();
  if (!context.identity.scopes.includes(scope)) throw forbidden();
};

interface NamedProduct {
  readonly __typename: 'Product';
  readonly id: string;
  readonly name: string;
  readonly price: number;
  twin(): NamedProduct;
}

const named = (id: string): NamedProduct => ({
  __typename: 'Product',
  id,
  name: `Product ${id}`,
  price: Number(id) * 100,
  twin: () => named(id),
});

/** A small shop of two subgraphs, with a subscription in each style. */
export class Shop {
  readonly products = new TestSubgraph('products', parse(PRODUCTS), {
    Product: { __resolveReference: ({ id }: { id: string }) => named(id) },
    Query: {
      product: (_: unknown, { id }: { id: string }) => (Number(id) > 900 ? null : named(id)),
      found: (_: unknown, { id }: { id: string }) =>
        Number(id) > 900 ? { __typename: 'Missing', id } : named(id),
      products: (_: unknown, { first }: { first: number }) => ({
        nodes: Array.from({ length: first }, (_item, index) => named(String(index + 1))),
        totalCount: 900,
      }),
      secret: () => 'secret',
      broken: () => {
        throw new Error('select * from secrets at db.internal:5432');
      },
      whoami: (_: unknown, __: unknown, context: Guarded) => {
        if (!context.identity) throw unauthenticated();
        return context.identity.userId;
      },
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }, context: Guarded) => {
        requireScope('products:write', context);
        return { ...named(id), name };
      },
    },
  });

  readonly inventory = new TestSubgraph('inventory', parse(INVENTORY), {
    Product: {
      __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Product', id }),
      stock: ({ id }: { id: string }) => ({ onHand: Number(id), level: Number(id) < 10 ? 'LOW' : 'OK' }),
      warehouse: ({ id }: { id: string }) => (id === '13' ? null : `W${id}`),
    },
    Query: { lowStock: () => [{ id: '1' }, { id: '2' }, { id: '3' }] },
    Subscription: {
      stockAlert: {
        subscribe: (_: unknown, __: unknown, context: Guarded) => {
          requireScope('inventory:read', context);
          return context.subgraph.stream();
        },
      },
      stockChanged: { subscribe: (_: unknown, __: unknown, context: Guarded) => context.subgraph.stream() },
      never: { subscribe: (_: unknown, __: unknown, context: Guarded) => context.subgraph.stream() },
    },
  });

  readonly supergraphSdl = composed([this.products, this.inventory]);

  /** Sources that call the subgraphs directly. */
  readonly sources: SourceFactory = ({ name }) =>
    new InProcessSource(name === 'products' ? this.products : this.inventory);

  /** An alert for a product as inventory's resolvers see it. */
  alert(number: number): void {
    this.inventory.emit('stockAlert', {
      id: `a${number}`,
      level: 'LOW',
      available: 10 - number,
      cursor: `c${number}`,
      product: { __typename: 'Product', id: String(number) },
    });
  }
}

export function composed(
  subgraphs: readonly { readonly name: string; readonly typeDefs: DocumentNode }[],
): string {
  const { errors, supergraphSdl } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid/graphql` })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
