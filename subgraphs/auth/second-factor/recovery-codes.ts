import { createHash, randomBytes } from 'node:crypto';

const CODES = 10;
/** 80 random bits each: a plain hash of them is safe to store. */
const CODE_BYTES = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648, 6
const SHAPE = /^[a-z2-7]{16}$/;

export interface RecoveryCode {
  /** As it is shown: `abcd-efgh-ijkl-mnop`. */
  readonly text: string;
  readonly hash: Buffer;
}

export function newRecoveryCodes(): RecoveryCode[] {
  return Array.from({ length: CODES }, () => {
    const code = base32(randomBytes(CODE_BYTES));
    return { text: code.replace(/(.{4})(?=.)/g, '$1-'), hash: sha256(code) };
  });
}

/** The hash of a recovery code, however it was typed; null for what is none. */
export function recoveryCodeHash(typed: string): Buffer | null {
  const code = typed.toLowerCase();
  return SHAPE.test(code) ? sha256(code) : null;
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function sha256(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
