/** Every permission that exists, as written in the SDL's `@requiresScopes`. */
export const SCOPES = [
  'products:read',
  'products:write',
  'inventory:read',
  'inventory:write',
  'orders:read',
  'orders:write',
  'orders:sell',
  'orders:purchase',
  'orders:own',
  'enrichment:read',
  'enrichment:write',
  'users:read',
  'users:write',
  'apikeys:write',
  'audit:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Held by service tokens alone: it opens the `@inaccessible` fields that one subgraph offers to the others. */
export const INTERNAL_SCOPE = 'internal';

/** On whose behalf something is done. Established once, at the edge, and never read from anything a client can write. */
export interface Identity {
  /** The business. UUID. */
  readonly tenantId: string;
  /** The person. UUID. With an API key, the person who created it. */
  readonly userId: string;
  readonly role: string;
  /** Scopes of the role, or the subset that an API key was given; `internal` in service tokens. */
  readonly scopes: readonly string[];
  /** The session that the access token belongs to; absent for API keys and services. */
  readonly sessionId?: string;
  readonly apiKeyId?: string;
  /** Set when a subgraph acts, on its own or for the person above. */
  readonly service?: string;
}

/** Whether the identity holds all scopes of at least one of the alternatives, as `@requiresScopes` defines it. */
export function satisfies(identity: Identity, alternatives: readonly (readonly string[])[]): boolean {
  return alternatives.some((all) => all.every((scope) => identity.scopes.includes(scope)));
}
