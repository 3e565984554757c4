const REDACTED = '[redacted]';

const NAMES =
  'password|currentPassword|newPassword|accessToken|refreshToken|secret|authorization|apiKey|x-api-key|cookie|set-cookie|challenge';

/** What looks like a secret, wherever it stands: in a member, in the text of an error, in JSON within JSON. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // JSON Web Tokens
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, REDACTED],
  // Refresh tokens, API keys and challenges; what they begin with may be shown.
  [/\b(bd[rkm]_[\w-]{8})[\w-]+/g, `$1${REDACTED}`],
  // Keys of model providers
  [/\bsk-[\w-]{8,}/g, REDACTED],
  // Recovery codes
  [/\b[a-z2-7]{4}(?:-[a-z2-7]{4}){3}\b/g, REDACTED],
  [/\b(Bearer|Basic) +[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  // Second factors, as authenticator apps take them
  [/\botpauth:\/\/[^\s"\\]+/g, REDACTED],
  // Passwords in addresses
  [/(\b[a-z][a-z+.-]*:\/\/[^\s:@/"]*:)[^\s@/"]+@/gi, `$1${REDACTED}@`],
  // "name":"value"
  [new RegExp(`("(?:${NAMES})":)"(?:\\\\.|[^"\\\\])*"`, 'gi'), `$1"${REDACTED}"`],
  // \"name\":\"value\", and name: \"value\" as in a GraphQL document
  [new RegExp(`\\b((?:${NAMES}|code)(?:\\\\")?\\s*:\\s*\\\\")(?:(?!\\\\").)*`, 'gi'), `$1${REDACTED}`],
  // Codes of six digits; other codes tell what went wrong.
  [/("code":)"\d{6}"/g, `$1"${REDACTED}"`],
];

/**
 * A line of the log without the secrets in it. The last line of defence, behind not logging any.
 * @param secrets that are known beforehand, e.g. those of the configuration.
 */
export function redact(line: string, secrets: readonly string[]): string {
  let redacted = line;
  for (const secret of secrets) redacted = redacted.replaceAll(secret, REDACTED);
  for (const [shape, replacement] of SHAPES) redacted = redacted.replace(shape, replacement);
  return redacted;
}
