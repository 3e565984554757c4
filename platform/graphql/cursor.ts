import { createHash } from 'node:crypto';
import { z } from 'zod';
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

const PARTS = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/**
 * The parts that `encodeCursor` was given; throws BAD_USER_INPUT for anything else. Whoever knows the digest can make a cursor of
 * any parts, so give the rules of yours where a wrong one would break a statement.
 */
export function decodeCursor(kind: string, cursor: string): CursorPart[];
export function decodeCursor<Parts>(kind: string, cursor: string, rules: z.ZodType<Parts>): Parts;
export function decodeCursor(kind: string, cursor: string, rules: z.ZodType = PARTS): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  // The decoder skips what is not base64url; encoded again, only the cursor that was given comes out.
  const text = bytes.toString('base64url') === cursor ? bytes.toString('utf8') : '';
  const body = text.slice(DIGEST_LENGTH);
  const parts = rules.safeParse(
    text.slice(0, DIGEST_LENGTH) === digest(kind, body) ? parsed(body) : undefined,
  );
  if (parts.success) return parts.data;
  throw badUserInput('The cursor is not one that this list has given. Start again without it.');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const DIGEST_LENGTH = 8;

function digest(kind: string, body: string): string {
  return createHash('sha256').update(`${kind}\n${body}`).digest('base64url').slice(0, DIGEST_LENGTH);
}
