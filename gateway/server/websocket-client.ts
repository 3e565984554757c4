import { CloseCode, type Context } from 'graphql-ws';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import type { Identity } from '../../platform/identity/identity';
import { ByteBudget } from '../engine/subscriptions/backlog';
import type { Authentication, Authenticator, Credentials } from '../identity/authenticator';
import { Delivery } from './delivery';
import type { Connection } from './websocket-transport';

/** Results that may wait for one connection, in all its subscriptions. */
const BACKLOG_BYTES = 1024 * 1024;
/** What `setTimeout` can count. */
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;

export type Params = Record<string, unknown>;

/** One connection and on whose behalf it is: until when, and who may prolong that. */
export class WebSocketClient {
  readonly socket;
  readonly writer;
  readonly send;
  readonly request;
  readonly closed;
  readonly budget = new ByteBudget(BACKLOG_BYTES);
  /** Set once the client has been let in. */
  context: Context<Params, WebSocketClient> | undefined;
  #authentication: Authentication | null = null;
  #expiry: NodeJS.Timeout | undefined;

  constructor(
    { socket, writer, send, request, closed }: Connection,
    private readonly authenticator: Authenticator | null,
  ) {
    this.socket = socket;
    this.writer = writer;
    this.send = send;
    this.request = request;
    this.closed = closed;
    closed.addEventListener('abort', () => clearTimeout(this.#expiry), { once: true });
  }

  get authentication(): Authentication | null {
    return this.#authentication;
  }

  /** Rejects as the authenticator does. */
  async authenticate(credentials: Credentials): Promise<Identity | null> {
    this.#authentication = (await this.authenticator?.authenticate(credentials)) ?? null;
    this.#awaitExpiry();
    return this.#authentication?.identity ?? null;
  }

  /**
   * Takes a newer token of the same person with the same rights: it prolongs what the connection may do and changes
   * nothing of it. Closes with 4403 for any other; while tokens cannot be checked everything stays as it is.
   */
  async renew(credentials: Credentials): Promise<void> {
    let renewed: Authentication | null;
    try {
      renewed = (await this.authenticator?.authenticate(credentials)) ?? null;
    } catch (error) {
      const refused = error instanceof PublicError && error.extensions['code'] === ErrorCode.UNAUTHENTICATED;
      if (refused) this.end('The new access token is not valid');
      return;
    }
    const current = this.#authentication;
    if (!renewed || !current || !sameAccess(renewed.identity, current.identity))
      return this.end('The new access token is of another person or has other rights');
    if ((renewed.expiresAt ?? Infinity) <= (current.expiresAt ?? Infinity)) return;
    this.#authentication = renewed;
    this.#awaitExpiry();
  }

  /** False once the credentials have expired or were revoked: the connection has been closed then. */
  holds(): boolean {
    if (!this.#authentication || this.authenticator?.isCurrent(this.#authentication) !== false) return true;
    this.end('The access has ended');
    return false;
  }

  /** Closes with 4403; nothing more is delivered, whether or not the peer answers. */
  end(reason: string): void {
    this.socket.close(CloseCode.Forbidden, reason);
    for (const subscription of Object.values(this.context?.subscriptions ?? {})) {
      if (subscription instanceof Delivery) void subscription.return();
    }
  }

  #awaitExpiry(): void {
    clearTimeout(this.#expiry);
    const expiresAt = this.#authentication?.expiresAt ?? null;
    if (expiresAt === null || this.closed.aborted) return;
    const millis = Math.min(Math.max(expiresAt - Date.now(), 1), LONGEST_TIMER_MILLIS);
    this.#expiry = setTimeout(() => {
      if (this.holds()) this.#awaitExpiry();
    }, millis);
  }
}

function sameAccess(one: Identity, other: Identity): boolean {
  return rightsOf(one) === rightsOf(other);
}

function rightsOf({ tenantId, userId, apiKeyId, role, scopes }: Identity): string {
  return JSON.stringify([tenantId, userId, apiKeyId, role, [...scopes].sort()]);
}
