import type { Logger } from 'pino';
import type { Identity } from './identity/identity';

/** What is known of one request, from the public door to the last subgraph. First argument of every use case. */
export interface RequestContext {
  /** Null for anonymous requests: only `register`, `login` and the like accept these. */
  readonly identity: Identity | null;
  /** W3C trace id, 32 hexadecimal digits; returned to the client in every error. */
  readonly traceId: string;
  /** Address of the client as the gateway saw it; null for work that no client asked for. */
  readonly clientAddress: string | null;
  /** What the client says of itself (`User-Agent`): for people who read the audit log, and believed by nobody. */
  readonly userAgent?: string | null;
  /** Epoch milliseconds after which nobody waits for the answer any more. */
  readonly deadline: number;
  /** Work that repeats by itself until it succeeds, and that nobody waits for. */
  readonly unattended?: boolean;
  readonly log: Logger;
}

/** Milliseconds left until the request's deadline, at least zero and at most `limit`. */
export function remainingMillis(context: RequestContext, limit: number): number {
  return Math.max(0, Math.min(limit, context.deadline - Date.now()));
}
