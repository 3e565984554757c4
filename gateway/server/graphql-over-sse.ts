import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Networks } from '../../platform/network/addresses';
import { badUserInput, ErrorCode, PublicError, unauthenticated } from '../../platform/graphql/errors';
import { ByteBudget } from '../engine/subscriptions/backlog';
import type { SharedResult } from '../engine/subscriptions/shared-result';
import { Subscription } from '../engine/subscriptions/subscription';
import type { Authentication, Authenticator } from '../identity/authenticator';
import { clientAddress, credentialsOf, userAgentOf } from './client-address';
import { MAX_CONNECTIONS_PER_USER, type ConnectionLimit } from './connection-limit';
import { createContext, type GatewayContext } from './gateway-context';
import { presentable, runOperation } from './run-operation';

export interface GraphQLOverSseOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly authenticator: Authenticator | null;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly connections: ConnectionLimit;
  readonly log: Logger;
}

/** Proxies close connections on which nothing is heard; a comment is nothing to the client. */
const HEARTBEAT_MILLIS = 12_000;
/** Results that may wait for one connection. */
const BACKLOG_BYTES = 1024 * 1024;

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
  connections,
  log,
}: GraphQLOverSseOptions): RequestHandler {
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
    let leave: (() => void) | undefined;
    const heartbeat = begin(response);
    try {
      const authentication =
        authenticator && (await authenticator.authenticate(credentialsOf(request.headers)));
      context = contextFor(authentication);
      if (authentication) leave = admit(connections, authentication);
      const answer = await runOperation(server, parse(request.body), context);
      if (answer instanceof Subscription)
        await relay(answer, response, gone.signal, authentication, authenticator);
      else response.write(nextEvent(Buffer.from(JSON.stringify(answer))));
    } catch (error) {
      const failure: FormattedExecutionResult = { errors: [presentable(error, context)] };
      response.write(nextEvent(Buffer.from(JSON.stringify(failure))));
    } finally {
      clearInterval(heartbeat);
      leave?.();
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

function admit(connections: ConnectionLimit, { identity }: Authentication): () => void {
  const leave = connections.enter(identity);
  if (leave) return leave;
  throw new PublicError(
    ErrorCode.RATE_LIMITED,
    `At most ${MAX_CONNECTIONS_PER_USER} connections may be open at once.`,
  );
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

/** Sends results until either side ends, or the credentials do; rejects with the failure that ended it. */
async function relay(
  subscription: Subscription,
  response: Response,
  gone: AbortSignal,
  authentication: Authentication | null,
  authenticator: Authenticator | null,
): Promise<void> {
  const ended = (): boolean => authentication !== null && authenticator?.isCurrent(authentication) === false;
  let leave = (): void => undefined;
  const delivered = new Promise<void>((resolve, reject) => {
    const cancel = (): void => {
      subscription.cancel();
      resolve();
    };
    const check = (): void => {
      if (!ended()) return;
      subscription.cancel();
      reject(unauthenticated());
    };
    const resume = (): void => subscription.resume();
    const forget = authenticator?.onRevocation(check);
    const expiry =
      authentication?.expiresAt != null
        ? setTimeout(check, authentication.expiresAt - Date.now() + 1)
        : undefined;
    gone.addEventListener('abort', cancel, { once: true });
    response.on('drain', resume);
    leave = () => {
      clearTimeout(expiry);
      forget?.();
      gone.removeEventListener('abort', cancel);
      response.off('drain', resume);
    };
    if (gone.aborted) cancel();
    subscription.deliverTo({
      budget: new ByteBudget(BACKLOG_BYTES),
      write(result) {
        check();
        return !ended() && response.write(eventOf(result));
      },
      end: (failure) => (failure ? reject(failure) : resolve()),
    });
  });
  return delivered.finally(leave);
}

const events = new WeakMap<SharedResult, Buffer>();

/** The same bytes for all who get this result. */
function eventOf(result: SharedResult): Buffer {
  let event = events.get(result);
  if (!event) events.set(result, (event = nextEvent(result.json)));
  return event;
}

function nextEvent(json: Buffer): Buffer {
  return Buffer.concat([Buffer.from('event: next\ndata: '), json, Buffer.from('\n\n')]);
}
