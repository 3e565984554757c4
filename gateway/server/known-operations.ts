import { HeaderMap, type GraphQLRequest, type GraphQLResponse } from '@apollo/server';
import { getOperationAST } from 'graphql';
import type { Engine } from '../engine/engine';
import type { DocumentStore } from './document-store';
import type { GatewayContext } from './gateway-context';
import type { OperationContext, OperationPlugin } from './operation-hooks';

/**
 * Answers operations whose text Apollo Server has parsed and validated against the schema of today, without going through
 * its request pipeline again: the same hooks of the same plugins, in the same order. It answers only what is let through;
 * everything else, refusals included, is Apollo Server's.
 */
export class KnownOperations {
  constructor(
    private readonly engine: Engine,
    private readonly documents: DocumentStore,
    private readonly plugins: readonly OperationPlugin[],
  ) {}

  /** Learns from Apollo Server; to be given to it after the others. */
  readonly learning: OperationPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, source, document }) => {
        if (source !== undefined && document) this.documents.learn(schema, source, document);
      },
    }),
  };

  /** Null: it is not for here. @param request belongs to this call, which may change it. */
  async answer(request: GraphQLRequest, contextValue: GatewayContext): Promise<GraphQLResponse | null> {
    const { query: source, extensions } = request;
    const { schema } = this.engine.generation;
    const document = source === undefined || extensions ? undefined : this.documents.find(schema, source);
    const operation = document && getOperationAST(document, request.operationName);
    if (!operation || operation.operation === 'subscription') return null;
    const unanswered = { http: { status: undefined, headers: new HeaderMap() }, body: undefined };
    const resolved = { schema, source, document, operation, request, contextValue };
    const context: OperationContext = { ...resolved, response: unanswered };

    const listeners = await Promise.all(this.plugins.map((plugin) => plugin.requestDidStart(context)));
    if (request.query !== source) return null;
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
}
