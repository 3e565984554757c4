import { ServerResponse, type IncomingMessage, type RequestListener } from 'node:http';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { traceIdOf } from './gateway-context';
import type { GraphQLOverHttp } from './graphql-over-http';
import { refuse, refuseBody } from './http-answer';
import { readJson } from './json-body';

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface FrontDoorOptions {
  readonly path: string;
  readonly app: Express;
  readonly answers: GraphQLOverHttp;
  /** Sets the headers that every response has, the same for all. */
  readonly security: Middleware;
  readonly allowedOrigins: readonly string[];
  readonly log: Logger;
}

/**
 * Where every request comes in. A plain POST of JSON to the GraphQL path, which is what nearly all are, is read and answered
 * here: Express costs more than all the rest of it. Whatever is not plain is Express': pages, streams of events, GET,
 * compressed bodies, other charsets, pages of other origins.
 */
export function frontDoor(options: FrontDoorOptions): RequestListener {
  const { path, app, answers, allowedOrigins, log } = options;
  const headers = headersSetBy(options.security);
  const isPlain = ({ method, url, headers: given }: IncomingMessage): boolean =>
    method === 'POST' &&
    url === path &&
    /^application\/json(; ?charset=utf-8)?$/i.test(given['content-type'] ?? '') &&
    given['content-encoding'] === undefined &&
    given.accept?.includes('text/event-stream') !== true &&
    (given.origin === undefined || !allowedOrigins.includes(given.origin));

  return (request, response) => {
    if (!isPlain(request)) return void app(request, response);
    const refused = () => ({ log, headers, traceId: traceIdOf(String(request.headers['traceparent'])) });
    readJson(request)
      .then(
        (body) => answers(request, response, headers, body),
        (error: unknown) => refuseBody(response, error, refused()),
      )
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else refuse(response, error, refused());
      });
  };
}

/** Names and values by turns. */
function headersSetBy(middleware: Middleware): readonly string[] {
  const response = new ServerResponse({ method: 'POST' } as IncomingMessage);
  middleware({ method: 'POST', headers: {} } as IncomingMessage, response, () => undefined);
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
}
