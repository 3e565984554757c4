import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Bodega';
const PERIOD_SECONDS = 30;
/** A code is good for one period before and after its own: clocks differ, and people type slowly (RFC 6238, 5.2). */
const WINDOW = 1;
const SECRET_BYTES = 20; // RFC 4226, 4, R6

/** A new secret in base 32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The secret as an address for a QR code. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The period that a code belongs to, counted from 1970; null when it belongs to none that is good now. */
export function stepOf(secret: string, code: string): number | null {
  const timestamp = Date.now();
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });
}
