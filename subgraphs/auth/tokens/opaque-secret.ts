import { createHash, randomBytes } from 'node:crypto';

/** Says what a found string is, to people and to scanners for leaked secrets. */
export type SecretKind = 'bdr' | 'bdk' | 'bdm';

const SHAPE = /^(bdr|bdk|bdm)_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 12;

/**
 * A refresh token (`bdr_…`), an API key (`bdk_…`) or the challenge of a second factor (`bdm_…`): 256 random bits, so that a
 * plain hash of it is safe to store.
 */
export function mintSecret(kind: SecretKind): { secret: string; hash: Buffer } {
  const secret = `${kind}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: sha256(secret) };
}

/** SHA-256 under which a secret is stored; null for a text that is no secret of this kind, and so is in no table. */
export function fingerprint(kind: SecretKind, secret: string): Buffer | null {
  if (!SHAPE.test(secret) || !secret.startsWith(kind)) return null;
  return sha256(secret);
}

/** What may be shown of a secret ever after. */
export function publicPrefix(secret: string): string {
  return secret.slice(0, PREFIX_LENGTH);
}

function sha256(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
