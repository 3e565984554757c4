import type { Server } from 'node:http';
import { GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { RequestContext } from '../context';
import { ErrorCode, PublicError, unauthenticated } from '../graphql/errors';
import type { InternalTokens } from '../identity/internal-token';
import type { DocumentCache } from './document-cache';
import type { Subgraph } from './subgraph';
import { contextFromWire } from './wire';

const COULD_NOT_OPEN = 'The subscription could not be opened.';
/** Stands for the operation of whoever brings no token. */
const REFUSED = parse('subscription Refused { refused }');

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
  const callerOf = (extensions: unknown): RequestContext | null => {
    try {
      return contextFromWire(Object(extensions) as Record<string, unknown>, subgraph.name, tokens, log);
    } catch {
      return null;
    }
  };
  const disposable = useServer(
    {
      schema: subgraph.schema,
      connectionInitWaitTimeout: 3_000,
      // Everything that graphql-ws would do for an operation is done here: a result with errors keeps the socket open.
      onSubscribe: (_context, _id, { query, operationName, variables, extensions }) => {
        const context = callerOf(extensions);
        // Whoever may not ask is not told either whether the question was a good one.
        if (!context) return { schema: subgraph.schema, document: REFUSED };
        const parsed = documents.get(query);
        if ('errors' in parsed) return parsed.errors;
        return {
          schema: subgraph.schema,
          document: parsed.document,
          operationName,
          variableValues: variables,
          contextValue: context,
        };
      },
      subscribe: async ({ document, operationName, variableValues, contextValue }) => {
        if (!contextValue) return { errors: [unauthenticated()] };
        try {
          return await subgraph.subscribe(
            {
              document,
              operationName: operationName ?? undefined,
              variables: variableValues ?? undefined,
            },
            contextValue as RequestContext,
          );
        } catch (error) {
          if (error instanceof GraphQLError) return { errors: [error] };
          log.error({ err: error }, 'a subscription could not be opened');
          return { errors: [new PublicError(ErrorCode.INTERNAL_SERVER_ERROR, COULD_NOT_OPEN)] };
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
