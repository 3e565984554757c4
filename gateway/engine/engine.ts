import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { executePlan } from './execute-plan';
import { createGeneration, type Generation } from './generation';
import type { PreparedOperation } from './prepared-operation';
import type { FetchContext, SourceFactory, SubgraphSource, Variables } from './source';
import { FederatedSubscriptions, schemaReload } from './subscriptions/federated-subscriptions';
import type { HydrationObserver } from './subscriptions/hydration-group';
import type { SubscriptionPolicies } from './subscriptions/policy';
import type { Subscription } from './subscriptions/subscription';

export interface EngineOptions {
  readonly supergraphSdl: string;
  /** Called once for each subgraph and address; a reload that keeps an address keeps its source. */
  readonly sources: SourceFactory;
  readonly subscriptionPolicies: SubscriptionPolicies;
  readonly log: Logger;
  readonly observer?: HydrationObserver;
  /** Applied once to each result of an event, before it is shared by all who see it. */
  readonly present?: (result: ExecutionResult, context: FetchContext) => ExecutionResult;
}

/**
 * Plans and executes operations over a supergraph; knows nothing of HTTP. One engine for queries, mutations and
 * subscriptions.
 */
export class Engine {
  readonly subscriptions: FederatedSubscriptions;
  readonly #sources = new Map<string, SubgraphSource>();
  readonly #listeners = new Set<(generation: Generation) => void>();
  readonly #bySchema = new WeakMap<GraphQLSchema, Generation>();
  #generation: Generation;

  /** Throws when the supergraph cannot be served. */
  constructor(private readonly options: EngineOptions) {
    this.#generation = this.#generate(options.supergraphSdl);
    this.subscriptions = new FederatedSubscriptions(
      options.subscriptionPolicies,
      options.observer ?? { hydrated: () => undefined, overflowed: () => undefined },
      options.present ?? ((result) => result),
    );
  }

  /** The generation with which a new request begins. */
  get generation(): Generation {
    return this.#generation;
  }

  /** The generation that has this API schema: the one with which a request began. */
  generationOf(schema: GraphQLSchema): Generation {
    const generation = this.#bySchema.get(schema);
    if (!generation) throw new Error('No generation of this engine has that schema');
    return generation;
  }

  onReload(listener: (generation: Generation) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Serves another supergraph from the next request on; running requests finish with theirs, subscriptions end with
   * SUBSCRIPTION_SCHEMA_RELOAD. When it cannot be served everything stays as it is and the reason is returned.
   */
  reload(
    supergraphSdl: string,
  ): { readonly loaded: true } | { readonly loaded: false; readonly reason: string } {
    let generation: Generation;
    try {
      generation = this.#generate(supergraphSdl);
      for (const listener of this.#listeners) listener(generation);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.options.log.error({ reason }, 'the new supergraph cannot be served; the old one stays');
      return { loaded: false, reason };
    }
    this.#generation = generation;
    this.subscriptions.endOthers(generation.id);
    return { loaded: true };
  }

  /** Executes a query or mutation. Never rejects because of a subgraph. */
  async execute(
    operation: PreparedOperation,
    variables: Variables,
    context: FetchContext,
  ): Promise<ExecutionResult> {
    const coerced = operation.coerce(variables);
    if ('errors' in coerced) return coerced;
    return executePlan(operation, operation.plan, variables, context);
  }

  /** Opens a subscription; a result instead is a refusal. */
  async subscribe(
    operation: PreparedOperation,
    variables: Variables,
    context: FetchContext,
  ): Promise<Subscription | ExecutionResult> {
    const coerced = operation.coerce(variables);
    if ('errors' in coerced) return coerced;
    if (operation.generation !== this.#generation) return { errors: [schemaReload()] };
    try {
      return await this.subscriptions.subscribe(operation, variables, coerced.values, context);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      this.options.log.error({ err: error, traceId: context.traceId }, 'a subscription could not be opened');
      return {
        errors: [new PublicError(ErrorCode.INTERNAL_SERVER_ERROR, 'The subscription could not be opened.')],
      };
    }
  }

  async stop(): Promise<void> {
    this.subscriptions.endAll();
    await Promise.all([...this.#sources.values()].map((source) => source.stop()));
  }

  #generate(sdl: string): Generation {
    const generation = createGeneration(sdl, (subgraph) => {
      const key = `${subgraph.name} ${subgraph.url}`;
      let source = this.#sources.get(key);
      if (!source) this.#sources.set(key, (source = this.options.sources(subgraph)));
      return source;
    });
    this.#bySchema.set(generation.schema, generation);
    return generation;
  }
}
