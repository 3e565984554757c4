import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { serviceUnavailable } from '../graphql/errors';

/** SQLSTATE of a failed statement (PostgreSQL manual, appendix A), also from inside a TypeORM error. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof QueryFailedError) return sqlState(error.driverError);
  return error instanceof DatabaseError ? error.code : undefined;
}

/** Name of the constraint that a statement broke. */
export function brokenConstraint(error: unknown): string | undefined {
  if (error instanceof QueryFailedError) return brokenConstraint(error.driverError);
  return error instanceof DatabaseError ? error.constraint : undefined;
}

/** Serialization failure or deadlock: the whole transaction may simply be run again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

// Class 08: connection; 53: no resources; 57P: shutdown; 57014: statement timeout; 55P03: lock timeout; 25P03: idle in transaction.
const UNAVAILABLE_STATES = /^(08|53|57P)|^(57014|55P03|25P03)$/;
// What pg itself and the socket say when there is no server, no free connection, or no answer.
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Driver not Connected|Cannot use a pool after/;
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** Whether the database, and not the statement, is the trouble. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isUnavailable(error.driverError);
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const state = sqlState(error);
  if (state !== undefined) return UNAVAILABLE_STATES.test(state);
  if (!(error instanceof Error)) return false;
  const code: unknown = 'code' in error ? error.code : undefined;
  return (
    (typeof code === 'string' && UNAVAILABLE_CODES.has(code)) || UNAVAILABLE_MESSAGES.test(error.message)
  );
}

/** The public form of a database's trouble; other errors as they are. */
export function asPublicError(error: unknown): unknown {
  return isUnavailable(error) ? serviceUnavailable('The database') : error;
}
