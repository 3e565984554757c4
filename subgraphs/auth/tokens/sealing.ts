import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ConfigurationError } from '../../../platform/config/environment';

const PREFIX = 'sealed:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what must be read back from the database but be worthless in a copy of it: AES-256-GCM under a key derived from
 * the deployment's secret. Without a secret, texts are stored as they are.
 */
export class Sealing {
  readonly #key: Buffer | null;

  constructor(secret: string | undefined) {
    this.#key =
      secret === undefined ? null : Buffer.from(hkdfSync('sha256', secret, '', 'bodega auth sealing', 32));
  }

  seal(text: string): string {
    if (this.#key === null) return text;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${PREFIX}${sealed.toString('base64url')}`;
  }

  /**
   * Reads what was stored with this secret, or before there was one.
   * @throws ConfigurationError when it was sealed with another.
   */
  open(stored: string): string {
    if (!stored.startsWith(PREFIX)) return stored;
    try {
      return this.#decipher(Buffer.from(stored.slice(PREFIX.length), 'base64url'));
    } catch {
      throw new ConfigurationError(
        'AUTH_SEALING_SECRET: must be the secret with which this database was begun',
      );
    }
  }

  #decipher(sealed: Buffer): string {
    if (this.#key === null) throw new Error('There is no secret');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }
}
