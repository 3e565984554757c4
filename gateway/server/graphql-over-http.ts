import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type GraphQLRequest, type GraphQLResponse } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Networks } from '../../platform/network/addresses';
import type { Authentication, Authenticator } from '../identity/authenticator';
import { clientAddress, credentialsOf, userAgentOf } from './client-address';
import { withTrace } from './client-errors';
import { createContext, traceIdOf, type GatewayContext } from './gateway-context';
import { refuse, send } from './http-answer';
import type { KnownOperations } from './known-operations';

export interface GraphQLOverHttpOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly known: KnownOperations;
  /** Null: identity is off and every request is anonymous. */
  readonly authenticator: Authenticator | null;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly log: Logger;
}

/**
 * Answers one request. @param headers of the answer, names and values by turns. @param body parsed already; undefined when
 * there was none, or none that could be parsed.
 */
export type GraphQLOverHttp = (
  request: IncomingMessage,
  response: ServerResponse,
  headers: readonly string[],
  body: unknown,
) => Promise<void>;

/** GraphQL over HTTP: by Apollo Server, or without it where it has nothing left to do. The request is not for a page. */
export function graphqlOverHttp(options: GraphQLOverHttpOptions): GraphQLOverHttp {
  const { server, known, authenticator, trustedProxies, log } = options;
  return async (request, response, headers, body) => {
    const { traceparent } = request.headers;
    const trace = typeof traceparent === 'string' ? traceparent : undefined;
    let authentication: Authentication | null;
    try {
      authentication = authenticator && (await authenticator.authenticate(credentialsOf(request.headers)));
    } catch (error) {
      return refuse(response, error, { log, traceId: traceIdOf(trace), headers });
    }
    const context = createContext({
      authentication,
      traceparent: trace,
      transport: 'http',
      clientAddress: clientAddress(request, trustedProxies),
      userAgent: userAgentOf(request.headers),
      signal: abortedWith(response),
      log,
    });
    const contentType = usualContentType(request);
    const operation = contentType === undefined ? undefined : operationIn(request, body);
    const answer = operation && (await known.answer(operation, context));
    if (answer && contentType !== undefined) {
      const { status = 200, headers: own } = answer.http;
      send(response, status, [...headers, ...[...own].flat(), 'content-type', contentType], textOf(answer));
      return;
    }
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? '',
        headers: headersOf(request),
        search: searchOf(request),
        // Apollo Server tells the client so.
        body: body ?? {},
      },
      context: async () => context,
    });
    if (result.body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
    const text = context.outcome.answered ? result.body.string : traced(result.body.string, context.traceId);
    send(response, result.status ?? 200, [...headers, ...[...result.headers].flat()], text);
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What Apollo Server chooses for the `Accept` of most clients; for any other it is asked. */
const CONTENT_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json, text/plain, */*', JSON_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', GRAPHQL_TYPE],
]);

/** The media type of the answer to a request that is as most are; undefined for all others. */
function usualContentType({ method, headers }: IncomingMessage): string | undefined {
  // A POST of JSON is what the protection against cross-site request forgery lets through: no form can send it.
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return undefined;
  return CONTENT_TYPES.get(headers.accept);
}

/** Undefined for a body that is not plainly one operation, which Apollo Server explains to the client. */
function operationIn(request: IncomingMessage, body: unknown): GraphQLRequest | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, variables, operationName, extensions }: Record<string, unknown> = { ...body };
  if (query !== undefined && typeof query !== 'string') return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (!isObjectOrNone(variables) || !isObjectOrNone(extensions)) return undefined;
  return {
    ...(query !== undefined && { query }),
    ...(variables && { variables }),
    ...(operationName != null && { operationName }),
    ...(extensions && { extensions }),
    http: { method: 'POST', headers: headersOf(request), search: '', body },
  };
}

function isObjectOrNone(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value));
}

function textOf({ body }: GraphQLResponse): string {
  if (body.kind !== 'single') throw new Error('Incremental delivery is not offered');
  const { errors, data, extensions } = body.singleResult;
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}

/** What Apollo Server answers by itself knows nothing of the trace. */
function traced(text: string, traceId: string): string {
  const answer = JSON.parse(text) as FormattedExecutionResult;
  if (!answer.errors) return text;
  return JSON.stringify({ ...answer, errors: answer.errors.map((error) => withTrace(error, traceId)) });
}

function abortedWith(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    // RFC 9110, section 5.3: fields of one name may be joined by commas.
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
