/*
 * What has no place in a product page and must not reach a company that runs models: the patterns would rather take a
 * harmless number too many than leave a telephone number in.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
  // Keys of well-known services, JSON Web Tokens, bearer tokens.
  [/\b(?:sk|pk|rk|ghp|gho|github_pat|xox[abprs]|glpat|AKIA|ASIA|AIza)[-_]?[A-Za-z0-9_-]{12,}/g, '[token]'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?/g, '[token]'],
  [/\bBearer\s+[A-Za-z0-9._~+/-]{12,}=*/gi, '[token]'],
  // Long runs that mix letters and digits: nothing that a person would call a product.
  [/\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{32,}\b/g, '[token]'],
  [/\bhttps?:\/\/[^\s,;<>"']*[^\s,;.<>"')]/gi, '[link]'],
  // Street and number, and number and street.
  [
    /\b(?:calle|carrera|cra|kra|cll|avenida|av|avda|diagonal|transversal|paseo|plaza|calzada)\b\.?\s+(?:[\p{L}.]+\s+){0,4}?(?:#\s*|n[°ºo.]*\s*)?\d+[\p{L}]?(?:\s*(?:#|-|n[°ºo]\.?)\s*\d+[\p{L}]?)*/giu,
    '[address]',
  ],
  [
    /\b\d{1,5}\s+(?:[\p{L}.']+\s+){1,4}(?:street|avenue|ave|road|rd|boulevard|blvd|lane|drive|court|square|terrace|highway)\b\.?/giu,
    '[address]',
  ],
];

const CARD_OR_PHONE = /(?<![\p{L}\p{N}])\+?\(?\d(?:[ .()/-]{0,2}\d){6,18}(?![\p{L}\p{N}])/gu;

/** The text without e-mail and postal addresses, links, telephone and card numbers, and access tokens. */
export function redact(text: string): string {
  const redacted = PATTERNS.reduce((rest, [pattern, label]) => rest.replace(pattern, label), text);
  return redacted.replace(CARD_OR_PHONE, (number) => {
    const digits = number.replace(/\D/g, '');
    if (digits.length >= 13 && passesLuhn(digits)) return '[card number]';
    return isPhone(number, digits) ? '[telephone]' : number;
  });
}

/** Every string of a value, redacted. */
export function redactAll(values: readonly string[]): string[] {
  return values.map(redact);
}

function isPhone(number: string, digits: string): boolean {
  // "1200 1400 1600" are sizes and "2024-2025" is a season: below nine digits it must look dialled.
  if (/^(?:19|20)\d\d[ /-](?:19|20)\d\d$/.test(number)) return false;
  return (
    digits.length >= 9 || number.startsWith('+') || /^\(?\d{2,4}\)?[ .-]\d{3,4}[ .-]?\d{0,4}$/.test(number)
  );
}

/** Check digit of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
