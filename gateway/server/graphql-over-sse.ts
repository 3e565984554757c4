import { once } from 'node:events';
import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Networks } from '../../platform/network/addresses';
import { badUserInput, ErrorCode, PublicError, unauthenticated } from '../../platform/graphql/errors';
import type { ResultStream } from '../engine/subscriptions/hydration-group';
import type { Authentication, Authenticator } from '../identity/authenticator';
import { clientAddress, credentialsOf, userAgentOf } from './client-address';
import { createContext, type GatewayContext } from './gateway-context';
import { MAX_CONNECTIONS_PER_USER, presentable, runOperation } from './run-operation';

export interface GraphQLOverSseOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly authenticator: Authenticator | null;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly log: Logger;
}

/** Proxies close connections on which nothing is heard; a comment is nothing to the client. */
const HEARTBEAT_MILLIS = 12_000;

const requestSchema = z.object({
  /** Absent where `extensions` name a persisted operation. */
  query: z.string().default(''),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** Whether the client wants its results as server-sent events. */
export function wantsEvents(request: Request): boolean {
  return request.method === 'POST' && request.get('accept')?.includes('text/event-stream') === true;
}

/**
 * GraphQL over server-sent events, distinct connections mode: one operation in the body of a POST, its results as `next`
 * events, then `complete`. By that protocol everything that can go wrong is a `next` event with errors.
 */
export function graphqlOverSse({
  server,
  authenticator,
  trustedProxies,
  log,
}: GraphQLOverSseOptions): RequestHandler {
  const connections = new Map<string, number>();

  return async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const contextFor = (authentication: Authentication | null): GatewayContext =>
      createContext({
        authentication,
        traceparent: request.get('traceparent'),
        transport: 'sse',
        clientAddress: clientAddress(request, trustedProxies),
        userAgent: userAgentOf(request.headers),
        signal: gone.signal,
        log,
      });
    let context = contextFor(null);
    let user: string | undefined;
    const heartbeat = begin(response);
    try {
      const authentication =
        authenticator && (await authenticator.authenticate(credentialsOf(request.headers)));
      context = contextFor(authentication);
      user = authentication?.identity.userId;
      if (user !== undefined) admit(connections, user);
      const answer = await runOperation(server, parse(request.body), context);
      if (Symbol.asyncIterator in answer)
        await relay(answer, response, gone.signal, authentication, authenticator);
      else await next(response, answer);
    } catch (error) {
      await next(response, { errors: [presentable(error, context)] });
    } finally {
      clearInterval(heartbeat);
      if (user !== undefined) connections.set(user, (connections.get(user) ?? 1) - 1);
      if (user !== undefined && connections.get(user) === 0) connections.delete(user);
      // A client must not read an event without data as none: the protocol's clients wait for this one.
      if (!response.destroyed) response.end('event: complete\ndata:\n\n');
    }
  };
}

function begin(response: Response): NodeJS.Timeout {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    // nginx would hold events back until its buffer is full.
    'x-accel-buffering': 'no',
  });
  response.write(':\n\n');
  return setInterval(() => response.write(':\n\n'), HEARTBEAT_MILLIS);
}

function admit(connections: Map<string, number>, user: string): void {
  const open = (connections.get(user) ?? 0) + 1;
  connections.set(user, open);
  if (open > MAX_CONNECTIONS_PER_USER) {
    throw new PublicError(
      ErrorCode.RATE_LIMITED,
      `At most ${MAX_CONNECTIONS_PER_USER} connections may be open at once.`,
    );
  }
}

function parse(body: unknown): GraphQLRequest {
  const request = requestSchema.safeParse(body);
  if (!request.success) throw badUserInput('The body must be a GraphQL request: JSON with `query`.');
  const { query, operationName, variables, extensions } = request.data;
  return {
    query,
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

/** Sends what the stream yields until either side ends, or the credentials do. */
async function relay(
  stream: ResultStream,
  response: Response,
  gone: AbortSignal,
  authentication: Authentication | null,
  authenticator: Authenticator | null,
): Promise<void> {
  const stop = (): void => void stream.return();
  const ended = (): boolean => authentication !== null && authenticator?.isCurrent(authentication) === false;
  const check = (): void => {
    if (ended()) stream.end({ error: unauthenticated() });
  };
  const forget = authenticator?.onRevocation(check);
  const expiry =
    authentication?.expiresAt != null
      ? setTimeout(check, authentication.expiresAt - Date.now() + 1)
      : undefined;
  gone.addEventListener('abort', stop, { once: true });
  if (gone.aborted) stop();
  try {
    for await (const { errors, ...result } of stream) {
      if (ended()) throw unauthenticated();
      await next(response, { ...result, ...(errors && { errors: errors.map((error) => error.toJSON()) }) });
    }
  } finally {
    clearTimeout(expiry);
    forget?.();
    gone.removeEventListener('abort', stop);
  }
}

/** Resolves when the connection takes more: a slow client holds up its own subscription and no memory. */
async function next(response: Response, result: FormattedExecutionResult): Promise<void> {
  if (response.destroyed || response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() =>
    waiting.abort(),
  );
}
