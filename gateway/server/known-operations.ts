import { HeaderMap, type GraphQLRequest, type GraphQLResponse } from '@apollo/server';
import { getOperationAST } from 'graphql';
import { z } from 'zod';
import type { Engine } from '../engine/engine';
import type { DocumentStore } from './document-store';
import type { GatewayContext } from './gateway-context';
import type { OperationContext, OperationPlugin } from './operation-hooks';
import type { Manifest } from './persisted-operations';

export interface KnownOperationsOptions {
  readonly engine: Engine;
  readonly documents: DocumentStore;
  readonly plugins: readonly OperationPlugin[];
  readonly manifest: Manifest;
}

const persistedRules = z.object({ version: z.literal(1), sha256Hash: z.string() });

/**
 * Answers operations whose text Apollo Server has parsed and validated against the schema of today, without going through
 * its request pipeline again: the same hooks of the same plugins, in the same order. It answers only what is let through;
 * everything else, refusals included, is Apollo Server's.
 */
export class KnownOperations {
  readonly #options: KnownOperationsOptions;

  constructor(options: KnownOperationsOptions) {
    this.#options = options;
  }

  /** Learns from Apollo Server; to be given to it after the others. */
  readonly learning: OperationPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, source, document }) => {
        if (source !== undefined && document) this.#options.documents.learn(schema, source, document);
      },
    }),
  };

  /** Null: it is not for here. @param request belongs to this call, which may change it. */
  async answer(request: GraphQLRequest, contextValue: GatewayContext): Promise<GraphQLResponse | null> {
    const { engine, documents, plugins } = this.#options;
    const { query } = request;
    const source = this.#textOf(request);
    const { schema } = engine.generation;
    const document = source === undefined ? undefined : documents.find(schema, source);
    const operation = document && getOperationAST(document, request.operationName);
    if (!operation || operation.operation === 'subscription') return null;
    const unanswered = { http: { status: undefined, headers: new HeaderMap() }, body: undefined };
    const resolved = { schema, source, document, operation, request, contextValue };
    const context: OperationContext = { ...resolved, response: unanswered };

    const listeners = await Promise.all(plugins.map((plugin) => plugin.requestDidStart(context)));
    if (request.query !== query) return null;
    try {
      await Promise.all(listeners.map(async (listener) => listener.didResolveOperation?.(context)));
    } catch {
      return null;
    }
    for (const listener of listeners) {
      const response = await listener.responseForOperation?.(context);
      if (!response) continue;
      await Promise.all(listeners.map(async (each) => each.willSendResponse?.({ ...resolved, response })));
      return response;
    }
    return null;
  }

  /** Undefined: nobody knows it, or Apollo Server is to register it under its hash. */
  #textOf({ query, extensions }: GraphQLRequest): string | undefined {
    const persisted: unknown = extensions?.['persistedQuery'];
    if (persisted === undefined) return query;
    const named = persistedRules.safeParse(persisted);
    if (query !== undefined || !named.success) return undefined;
    return this.#options.manifest.get(named.data.sha256Hash);
  }
}
