import { DeadlineExceeded } from './deadline';

/** The other side did not answer the question: it refused the connection, or somebody in front of it said 502, 503 or 504. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Whether the connection or its time is the trouble, also as the cause of another error, and not what was asked. */
export function isConnectionTrouble(error: unknown): boolean {
  if (error instanceof Unreachable || error instanceof DeadlineExceeded) return true;
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every(isConnectionTrouble);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.has(error.code)) return true;
  return error.cause !== undefined && isConnectionTrouble(error.cause);
}
