import { createHash } from 'node:crypto';
import { badUserInput } from './errors';

type CursorPart = string | number | boolean | null;

/**
 * An opaque position in one kind of list. The digest makes a cursor that was altered, or comes from another list, a clear
 * refusal instead of a wrong page; it is no secret, for what a cursor may reach is decided by row-level security.
 */
export function encodeCursor(kind: string, parts: readonly CursorPart[]): string {
  const body = JSON.stringify(parts);
  return Buffer.from(`${digest(kind, body)}${body}`).toString('base64url');
}

/** The parts that `encodeCursor` was given; throws BAD_USER_INPUT for anything else. */
export function decodeCursor(kind: string, cursor: string): CursorPart[] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const body = text.slice(DIGEST_LENGTH);
  if (text.slice(0, DIGEST_LENGTH) !== digest(kind, body)) {
    throw badUserInput('The cursor is not one that this list has given. Start again without it.');
  }
  return JSON.parse(body) as CursorPart[];
}

const DIGEST_LENGTH = 8;

function digest(kind: string, body: string): string {
  return createHash('sha256').update(`${kind}\n${body}`).digest('base64url').slice(0, DIGEST_LENGTH);
}
