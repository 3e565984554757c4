import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Networks } from '../../platform/network/addresses';
import { badUserInput, ErrorCode, PublicError } from '../../platform/graphql/errors';
import type { Authentication, Authenticator } from '../identity/authenticator';
import { clientAddress, credentialsOf, userAgentOf } from './client-address';
import { clientError, withTrace } from './client-errors';
import { createContext, traceIdOf, type GatewayContext } from './gateway-context';

export interface GraphQLOverHttpOptions {
  readonly server: ApolloServer<GatewayContext>;
  /** Null: identity is off and every request is anonymous. */
  readonly authenticator: Authenticator | null;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly log: Logger;
}

/** GraphQL over HTTP by Apollo Server: the JSON body is parsed already, and the request is not for a page. */
export function graphqlOverHttp({
  server,
  authenticator,
  trustedProxies,
  log,
}: GraphQLOverHttpOptions): RequestHandler {
  return async (request, response) => {
    const traceparent = request.get('traceparent');
    let authentication: Authentication | null;
    try {
      authentication = authenticator && (await authenticator.authenticate(credentialsOf(request.headers)));
    } catch (error) {
      return refuse(response, error, { log, traceId: traceIdOf(traceparent) });
    }
    const context = createContext({
      authentication,
      traceparent,
      transport: 'http',
      clientAddress: clientAddress(request, trustedProxies),
      userAgent: userAgentOf(request.headers),
      signal: abortedWith(response),
      log,
    });
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.originalUrl.includes('?')
          ? request.originalUrl.slice(request.originalUrl.indexOf('?'))
          : '',
        // Express leaves undefined what it did not parse; Apollo Server tells the client so.
        body: request.body ?? {},
      },
      context: async () => context,
    });
    if (result.body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
    const text = context.outcome.answered ? result.body.string : traced(result.body.string, context.traceId);
    for (const [name, value] of result.headers) response.setHeader(name, value);
    send(response, result.status ?? 200, text);
  };
}

/** Errors of reading the body, and what nobody foresaw, in the form of a GraphQL answer. */
export function httpErrors(log: Logger) {
  // Express knows a handler of errors by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const trace = { log, traceId: traceIdOf(request.get('traceparent')) };
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status === 413)
      return refuse(response, badUserInput('The request body is larger than 100 KB.'), trace, 413);
    if (status === 415)
      return refuse(
        response,
        badUserInput('The request body has an encoding or charset that is not supported.'),
        trace,
        415,
      );
    if (typeof status === 'number' && status < 500)
      return refuse(response, badUserInput('The request body is not valid JSON.'), trace, 400);
    refuse(response, error, trace);
  };
}

const STATUS: Readonly<Record<string, number>> = {
  [ErrorCode.UNAUTHENTICATED]: 401,
  [ErrorCode.BAD_USER_INPUT]: 400,
  [ErrorCode.SERVICE_UNAVAILABLE]: 503,
};

function refuse(
  response: Response,
  error: unknown,
  trace: { log: Logger; traceId: string },
  status?: number,
): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  const known =
    cause instanceof PublicError ? cause : new GraphQLError('The request failed', { originalError: cause });
  const told = clientError(known, trace).toJSON();
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (status === undefined) status = STATUS[String(told.extensions?.['code'])] ?? 500;
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  send(response, status, JSON.stringify({ errors: [told] }));
}

function send(response: Response, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

/** What Apollo Server answers by itself knows nothing of the trace. */
function traced(text: string, traceId: string): string {
  const answer = JSON.parse(text) as FormattedExecutionResult;
  if (!answer.errors) return text;
  return JSON.stringify({ ...answer, errors: answer.errors.map((error) => withTrace(error, traceId)) });
}

function abortedWith(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function headersOf(request: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    // RFC 9110, section 5.3: fields of one name may be joined by commas.
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
