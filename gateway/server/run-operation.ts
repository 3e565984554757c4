import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { PublicError } from '../../platform/graphql/errors';
import type { Subscription } from '../engine/subscriptions/subscription';
import { clientError, withTrace } from './client-errors';
import type { GatewayContext } from './gateway-context';

/**
 * Runs one operation through Apollo Server's pipeline, for the transports that carry subscriptions. Never rejects: what
 * went wrong is in the result, and a result without `data` says that nothing was executed.
 */
export async function runOperation(
  server: ApolloServer<GatewayContext>,
  request: GraphQLRequest,
  context: GatewayContext,
): Promise<Subscription | FormattedExecutionResult> {
  try {
    // graphql-transport-ws demands a query of who names a persisted operation too.
    const { query, ...named } = request;
    const { body } = await server.executeOperation(query === '' ? named : request, { contextValue: context });
    if (body.kind !== 'single') throw new Error('Incremental delivery is not offered');
    if (context.outcome.subscription) return context.outcome.subscription;
    const { errors, ...result } = body.singleResult;
    return { ...result, ...(errors && { errors: errors.map((error) => withTrace(error, context.traceId)) }) };
  } catch (error) {
    return { errors: [presentable(error, context)] };
  }
}

/** Any failure as a client may see it. */
export function presentable(error: unknown, context: Pick<GatewayContext, 'log' | 'traceId'>) {
  const cause = error instanceof Error ? error : new Error(String(error));
  const known =
    cause instanceof PublicError ? cause : new GraphQLError('The operation failed', { originalError: cause });
  return clientError(known, context).toJSON();
}
