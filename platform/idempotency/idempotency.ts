import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { z } from 'zod';
import type { Database } from '../database/database';
import { sqlState } from '../database/database-errors';
import { statement, type Transaction } from '../database/transaction';
import { ErrorCode, PublicError } from '../graphql/errors';
import { canonicalJson } from './canonical-json';

/** Where a claim is kept, within the transaction's business. */
export interface ClaimPlace {
  /** The person. UUID. */
  readonly actorId: string;
  /** Name of the mutation. */
  readonly operation: string;
  /** The client's key; see `isIdempotencyKey`. */
  readonly key: string;
}

/** What a repeated request is recognised by. */
export interface ClaimInput extends ClaimPlace {
  /** Everything that decides on the effect. Compared by the SHA-256 of its canonical JSON. */
  readonly input: unknown;
}

export type Claim =
  | { readonly kind: 'new' }
  /** The same request has taken effect before; `result` is what was settled then. */
  | { readonly kind: 'repeat'; readonly result: unknown }
  /** The key stands for another input. */
  | { readonly kind: 'conflict' };

// Waits, up to the lock timeout, for a transaction that holds the same key; then either its row is there, or (rolled
// back, or older than a day and only not swept yet) the key is free. In one order, so that two that claim several of the
// same keys do not wait for one another.
const CLAIM = statement(
  'idempotency-claim',
  `INSERT INTO idempotency_key AS held (tenant_id, actor_id, operation, key, input_hash, result)
   SELECT $1, wanted.* FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::jsonb[])
          AS wanted (actor_id, operation, key, input_hash, result)
    ORDER BY wanted.actor_id, wanted.operation, wanted.key
   ON CONFLICT (tenant_id, actor_id, operation, key) DO UPDATE
     SET input_hash = excluded.input_hash, result = excluded.result, claimed_at = now()
     WHERE held.claimed_at < now() - interval '24 hours'
   RETURNING actor_id AS "actorId", operation, key`,
);
const FIND = statement(
  'idempotency-find',
  `SELECT input_hash = $5 AS same, result FROM idempotency_key
    WHERE tenant_id = $1 AND actor_id = $2 AND operation = $3 AND key = $4`,
);
const SETTLE = statement(
  'idempotency-settle',
  'UPDATE idempotency_key SET result = $5 WHERE tenant_id = $1 AND actor_id = $2 AND operation = $3 AND key = $4',
);
const RELEASE = statement(
  'idempotency-release',
  'DELETE FROM idempotency_key WHERE tenant_id = $1 AND actor_id = $2 AND operation = $3 AND key = $4',
);
const SWEEP = `DELETE FROM idempotency_key WHERE (tenant_id, actor_id, operation, key) IN (
  SELECT tenant_id, actor_id, operation, key FROM idempotency_key
   WHERE claimed_at < now() - interval '24 hours' LIMIT $1)
  RETURNING 1`;
const SWEEP_SIZE = 1_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** 1 to 255 characters of well-formed text without NUL: what PostgreSQL can store and compare. */
export function isIdempotencyKey(key: string): boolean {
  const characters = [...key].length;
  return characters >= 1 && characters <= 255 && !/[\0\p{Surrogate}]/u.test(key);
}

/**
 * Takes the key for the rest of the transaction. Call it before anything else locks a row, so that whoever waits for the
 * key holds nothing. While another transaction holds it, this one waits for its outcome, but no longer than the lock
 * timeout: then it rejects with SERVICE_UNAVAILABLE, and nothing was done. A rollback gives the key back.
 * @param settled the answer, where it is known before the effect (an id that the caller gives): saves `settle`.
 */
export async function claim(transaction: Transaction, input: ClaimInput, settled?: unknown): Promise<Claim> {
  for (;;) {
    const [claimed] = await claimTogether(transaction, [{ ...input, settled }]);
    // None: released or swept between the two statements, so it is free now.
    if (claimed !== undefined && claimed !== null) return claimed;
  }
}

/**
 * Several claims at once, of different keys: the statement fails for the same one twice. Null for one that was given back
 * by another transaction at this very moment, and can be claimed again.
 */
export async function claimTogether(
  transaction: Transaction,
  inputs: readonly (ClaimInput & { readonly settled?: unknown })[],
): Promise<(Claim | null)[]> {
  if (transaction.tenantId === null) throw new Error('An idempotency key belongs to a business');
  if (inputs.length === 0) return [];
  const hashes = inputs.map(({ input }) => createHash('sha256').update(canonicalJson(input)).digest());
  const rows = await waiting(
    transaction.query<ClaimPlace & QueryResultRow>(CLAIM, [
      transaction.tenantId,
      inputs.map(({ actorId }) => actorId),
      inputs.map(({ operation }) => operation),
      inputs.map(({ key }) => key),
      hashes,
      inputs.map(({ settled }) => (settled === undefined ? null : JSON.stringify(settled))),
    ]),
  );
  const taken = new Set(rows.map(placeName));
  const claims: (Claim | null)[] = [];
  for (const [index, input] of inputs.entries()) {
    claims.push(
      taken.has(placeName(input)) ? { kind: 'new' } : await held(transaction, input, hashes[index]),
    );
  }
  return claims;
}

async function held(
  transaction: Transaction,
  input: ClaimPlace,
  hash: Buffer | undefined,
): Promise<Claim | null> {
  const values = [...place(transaction, input), hash];
  const [row] = await transaction.query<{ same: boolean; result: unknown }>(FIND, values);
  if (row === undefined) return null;
  return row.same ? { kind: 'repeat', result: row.result } : { kind: 'conflict' };
}

/** One text for one place of one business. */
export function placeName({ actorId, operation, key }: ClaimPlace): string {
  return `${actorId.toLowerCase()} ${operation} ${key}`;
}

/**
 * Keeps the answer to a claim for a day: a small JSON reference (type name, id, the figures that may change later),
 * from which the answer is built again; never the whole GraphQL answer, which depends on the selection.
 */
export async function settle(transaction: Transaction, claimed: ClaimPlace, result: unknown): Promise<void> {
  await transaction.query(SETTLE, [...place(transaction, claimed), JSON.stringify(result)]);
}

/** Gives the key back: what it was claimed for had no effect, or was undone. */
export async function release(transaction: Transaction, claimed: ClaimPlace): Promise<void> {
  await transaction.query(RELEASE, place(transaction, claimed));
}

export type Idempotent<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly repeated: boolean }
  | { readonly kind: 'conflict' };

export interface IdempotencyOptions<Result> {
  /** Shape of the stored result. */
  readonly result: z.ZodType<Result>;
  /** A result that had no effect: the key stays free for the corrected or later request. Default: none is. */
  readonly isRefusal?: (result: Result) => boolean;
}

/**
 * Runs the effect of a request once, however often it is sent: claim, run, settle, in one transaction. Without a key
 * (null) it just runs.
 */
export async function withIdempotency<Result>(
  transaction: Transaction,
  input: ClaimInput | null,
  options: IdempotencyOptions<Result>,
  run: () => Promise<Result>,
): Promise<Idempotent<Result>> {
  if (input === null) return { kind: 'done', result: await run(), repeated: false };
  const claimed = await claim(transaction, input);
  if (claimed.kind === 'conflict') return claimed;
  if (claimed.kind === 'repeat')
    return { kind: 'done', result: options.result.parse(claimed.result), repeated: true };
  const result = await run();
  if (options.isRefusal?.(result) === true) await release(transaction, input);
  else await settle(transaction, input, result);
  return { kind: 'done', result, repeated: false };
}

/** Forgets the keys of more than a day ago, a thousand at a time. Resolves with how many. */
export async function sweepIdempotencyKeys(database: Database): Promise<number> {
  let total = 0;
  for (;;) {
    const rows = await database.asWorker((transaction) => transaction.query(SWEEP, [SWEEP_SIZE]));
    total += rows.length;
    if (rows.length < SWEEP_SIZE) return total;
  }
}

function place({ tenantId }: Transaction, { actorId, operation, key }: ClaimPlace): unknown[] {
  if (tenantId === null) throw new Error('An idempotency key belongs to a business');
  return [tenantId, actorId, operation, key];
}

async function waiting<T>(held: Promise<T>): Promise<T> {
  try {
    return await held;
  } catch (error) {
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
    const message = 'A request with the same idempotency key is still being worked on. Try again shortly.';
    throw new PublicError(ErrorCode.SERVICE_UNAVAILABLE, message);
  }
}
