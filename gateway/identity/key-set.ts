import { errors as joseErrors, importJWK, type CryptoKey } from 'jose';
import { z } from 'zod';

/** Milliseconds between two fetches of the keys, however many unknown key ids arrive. */
const REFRESH_INTERVAL_MILLIS = 5_000;

const keySetSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const ed25519Schema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().min(1),
});

/** The public keys that sign access tokens (RFC 7517), fetched when needed and again for a key id not seen before. */
export class KeySet {
  #keys: ReadonlyMap<string, CryptoKey> = new Map();
  #refreshing: Promise<void> | undefined;
  #refreshedAt = -Infinity;

  /** @param fetch answers the JSON Web Key Set as text; a rejection reaches the caller of `get`. */
  constructor(
    private readonly fetch: () => Promise<string>,
    private readonly now: () => number = Date.now,
  ) {}

  /** The key of this id; throws a JOSEError when there is none. Keys of any kind but Ed25519 do not exist here. */
  async get(kid: string | undefined): Promise<CryptoKey> {
    if (kid === undefined) throw new joseErrors.JWKSNoMatchingKey();
    if (!this.#keys.has(kid)) await this.#refresh();
    const key = this.#keys.get(kid);
    if (!key) throw new joseErrors.JWKSNoMatchingKey();
    return key;
  }

  async #refresh(): Promise<void> {
    if (!this.#refreshing && this.now() - this.#refreshedAt < REFRESH_INTERVAL_MILLIS) return;
    this.#refreshing ??= this.#load().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #load(): Promise<void> {
    const { keys } = keySetSchema.parse(JSON.parse(await this.fetch()));
    const usable = keys.flatMap((key) => ed25519Schema.safeParse(key).data ?? []);
    this.#keys = new Map(
      await Promise.all(
        usable.map(async ({ kid, kty, crv, x }) => {
          const key = await importJWK({ kty, crv, x }, 'EdDSA');
          if (key instanceof Uint8Array) throw new joseErrors.JWKSInvalid();
          return [kid, key] as const;
        }),
      ),
    );
    this.#refreshedAt = this.now();
  }
}
