import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, ServerError } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import { from, switchMap } from 'rxjs';
import type { Session } from '../session/session';
import { createCache } from './cache';

/* eslint-disable @typescript-eslint/no-namespace -- the way in which Apollo Client is told of defaults that types depend on */
declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}
/* eslint-enable @typescript-eslint/no-namespace */

/** Longer than the gateway's own limit, so that its answer comes first. */
const LIMIT_MILLIS = 12_000;

/**
 * Queries and mutations over HTTP, subscriptions over the socket. Nothing is queued: what cannot be sent now fails now. A token
 * that the API refuses is renewed once and the operation repeated; it had no effect the first time.
 */
export function createApiClient(session: Session, socket: SocketClient): ApolloClient {
  const withToken = new SetContextLink(async () => {
    const token = await session.accessToken();
    return token === null ? {} : { headers: { authorization: `Bearer ${token}` } };
  });
  const renewed = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error) || operation.getContext()['renewed'] === true) return undefined;
    if (session.state.status !== 'signed-in') return undefined;
    operation.setContext({ renewed: true });
    return from(session.renew()).pipe(switchMap(() => forward(operation)));
  });
  const http = new HttpLink({
    uri: '/graphql',
    fetch: (input, init) =>
      fetch(input, { ...init, signal: anyOf(init?.signal, AbortSignal.timeout(LIMIT_MILLIS)) }),
  });
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      ApolloLink.from([renewed, withToken, http]),
    ),
    defaultOptions: {
      // One subgraph that is down costs its own fields: the rest is shown.
      watchQuery: { errorPolicy: 'all', fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
      query: { errorPolicy: 'all' },
    },
  });
}

function isUnauthenticated(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  );
}

function anyOf(given: AbortSignal | null | undefined, own: AbortSignal): AbortSignal {
  return given ? AbortSignal.any([given, own]) : own;
}
