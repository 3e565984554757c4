/** No provider is waited for longer than this, whatever it asks for. */
const LIMIT_MILLIS = 3_600_000;

/**
 * Milliseconds that a response asks to wait (`Retry-After` in seconds or as a date, RFC 9110 section 10.2.3; `retry-after-ms`
 * as OpenAI sends it), at most an hour; null when it says nothing that makes sense.
 */
export function retryAfterMillis(headers: Headers, now = Date.now()): number | null {
  const millis = wholeNumberOf(headers.get('retry-after-ms'));
  if (millis !== null) return Math.min(millis, LIMIT_MILLIS);
  const value = headers.get('retry-after');
  const seconds = wholeNumberOf(value);
  if (seconds !== null) return Math.min(seconds * 1000, LIMIT_MILLIS);
  // `Date.parse` would take "-5" for a year.
  const date = value !== null && /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), LIMIT_MILLIS);
}

function wholeNumberOf(value: string | null): number | null {
  return value !== null && /^\d+(\.\d+)?$/.test(value.trim()) ? Math.ceil(Number(value)) : null;
}
