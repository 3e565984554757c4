import { createHash } from 'node:crypto';
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
// back, or older than a day and only not swept yet) the key is free.
const CLAIM = statement(
  'idempotency-claim',
  `INSERT INTO idempotency_key AS held (tenant_id, actor_id, operation, key, input_hash, result)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (tenant_id, actor_id, operation, key) DO UPDATE
     SET input_hash = excluded.input_hash, result = excluded.result, claimed_at = now()
     WHERE held.claimed_at < now() - interval '24 hours'
   RETURNING 1`,
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
  const values = [
    ...place(transaction, input),
    createHash('sha256').update(canonicalJson(input.input)).digest(),
  ];
  const answer = settled === undefined ? null : JSON.stringify(settled);
  for (;;) {
    if ((await waiting(transaction.query(CLAIM, [...values, answer]))).length > 0) return { kind: 'new' };
    const [held] = await transaction.query<{ same: boolean; result: unknown }>(FIND, values);
    // None: released or swept between the two statements, so it is free now.
    if (held !== undefined) return held.same ? { kind: 'repeat', result: held.result } : { kind: 'conflict' };
  }
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
