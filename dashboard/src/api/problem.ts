import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { SessionUnavailable } from '../session/session-door';

/** What went wrong, apart from the refusals that the API answers as data. */
export type Problem =
  | { readonly kind: 'unreachable' | 'forbidden' | 'unavailable' }
  | { readonly kind: 'rateLimited'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unknown'; readonly traceId: string };

/** The problem behind whatever an operation threw; what is not an answer of the API is the way to it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof SessionUnavailable) return { kind: 'unreachable' };
  if (ServerError.is(error)) {
    if (error.statusCode === 429) return { kind: 'rateLimited', seconds: 10 };
    return { kind: error.statusCode >= 500 ? 'unavailable' : 'unreachable' };
  }
  if (!CombinedGraphQLErrors.is(error))
    return wayFailed(error) ? { kind: 'unreachable' } : { kind: 'unknown', traceId: '–' };
  const [first] = error.errors;
  const { code, traceId, retryAfterSeconds } = first?.extensions ?? {};
  switch (code) {
    case 'FORBIDDEN':
      return { kind: 'forbidden' };
    case 'SERVICE_UNAVAILABLE':
      return { kind: 'unavailable' };
    case 'RATE_LIMITED':
      return { kind: 'rateLimited', seconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 10 };
    case 'BAD_USER_INPUT':
      return { kind: 'refused', message: first?.message ?? '' };
    default:
      return { kind: 'unknown', traceId: typeof traceId === 'string' ? traceId : '–' };
  }
}

/** `fetch` says so by a TypeError, or by the name of the limit that ended it. */
function wayFailed(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof DOMException && /^(Abort|Timeout)Error$/.test(error.name))
  );
}
