import type { Server as HttpServer } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import {
  GraphQLError,
  parse,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import {
  CloseCode,
  makeServer,
  MessageType,
  stringifyMessage,
  type Context,
  type PingMessage,
  type SubscribePayload,
} from 'graphql-ws';
import type { Logger } from 'pino';
import type { Networks } from '../../platform/network/addresses';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { Subscription } from '../engine/subscriptions/subscription';
import type { Authenticator } from '../identity/authenticator';
import { clientAddress, userAgentOf } from './client-address';
import { clientError } from './client-errors';
import { MAX_CONNECTIONS_PER_USER, type ConnectionLimit } from './connection-limit';
import { Delivery } from './delivery';
import { createContext, traceIdOf, type GatewayContext } from './gateway-context';
import { presentable, runOperation } from './run-operation';
import { WebSocketClient, type Params } from './websocket-client';
import { webSocketTransport } from './websocket-transport';

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
  readonly connections: ConnectionLimit;
  /** From one ping of a socket to the next; 12 s unless given. */
  readonly pingMillis?: number;
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
  const { server, authenticator, connections, log } = options;
  const clients = new Set<WebSocketClient>();

  async function connect(context: Context<Params, WebSocketClient>): Promise<boolean> {
    const { extra: client, connectionParams = {} } = context;
    let identity;
    try {
      identity = await client.authenticate(credentialsIn(connectionParams));
    } catch (error) {
      if (error instanceof PublicError && error.extensions['code'] === ErrorCode.UNAUTHENTICATED)
        return false;
      log.error({ err: error }, 'a connection could not be authenticated');
      client.socket.close(TRY_AGAIN_LATER, 'Try again later');
      return false;
    }
    if (client.closed.aborted) return false;
    if (identity) {
      const leave = connections.enter(identity);
      if (!leave) {
        const reason = `At most ${MAX_CONNECTIONS_PER_USER} connections may be open at once`;
        client.socket.close(CloseCode.TooManyInitialisationRequests, reason);
        return false;
      }
      client.closed.addEventListener('abort', leave, { once: true });
    }
    client.context = context;
    return true;
  }

  /** A ping with an access token renews the connection's; the pong tells until when it is good. */
  async function ping(client: WebSocketClient, payload: PingMessage['payload']): Promise<void> {
    const credentials = credentialsIn(payload ?? {});
    let answer = payload;
    if (credentials.authorization !== undefined) {
      if (client.context) await client.renew(credentials);
      const { authentication } = client;
      const expiresAt = authentication?.expiresAt ?? null;
      answer = { expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() };
    }
    await client.send(stringifyMessage({ type: MessageType.Pong, ...(answer && { payload: answer }) }));
  }

  async function operate(
    { extra, subscriptions }: Context<Params, WebSocketClient>,
    id: string,
    payload: SubscribePayload,
  ) {
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
    if (answer instanceof Subscription) return done(new Delivery(answer, extra, id));
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

  const done = (contextValue: Delivery | ExecutionResult) => ({
    schema: options.schema(),
    document: DONE,
    contextValue,
  });

  const protocol = makeServer<Params, WebSocketClient>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MILLIS,
    onConnect: connect,
    onSubscribe: operate,
    subscribe: ({ contextValue }) => contextValue as Delivery | ExecutionResult,
    onError: (_context, _id, payload, errors) => {
      const trace = { log, traceId: traceIdOf(text(payload.extensions?.['traceparent'])) };
      return errors.map((error) =>
        (error instanceof PresentedError ? error : clientError(error, trace)).toJSON(),
      );
    },
  });
  const forgetRevocations = authenticator?.onRevocation(() => clients.forEach((client) => client.holds()));
  const transport = webSocketTransport<WebSocketClient>({
    ...options,
    protocol,
    onPing: ping,
    connection: (base) => {
      const client = new WebSocketClient(base, authenticator);
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

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
