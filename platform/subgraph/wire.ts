import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { RequestContext } from '../context';
import { unauthenticated } from '../graphql/errors';
import type { InternalTokens } from '../identity/internal-token';

// How a request's context travels between processes: as HTTP headers, or as `extensions` of a WebSocket operation.
const AUTHORIZATION = 'authorization';
const TRACEPARENT = 'traceparent';
const TIMEOUT = 'x-bodega-timeout-millis';
const CLIENT_ADDRESS = 'x-bodega-client-address';
const USER_AGENT = 'x-bodega-user-agent';

const MAX_TIMEOUT_MILLIS = 10_000;

/** The context as headers for `audience`; the deadline as what is left of it, for clocks differ. */
export function wireHeaders(
  context: RequestContext,
  audience: string,
  tokens: InternalTokens,
): Record<string, string> {
  return {
    [AUTHORIZATION]: `Bearer ${tokens.mint(context.identity, audience)}`,
    // W3C Trace Context, level 1: version, trace id, parent id, flags.
    [TRACEPARENT]: `00-${context.traceId}-${randomBytes(8).toString('hex')}-01`,
    [TIMEOUT]: String(Math.max(1, context.deadline - Date.now())),
    ...(context.clientAddress === null ? {} : { [CLIENT_ADDRESS]: context.clientAddress }),
    ...(context.userAgent == null ? {} : { [USER_AGENT]: context.userAgent }),
  };
}

/**
 * The context that a caller inside the deployment sent. Nothing in it is believed without an internal token for this
 * audience: throws UNAUTHENTICATED.
 */
export function contextFromWire(
  headers: Readonly<Record<string, unknown>>,
  audience: string,
  tokens: InternalTokens,
  log: Logger,
): RequestContext {
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [scheme, token] = (header(AUTHORIZATION) ?? '').split(' ');
  if (scheme !== 'Bearer' || token === undefined) throw unauthenticated();
  const identity = tokens.verify(token, audience);
  const traceId =
    /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(header(TRACEPARENT) ?? '')?.[1] ??
    randomBytes(16).toString('hex');
  const timeout = Number(header(TIMEOUT));
  const millis = timeout > 0 && timeout < MAX_TIMEOUT_MILLIS ? timeout : MAX_TIMEOUT_MILLIS;
  return {
    identity,
    traceId,
    clientAddress: header(CLIENT_ADDRESS) ?? null,
    userAgent: header(USER_AGENT) ?? null,
    deadline: Date.now() + millis,
    log: log.child({ traceId, ...(identity && { tenantId: identity.tenantId }) }),
  };
}
