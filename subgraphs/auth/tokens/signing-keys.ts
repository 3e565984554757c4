import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import type { Database } from '../../../platform/database/database';
import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Sealing } from './sealing';

/** Seconds for which whoever reads the public keys may keep them without asking again. */
const PUBLICATION_SECONDS = 60;
/** Seconds after its last signature for which a key is published: the life of a token, and as much again for slow clocks. */
const OVERLAP_SECONDS = 1_200;
const CACHE_MILLIS = 10_000;

const publicJwkSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
const privateJwkSchema = publicJwkSchema.extend({ d: z.string() });

export interface SigningKey {
  readonly kid: string;
  readonly privateJwk: z.infer<typeof privateJwkSchema>;
}

interface KeyRow {
  readonly kid: string;
  readonly public_jwk: unknown;
  readonly private_jwk: string;
  readonly signs: boolean;
}

const KEYS =
  '(SELECT *, lead(signs_from) OVER (ORDER BY signs_from, kid) AS relieved_at FROM signing_key) key';
// A key is published until the one after it has signed alone for as long as tokens live.
const IS_OVER = `coalesce(relieved_at < clock_timestamp() - make_interval(secs => ${OVERLAP_SECONDS}), false)`;
const PUBLISHED = statement(
  'signing-keys',
  `SELECT kid, public_jwk, private_jwk, signs_from <= clock_timestamp() AS signs
     FROM ${KEYS} WHERE NOT ${IS_OVER} ORDER BY signs_from DESC, kid DESC`,
);
// The first one signs at once: there is no other.
const INSERT = `
  INSERT INTO signing_key (kid, public_jwk, private_jwk, signs_from)
  SELECT $1, $2, $3, clock_timestamp() + CASE WHEN EXISTS (SELECT FROM signing_key)
    THEN make_interval(secs => ${PUBLICATION_SECONDS}) ELSE make_interval() END`;
const FORGET = `DELETE FROM signing_key WHERE kid IN (SELECT kid FROM ${KEYS} WHERE ${IS_OVER})`;

interface LoadedKeys {
  readonly signing: SigningKey;
  readonly publicSet: string;
}

/**
 * The Ed25519 keys that sign access tokens: in the database, so that every replica signs with the same and a restart
 * invalidates nobody. Rotation publishes a key before it signs, and keeps the old one published until its tokens are over.
 */
export class SigningKeys {
  #cached: { readonly keys: Promise<LoadedKeys>; readonly until: number } | undefined;

  private constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** Creates the first key where there is none; rejects when the stored ones cannot be opened with this sealing. */
  static async open(database: Database, sealing: Sealing): Promise<SigningKeys> {
    const keys = new SigningKeys(database, sealing);
    await database.asWorker(async (transaction) => {
      await lock(transaction);
      const [existing] = await transaction.query('SELECT FROM signing_key LIMIT 1');
      if (!existing) await keys.#create(transaction);
    });
    await keys.current();
    return keys;
  }

  /** The key that signs now. */
  async current(): Promise<SigningKey> {
    return (await this.#load()).signing;
  }

  /** The public keys as a JSON Web Key Set (RFC 7517), the newest first. To be read again every minute. */
  async publicSet(): Promise<string> {
    return (await this.#load()).publicSet;
  }

  /**
   * Adds a key that signs as soon as every reader of the public keys must know it.
   * @param unlessNewerThanSeconds does nothing while the newest key is younger: of two replicas, one rotates.
   */
  async rotate(unlessNewerThanSeconds = 0): Promise<void> {
    await this.database.asWorker(async (transaction) => {
      await lock(transaction);
      const [young] = await transaction.query(
        'SELECT FROM signing_key WHERE created_at > clock_timestamp() - make_interval(secs => $1) LIMIT 1',
        [unlessNewerThanSeconds],
      );
      if (!young) await this.#create(transaction);
    });
    this.#cached = undefined;
  }

  /** Destroys the keys whose tokens are all over. */
  async forgetRelieved(): Promise<void> {
    await this.database.asWorker((transaction) => transaction.query(FORGET));
  }

  async #create(transaction: Transaction): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const publicJwk = publicJwkSchema.parse(await exportJWK(publicKey));
    const privateJwk = privateJwkSchema.parse(await exportJWK(privateKey));
    await transaction.query(INSERT, [
      await calculateJwkThumbprint(publicJwk),
      JSON.stringify(publicJwk),
      this.sealing.seal(JSON.stringify(privateJwk)),
    ]);
  }

  #load(): Promise<LoadedKeys> {
    const now = Date.now();
    if (this.#cached && this.#cached.until > now) return this.#cached.keys;
    const keys = this.database
      .asWorker((transaction) => transaction.query<KeyRow>(PUBLISHED))
      .then((rows) => this.#parse(rows));
    const cached = { keys, until: now + CACHE_MILLIS };
    this.#cached = cached;
    // A failure is not kept: the next caller asks again.
    keys.catch(() => {
      if (this.#cached === cached) this.#cached = undefined;
    });
    return keys;
  }

  #parse(rows: readonly KeyRow[]): LoadedKeys {
    const signing = rows.find(({ signs }) => signs);
    if (!signing) throw new Error('No key signs access tokens: the table of keys was emptied');
    const publicKeys = rows.map(({ kid, public_jwk }) => ({
      ...publicJwkSchema.parse(public_jwk),
      kid,
      alg: 'EdDSA',
      use: 'sig',
    }));
    const privateJwk = privateJwkSchema.parse(JSON.parse(this.sealing.open(signing.private_jwk)));
    return { signing: { kid: signing.kid, privateJwk }, publicSet: JSON.stringify({ keys: publicKeys }) };
  }
}

function lock(transaction: Transaction): Promise<unknown> {
  return transaction.query(`SELECT pg_advisory_xact_lock(hashtext('bodega signing key'))`);
}
