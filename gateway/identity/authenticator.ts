import { createHash } from 'node:crypto';
import { jwtVerify, errors as joseErrors } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { unauthenticated } from '../../platform/graphql/errors';
import type { Identity } from '../../platform/identity/identity';
import type { KeySet } from './key-set';
import type { RevocationList } from './revocation-list';

/** What a client presents, from HTTP headers or from a WebSocket's `connectionParams`. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly apiKey?: string | undefined;
}

export interface Authentication {
  readonly identity: Identity;
  /**
   * Epoch milliseconds from which on it says what its person may do: when the access token was issued; of an API key, the
   * newest change of that person's rights of which its look-up knew, 0 without any.
   */
  readonly issuedAt: number;
  /** Epoch milliseconds from which it is worth nothing; null for API keys, which end by revocation. */
  readonly expiresAt: number | null;
}

/** Seconds that another machine's clock may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;
const API_KEY_CACHE_MILLIS = 2_000;
const CACHE_ENTRIES = 10_000;
const MAX_CREDENTIAL_LENGTH = 4_096;

const claimsSchema = z.object({
  sub: z.uuid(),
  tid: z.uuid(),
  sid: z.string().min(1),
  role: z.string().min(1),
  scope: z.string(),
  exp: z.number(),
  iat: z.number(),
});

export interface AuthenticatorOptions {
  readonly keys: KeySet;
  readonly revocations: RevocationList;
  /** Whom an API key stands for; null when it is unknown or revoked. */
  readonly apiKeyIdentity: (secret: string) => Promise<Identity | null>;
  readonly now?: () => number;
}

/** Establishes on whose behalf a request is made. The only place where something a client sent becomes an identity. */
export class Authenticator {
  readonly #tokens = new LRUCache<string, Authentication>({ max: CACHE_ENTRIES });
  readonly #apiKeys = new LRUCache<string, Promise<Authentication | null>>({
    max: CACHE_ENTRIES,
    ttl: API_KEY_CACHE_MILLIS,
  });
  readonly #now: () => number;

  constructor(private readonly options: AuthenticatorOptions) {
    this.#now = options.now ?? Date.now;
    // What keys were good for before: a key lives on when its person's role changes, and is looked up again.
    options.revocations.onChange(() => this.#apiKeys.clear());
  }

  /**
   * Null without credentials. Throws UNAUTHENTICATED for credentials that are not valid, SERVICE_UNAVAILABLE when that
   * cannot be found out at the moment.
   */
  async authenticate(credentials: Credentials): Promise<Authentication | null> {
    const { authorization, apiKey } = credentials;
    if (authorization === undefined && apiKey === undefined) return null;
    const authentication =
      authorization !== undefined ? await this.#bearer(authorization) : await this.#apiKey(apiKey ?? '');
    if (!authentication || !this.isCurrent(authentication)) throw unauthenticated();
    return authentication;
  }

  /** Whether it is still neither expired nor revoked: asked again for as long as a connection lives. */
  isCurrent(authentication: Authentication): boolean {
    if (authentication.expiresAt !== null && authentication.expiresAt <= this.#now()) return false;
    return !this.options.revocations.has(authentication.identity, authentication.issuedAt);
  }

  /** Told whenever the set of revocations has changed. */
  onRevocation(listener: () => void): () => void {
    return this.options.revocations.onChange(listener);
  }

  async #bearer(authorization: string): Promise<Authentication> {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
    if (token === undefined || token.length > MAX_CREDENTIAL_LENGTH) throw unauthenticated();
    const key = digest(token);
    const known = this.#tokens.get(key);
    if (known) return known;
    const authentication = await this.#verify(token);
    this.#tokens.set(key, authentication);
    return authentication;
  }

  /** RFC 9068 with EdDSA alone: a token chooses neither its algorithm nor where its key comes from. */
  async #verify(token: string): Promise<Authentication> {
    let payload: unknown;
    try {
      ({ payload } = await jwtVerify(token, async ({ kid }) => this.options.keys.get(kid), {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer: 'bodega',
        audience: 'bodega-api',
        requiredClaims: ['sub', 'tid', 'sid', 'role', 'scope', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(this.#now()),
      }));
    } catch (error) {
      if (error instanceof joseErrors.JOSEError) throw unauthenticated();
      throw error;
    }
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) throw unauthenticated();
    const { sub, tid, sid, role, scope, exp, iat } = claims.data;
    // The specification leaves this to the verifier: a token from the future is a forgery or a broken clock.
    if (iat * 1000 > this.#now() + CLOCK_TOLERANCE_SECONDS * 1000) throw unauthenticated();
    return {
      identity: {
        tenantId: tid,
        userId: sub,
        sessionId: sid,
        role,
        scopes: scope.split(' ').filter(Boolean),
      },
      issuedAt: iat * 1000,
      expiresAt: exp * 1000,
    };
  }

  async #apiKey(secret: string): Promise<Authentication | null> {
    if (secret === '' || secret.length > MAX_CREDENTIAL_LENGTH) return null;
    const key = digest(secret);
    let looked = this.#apiKeys.get(key);
    if (!looked) {
      const { rightsChangedAt } = this.options.revocations;
      looked = this.options.apiKeyIdentity(secret).then(
        (identity) =>
          identity && {
            identity,
            issuedAt: rightsChangedAt.get(identity.userId) ?? 0,
            expiresAt: null,
          },
      );
      this.#apiKeys.set(key, looked);
      // A look-up that failed says nothing about the key.
      looked.catch(() => this.#apiKeys.delete(key));
    }
    return looked;
  }
}

/** Secrets are not kept in memory as cache keys. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
