import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { PublicError } from '../../platform/graphql/errors';
import type { FetchContext } from '../engine/source';
import type { Subscription } from '../engine/subscriptions/subscription';
import type { Authentication } from '../identity/authenticator';

export type Transport = 'http' | 'websocket' | 'sse';

/** What the pipeline hands back beside Apollo Server's response. One object for all copies of a context. */
export interface Outcome {
  /** The opened subscription. */
  subscription?: Subscription;
  /** Whether the response was made, and its errors masked, by the engine. */
  answered?: boolean;
  /** Why the client is answered nothing at the moment. */
  refusal?: PublicError | undefined;
  /** What the operation may touch at most. */
  cost?: number;
  /** Whether it was let through to the engine. */
  admitted?: boolean;
}

export interface GatewayContext extends FetchContext {
  readonly transport: Transport;
  readonly outcome: Outcome;
  /** Epoch milliseconds with fractions, for the duration. */
  readonly startedAt: number;
}

/** Milliseconds that a client waits. */
export const CLIENT_LIMIT_MILLIS = 10_000;

export interface ContextInput {
  readonly authentication: Authentication | null;
  readonly transport: Transport;
  readonly clientAddress: string | null;
  readonly userAgent: string | null;
  /** W3C Trace Context, as the client sent it. */
  readonly traceparent: string | undefined;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export function createContext({ authentication, traceparent, log, ...input }: ContextInput): GatewayContext {
  const identity = authentication?.identity ?? null;
  const traceId = traceIdOf(traceparent);
  return {
    ...input,
    identity,
    traceId,
    log: log.child(identity ? { traceId, tenantId: identity.tenantId } : { traceId }),
    deadline: Date.now() + CLIENT_LIMIT_MILLIS,
    startedAt: performance.now(),
    outcome: {},
  };
}

/** The client's trace id where it sent a valid one (W3C Trace Context, level 1), else a new one. */
export function traceIdOf(traceparent: string | undefined): string {
  const [, given] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '') ?? [];
  return given === undefined || /^0+$/.test(given) ? randomUUID().replaceAll('-', '') : given;
}
