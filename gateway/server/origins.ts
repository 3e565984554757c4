import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/**
 * Whether a page of this origin may talk to the gateway: pages of the gateway's own host, and those that the
 * configuration names. Programs send no Origin and have no user's cookies or network position to abuse.
 */
export function allowsOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  allowed: readonly string[],
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

/** Cross-origin resource sharing for the origins that the configuration names, and for no other. */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined || !allowed.includes(origin)) return next();
    response.setHeader('access-control-allow-origin', origin);
    response.vary('Origin');
    if (request.method !== 'OPTIONS') return next();
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, x-api-key, traceparent, apollo-require-preflight, x-apollo-operation-name, x-bodega-cost',
    );
    response.setHeader('access-control-max-age', '600');
    response.status(204).end();
  };
}
