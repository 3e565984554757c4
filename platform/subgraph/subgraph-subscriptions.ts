import type { Server } from 'node:http';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { unauthenticated } from '../graphql/errors';
import type { InternalTokens } from '../identity/internal-token';
import type { DocumentCache } from './document-cache';
import type { Subgraph } from './subgraph';
import { contextFromWire } from './wire';

/**
 * Subscriptions of a subgraph over graphql-transport-ws. One socket carries the operations of many people, so each
 * operation brings its own context in `extensions`; an operation without a valid internal token is refused.
 */
export function acceptSubscriptions(
  server: Server,
  { subgraph, tokens, log }: { subgraph: Subgraph; tokens: InternalTokens; log: Logger },
  documents: DocumentCache,
): { stop(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 1024 * 1024 });
  const disposable = useServer(
    {
      schema: subgraph.schema,
      connectionInitWaitTimeout: 3_000,
      // Everything that graphql-ws would do for an operation is done here: a result with errors keeps the socket open.
      onSubscribe: (_context, _id, payload) => {
        const parsed = documents.get(payload.query);
        if ('errors' in parsed) return parsed.errors;
        return {
          schema: subgraph.schema,
          document: parsed.document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: payload.extensions,
        };
      },
      subscribe: async (args) => {
        try {
          const context = contextFromWire(
            Object(args.contextValue) as Record<string, unknown>,
            subgraph.name,
            tokens,
            log,
          );
          return await subgraph.subscribe(
            {
              document: args.document,
              operationName: args.operationName ?? undefined,
              variables: args.variableValues ?? undefined,
            },
            context,
          );
        } catch (error) {
          if (!(error instanceof GraphQLError))
            log.error({ err: error }, 'a subscription could not be opened');
          return { errors: [error instanceof GraphQLError ? error : unauthenticated()] };
        }
      },
    },
    sockets,
  );
  return {
    async stop() {
      await disposable.dispose();
    },
  };
}
