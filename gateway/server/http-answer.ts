import type { ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { badUserInput, ErrorCode, PublicError } from '../../platform/graphql/errors';
import { clientError } from './client-errors';
import { traceIdOf } from './gateway-context';

const STATUS: Readonly<Record<string, number>> = {
  [ErrorCode.UNAUTHENTICATED]: 401,
  [ErrorCode.BAD_USER_INPUT]: 400,
  [ErrorCode.SERVICE_UNAVAILABLE]: 503,
};

/** Answers with a text. @param headers names and values by turns. */
export function send(
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  text: string,
): void {
  const length = String(Buffer.byteLength(text));
  response.writeHead(status, [...headers, 'content-length', length]);
  response.end(text);
}

/** What an answer to a refused request needs to know of it. */
export interface Refused {
  readonly log: Logger;
  readonly traceId: string;
  /** Names and values by turns, beside those that the response has already. */
  readonly headers?: readonly string[];
}

/** Answers a request that does not come to execution, in the form of a GraphQL answer. */
export function refuse(response: ServerResponse, error: unknown, refused: Refused, given?: number): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  const known =
    cause instanceof PublicError ? cause : new GraphQLError('The request failed', { originalError: cause });
  const told = clientError(known, refused).toJSON();
  const status = given ?? STATUS[String(told.extensions?.['code'])] ?? 500;
  const headers = [...(refused.headers ?? []), 'content-type', 'application/json; charset=utf-8'];
  if (status === 401) headers.push('www-authenticate', 'Bearer');
  send(response, status, headers, JSON.stringify({ errors: [told] }));
}

/** Answers a request whose body could not be read. @param error with the HTTP status in `status`. */
export function refuseBody(response: ServerResponse, error: unknown, refused: Refused): void {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  const because = (message: string, as: number): void => refuse(response, badUserInput(message), refused, as);
  if (status === 413) return because('The request body is larger than 100 KB.', 413);
  if (status === 415)
    return because('The request body has an encoding or charset that is not supported.', 415);
  if (typeof status === 'number' && status < 500) return because('The request body is not valid JSON.', 400);
  refuse(response, error, refused);
}

/** Errors of reading the body, and what nobody foresaw, where Express serves. */
export function httpErrors(log: Logger) {
  // Express knows a handler of errors by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    refuseBody(response, error, { log, traceId: traceIdOf(request.get('traceparent')) });
  };
}
