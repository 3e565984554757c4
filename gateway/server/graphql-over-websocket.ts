import type { Server as HttpServer } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import {
  GraphQLError,
  parse,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Networks } from '../../platform/network/addresses';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import type { ResultStream } from '../engine/subscriptions/hydration-group';
import type { Authentication, Authenticator } from '../identity/authenticator';
import { clientAddress, userAgentOf } from './client-address';
import { clientError } from './client-errors';
import { createContext, traceIdOf, type GatewayContext } from './gateway-context';
import { MAX_CONNECTIONS_PER_USER, presentable, runOperation } from './run-operation';
import { webSocketTransport, type Connection } from './websocket-transport';

export interface GraphQLOverWebSocketOptions {
  readonly http: HttpServer;
  readonly path: string;
  readonly server: ApolloServer<GatewayContext>;
  readonly schema: () => GraphQLSchema;
  /** Null: identity is off and every connection is anonymous. */
  readonly authenticator: Authenticator | null;
  readonly allowedOrigins: readonly string[];
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly log: Logger;
}

export interface GraphQLOverWebSocket {
  openSockets(): number;
  openSubscriptions(): number;
  /** Takes no new connection and closes the others with 1001; resolves when all are closed. */
  stop(): Promise<void>;
}

const INIT_TIMEOUT_MILLIS = 3_000;
const MAX_OPERATIONS_PER_SOCKET = 50;
/** RFC 6455's registry: the server cannot serve this now. */
const TRY_AGAIN_LATER = 1013;

type Params = Record<string, unknown>;

interface Client extends Connection {
  authentication: Authentication | null;
  /** Set once the client has been let in. */
  context?: Context<Params, Client>;
}

/** An error as it was already presented. */
class PresentedError extends GraphQLError {
  constructor(private readonly presented: GraphQLFormattedError) {
    super(presented.message);
  }

  override toJSON(): GraphQLFormattedError {
    return this.presented;
  }
}

/** graphql-ws decides by the document whether to execute or to subscribe; here the pipeline has done either already. */
const DONE = parse('subscription Done { done }');

/**
 * graphql-transport-ws on the same path as HTTP. Every operation goes through Apollo Server's pipeline, so that limits,
 * permissions, masking and metrics are the same ones; an operation that fails never closes the socket of the others.
 */
export function graphqlOverWebSocket(options: GraphQLOverWebSocketOptions): GraphQLOverWebSocket {
  const { server, authenticator, log } = options;
  const clients = new Set<Client>();

  const endIfNotCurrent = ({ authentication, socket }: Client): void => {
    if (!authentication || !authenticator || authenticator.isCurrent(authentication)) return;
    socket.close(CloseCode.Forbidden, 'The access has ended');
  };

  async function connect(context: Context<Params, Client>): Promise<boolean> {
    const { extra: client, connectionParams = {} } = context;
    try {
      client.authentication =
        authenticator && (await authenticator.authenticate(credentialsIn(connectionParams)));
    } catch (error) {
      if (error instanceof PublicError && error.extensions['code'] === ErrorCode.UNAUTHENTICATED)
        return false;
      log.error({ err: error }, 'a connection could not be authenticated');
      client.socket.close(TRY_AGAIN_LATER, 'Try again later');
      return false;
    }
    const { authentication } = client;
    if (authentication) {
      const same = [...clients].filter((other) => sameUser(other.authentication, authentication));
      if (same.length > MAX_CONNECTIONS_PER_USER) return false;
      if (authentication.expiresAt !== null) closeAt(authentication.expiresAt, client);
    }
    client.context = context;
    return true;
  }

  async function operate({ extra, subscriptions }: Context<Params, Client>, payload: SubscribePayload) {
    const context = createContext({
      authentication: extra.authentication,
      traceparent: text(payload.extensions?.['traceparent']),
      transport: 'websocket',
      clientAddress: clientAddress(extra.request, options.trustedProxies),
      userAgent: userAgentOf(extra.request.headers),
      signal: extra.closed,
      log,
    });
    if (Object.keys(subscriptions).length > MAX_OPERATIONS_PER_SOCKET) {
      const message = `A connection may have ${MAX_OPERATIONS_PER_SOCKET} operations at once.`;
      return [new PresentedError(presentable(new PublicError(ErrorCode.RATE_LIMITED, message), context))];
    }
    const answer = await runOperation(server, requestOf(payload), context);
    if (Symbol.asyncIterator in answer) return done(answer);
    const { data, errors, extensions } = answer;
    const presented = errors?.map((error) => new PresentedError(error));
    // Without data nothing was executed: that is the protocol's error and no result.
    if (data === undefined && presented) return presented;
    return done({
      data: data ?? null,
      ...(presented && { errors: presented }),
      ...(extensions && { extensions }),
    });
  }

  const done = (contextValue: ResultStream | ExecutionResult) => ({
    schema: options.schema(),
    document: DONE,
    contextValue,
  });

  const protocol = makeServer<Params, Client>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MILLIS,
    onConnect: connect,
    onSubscribe: (context, _id, payload) => operate(context, payload),
    subscribe: ({ contextValue }) => contextValue as ResultStream | ExecutionResult,
    // Credentials may end between two events of a subscription that they opened.
    onNext: ({ extra }) => endIfNotCurrent(extra),
    onError: (_context, _id, payload, errors) => {
      const trace = { log, traceId: traceIdOf(text(payload.extensions?.['traceparent'])) };
      return errors.map((error) =>
        (error instanceof PresentedError ? error : clientError(error, trace)).toJSON(),
      );
    },
  });
  const forgetRevocations = authenticator?.onRevocation(() => clients.forEach(endIfNotCurrent));
  const transport = webSocketTransport<Client>({
    ...options,
    protocol,
    connection: (base) => {
      const client: Client = { ...base, authentication: null };
      clients.add(client);
      base.closed.addEventListener('abort', () => clients.delete(client), { once: true });
      return client;
    },
  });

  return {
    openSockets: () => clients.size,
    openSubscriptions: () =>
      [...clients].flatMap(({ context }) => Object.values(context?.subscriptions ?? {})).filter(Boolean)
        .length,
    async stop() {
      forgetRevocations?.();
      await transport.stop();
    },
  };
}

function credentialsIn(params: Params) {
  const given = new Map(Object.entries(params).map(([name, value]) => [name.toLowerCase(), text(value)]));
  return { authorization: given.get('authorization') || undefined, apiKey: given.get('x-api-key') };
}

function requestOf({ query, operationName, variables, extensions }: SubscribePayload) {
  return {
    query,
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

function sameUser(a: Authentication | null, b: Authentication): boolean {
  return a?.identity.userId === b.identity.userId && a.identity.tenantId === b.identity.tenantId;
}

function closeAt(expiresAt: number, { socket, closed }: Client): void {
  const timer = setTimeout(
    () => socket.close(CloseCode.Forbidden, 'The access token has expired'),
    expiresAt - Date.now(),
  );
  closed.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
