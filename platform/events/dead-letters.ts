import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { statement, type Transaction } from '../database/transaction';
import { envelopeSchema } from './envelope';
import type { EventEnvelope } from './event';
import { UnreadableEvent, type EventHandlers } from './event-handler';

/** An event that a consumer gave up on, with what it takes to understand and to repeat it. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly event: EventEnvelope;
  /** Text of the last failure. */
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
  /** A replay was asked for and has not been tried yet. */
  readonly replayRequested: boolean;
}

interface DeadLetterRow {
  readonly id: string;
  readonly consumer: string;
  readonly envelope: unknown;
  readonly error: string;
  readonly attempts: number;
  readonly failed_at: Date;
  readonly replay_requested_at: Date | null;
}

const ERROR_LIMIT = 4_000;
const ADD = statement(
  'dead-letter-add',
  `INSERT INTO dead_letter (event_id, consumer, tenant_id, type, envelope, error, attempts)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (event_id, consumer) DO NOTHING`,
);
const LIST = `SELECT id, consumer, envelope, error, attempts, failed_at, replay_requested_at FROM dead_letter
  WHERE id > $1 ORDER BY id LIMIT $2`;
const REPLAY = `UPDATE dead_letter SET replay_requested_at = now() WHERE $1::bigint[] IS NULL OR id = ANY($1) RETURNING id`;
const DROP = `DELETE FROM dead_letter WHERE $1::bigint[] IS NULL OR id = ANY($1) RETURNING id`;
const REQUESTED = `SELECT id, envelope FROM dead_letter
  WHERE consumer = $1 AND replay_requested_at IS NOT NULL ORDER BY id LIMIT 100`;
const TAKE = 'DELETE FROM dead_letter WHERE id = $1 AND replay_requested_at IS NOT NULL RETURNING id';
const FAILED_AGAIN = `UPDATE dead_letter
  SET error = $2, attempts = attempts + 1, failed_at = now(), replay_requested_at = NULL WHERE id = $1`;

/** Keeps what could not be handled, in a transaction of the event's business. */
export async function addDeadLetter(
  transaction: Transaction,
  consumer: string,
  event: EventEnvelope,
  error: unknown,
  attempts: number,
): Promise<void> {
  const values = [
    event.id,
    consumer,
    event.tenantId,
    event.type,
    JSON.stringify(event),
    textOf(error),
    attempts,
  ];
  await transaction.query(ADD, values);
}

/** The dead letters of every business, oldest first, after the one with the id `after`. */
export async function listDeadLetters(
  database: Database,
  page: { after?: string; limit?: number } = {},
): Promise<DeadLetter[]> {
  const rows = await database.asWorker((transaction) =>
    transaction.query<DeadLetterRow>(LIST, [page.after ?? '0', page.limit ?? 100]),
  );
  return rows.map((row) => ({
    id: row.id,
    consumer: row.consumer,
    event: envelopeSchema.parse(row.envelope),
    error: row.error,
    attempts: row.attempts,
    failedAt: row.failed_at,
    replayRequested: row.replay_requested_at !== null,
  }));
}

/**
 * Asks the consumer, wherever it runs, to handle these events once more: it looks every few seconds. One that succeeds
 * is a dead letter no longer, one that fails stays with its new error. Resolves with how many there were.
 */
export function replayDeadLetters(database: Database, ids: readonly string[] | 'all'): Promise<number> {
  return change(database, REPLAY, ids);
}

/** Forgets these events for good. Resolves with how many there were. */
export function dropDeadLetters(database: Database, ids: readonly string[] | 'all'): Promise<number> {
  return change(database, DROP, ids);
}

async function change(database: Database, sql: string, ids: readonly string[] | 'all'): Promise<number> {
  const rows = await database.asWorker((transaction) => transaction.query(sql, [ids === 'all' ? null : ids]));
  return rows.length;
}

export interface ReplayOptions {
  readonly group: string;
  readonly database: Database;
  readonly handlers: EventHandlers;
  readonly log: Logger;
}

/** Handles the dead letters whose replay was asked for, each once, however many processes do this at the same time. */
export async function replayRequested(options: ReplayOptions): Promise<void> {
  const { database, group, log } = options;
  const rows = await database.asWorker((transaction) =>
    transaction.query<{ id: string; envelope: unknown }>(REQUESTED, [group]),
  );
  for (const { id, envelope } of rows) {
    const event = envelopeSchema.parse(envelope);
    try {
      await replay(options, id, event);
    } catch (error) {
      if (!(await database.healthy())) throw error;
      log.warn({ err: error, group, eventId: event.id, type: event.type }, 'a dead letter failed again');
      await database.transaction(event.tenantId, (transaction) =>
        transaction.query(FAILED_AGAIN, [id, textOf(error)]),
      );
    }
  }
}

async function replay(
  { database, handlers }: ReplayOptions,
  id: string,
  event: EventEnvelope,
): Promise<void> {
  const handler = handlers[event.type];
  if (handler === undefined) throw new UnreadableEvent(`Nothing handles ${event.type} any more`);
  await database.transaction(event.tenantId, async (transaction) => {
    const taken = await transaction.query(TAKE, [id]);
    if (taken.length > 0) await handler.handle(transaction, event);
  });
}

/** PostgreSQL's text has no NUL. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '').slice(0, ERROR_LIMIT);
}
