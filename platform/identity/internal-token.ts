import { createHmac, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { unauthenticated } from '../graphql/errors';
import type { Identity } from './identity';

/** Seconds that an internal token lives. */
const LIFETIME_SECONDS = 60;
/** A token is handed out again while it has at least this long to live. */
const REUSE_SECONDS = 30;
const ISSUER = 'bodega-internal';
const HEADER = encode({ alg: 'HS256', typ: 'bodega-internal+jwt' });

const claimsSchema = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
  identity: z
    .object({
      tenantId: z.uuid(),
      userId: z.uuid(),
      role: z.string(),
      scopes: z.array(z.string()),
      sessionId: z.string().optional(),
      apiKeyId: z.string().optional(),
      service: z.string().optional(),
    })
    .nullable(),
});

/**
 * Signs and verifies the tokens with which the gateway and the subgraphs speak to one another: a JWT (RFC 7519) by HMAC-SHA-256
 * for one audience, of sixty seconds, that carries an identity, or null for an anonymous request.
 */
export class InternalTokens {
  readonly #minted = new LRUCache<string, { token: string; expires: number }>({ max: 10_000 });

  /** @param secret shared by the processes of one deployment; 32 bytes at least. */
  constructor(
    private readonly secret: string,
    private readonly now: () => number = Date.now,
  ) {
    if (Buffer.byteLength(secret) < 32) throw new Error('The internal secret must have at least 32 bytes');
  }

  /** A token for one subgraph. Within thirty seconds the same identity gets the same token. */
  mint(identity: Identity | null, audience: string): string {
    const key = `${audience} ${JSON.stringify(identity)}`;
    const seconds = Math.floor(this.now() / 1000);
    const known = this.#minted.get(key);
    if (known && known.expires - seconds >= REUSE_SECONDS) return known.token;
    const expires = seconds + LIFETIME_SECONDS;
    const payload = encode({ iss: ISSUER, aud: audience, iat: seconds, exp: expires, identity });
    const token = `${HEADER}.${payload}.${this.#sign(`${HEADER}.${payload}`).toString('base64url')}`;
    this.#minted.set(key, { token, expires });
    return token;
  }

  /** The identity in a token for this audience; throws UNAUTHENTICATED for anything else. */
  verify(token: string, audience: string): Identity | null {
    const [header, payload, signature, ...rest] = token.split('.');
    if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0)
      throw unauthenticated();
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(`${header}.${payload}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw unauthenticated();
    const claims = claimsSchema.safeParse(decode(payload));
    const seconds = Math.floor(this.now() / 1000);
    if (!claims.success || claims.data.aud !== audience || claims.data.exp <= seconds)
      throw unauthenticated();
    return claims.data.identity;
  }

  #sign(input: string): Buffer {
    return createHmac('sha256', this.secret).update(input).digest();
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
