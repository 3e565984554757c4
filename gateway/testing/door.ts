import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Identity } from '../../platform/identity/identity';
import { createGateway, type Gateway, type GatewayOptions } from '../create-gateway';
import { Authenticator } from '../identity/authenticator';
import { KeySet } from '../identity/key-set';
import { RevocationList } from '../identity/revocation-list';
import { Shop } from './shop';

export type { AddressInfo };
export const silent = pino({ level: 'silent' });

export const TENANT = '0197a000-0000-7000-8000-000000000001';
export const OTHER_TENANT = '0197a000-0000-7000-8000-000000000002';

export function identityOf(user: number, scopes: readonly string[], tenantId = TENANT): Identity {
  return {
    tenantId,
    userId: `0197a000-0000-7000-8000-0000000001${String(user).padStart(2, '0')}`,
    role: 'SELLER',
    scopes,
    apiKeyId: `key-${user}`,
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

/** A gateway over the shop on a real socket, with API keys `<user>:<scope>,<scope>` that stand for themselves. */
export class Door {
  readonly revoked: string[] = [];
  readonly clients: Client[] = [];

  private constructor(
    readonly shop: Shop,
    readonly gateway: Gateway,
    readonly revocations: RevocationList,
  ) {}

  static async open(options: Partial<GatewayOptions> = {}, shop = new Shop()): Promise<Door> {
    const revoked: string[] = [];
    const revocations = new RevocationList(async () => [...revoked], silent, 20);
    const authenticator = new Authenticator({
      keys: new KeySet(async () => '{"keys":[]}'),
      revocations,
      apiKeyIdentity: async (secret) => identityFromKey(secret),
    });
    await revocations.start();
    const gateway = await createGateway({
      supergraphSdl: shop.supergraphSdl,
      sources: shop.sources,
      authenticator,
      jwks: async () => '{"keys":[]}',
      log: silent,
      host: '127.0.0.1',
      port: 0,
      production: false,
      ...options,
    });
    await gateway.listen();
    const door = new Door(shop, gateway, revocations);
    door.revoked.push = (...entries: string[]) => revoked.push(...entries);
    return door;
  }

  get url(): string {
    return this.gateway.url;
  }

  async post(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.send({ query, variables }, headers);
  }

  async send(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  }

  /** A graphql-ws client with these connection parameters. */
  client(connectionParams: Record<string, unknown> = {}): Client {
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
      lazy: true,
      onNonLazyError: () => undefined,
    });
    this.clients.push(client);
    return client;
  }

  /** A bare socket that has spoken nothing but the handshake. */
  async socket(
    headers: Record<string, string> = {},
    protocols: string[] = ['graphql-transport-ws'],
  ): Promise<WebSocket> {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/graphql`, protocols, { headers });
    await once(socket, 'open');
    return socket;
  }

  async close(): Promise<void> {
    for (const client of this.clients) await client.dispose();
    this.revocations.stop();
    await this.gateway.stop();
  }
}

function identityFromKey(secret: string): Identity | null {
  const [, user, scopes] = /^(\d+):([\w:,]*)$/.exec(secret) ?? [];
  if (user === undefined || scopes === undefined) return null;
  return identityOf(
    Number(user),
    scopes.split(',').filter(Boolean),
    Number(user) >= 50 ? OTHER_TENANT : TENANT,
  );
}

/** Resolves when the condition holds, looked at whenever the event loop turns; rejects after five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
