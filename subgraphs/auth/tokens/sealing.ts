import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const PREFIX = 'sealed:';

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
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${PREFIX}${sealed.toString('base64url')}`;
  }

  /** Reads what was stored with this secret, or before there was one. Throws when the secret is another or missing. */
  open(stored: string): string {
    if (!stored.startsWith(PREFIX)) return stored;
    if (this.#key === null) throw new Error('This text was sealed with a secret that is not given now');
    const sealed = Buffer.from(stored.slice(PREFIX.length), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}
