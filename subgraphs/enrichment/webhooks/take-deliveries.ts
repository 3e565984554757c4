import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/transaction';
import { backOff } from '../../../platform/resilience/back-off';
import type { Attempt } from './send-webhook';

/** What is not recorded by then is sent again, by whoever is there; longer than an attempt may take. */
const LEASE_SECONDS = 30;
/** With these bounds: at once, then over about half a day, a day at most. */
const MAX_ATTEMPTS = 14;
/** A receiver that fails has no use for the next attempt right away. */
const LEAST_PAUSE_MILLIS = 5_000;
const FIRST_BACK_OFF_MILLIS = 10_000;
const LONGEST_BACK_OFF_MILLIS = 6 * 3_600_000;

/** One message that this process sends now. */
export interface TakenDelivery {
  /** The same at each attempt: by it the receiver knows what it has had before. */
  readonly id: string;
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
  readonly lease: string;
  readonly url: string;
  /** The present one first; during a rotation also the one before. */
  readonly secrets: readonly string[];
}

const BUSINESSES = statement(
  'webhook-businesses',
  `SELECT tenant_id FROM webhook_delivery WHERE status = 'PENDING' AND due_at <= clock_timestamp()
    GROUP BY tenant_id ORDER BY min(due_at) LIMIT 50`,
);

const TAKE = statement(
  'webhook-delivery-take',
  `WITH due AS (
     SELECT id FROM webhook_delivery WHERE status = 'PENDING' AND due_at <= clock_timestamp()
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
   )
   UPDATE webhook_delivery AS delivery SET attempts = attempts + 1, lease = $2,
          due_at = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
     FROM due, webhook
    WHERE delivery.id = due.id
   RETURNING delivery.id, delivery.body, delivery.attempts, delivery.lease, webhook.url, array_remove(
             ARRAY[secret, CASE WHEN previous_until > clock_timestamp() THEN previous_secret END], NULL) AS secrets`,
);

const RECORD = statement(
  'webhook-delivery-record',
  `UPDATE webhook_delivery SET status = $3, last_status = $4, last_error = $5, lease = NULL,
          due_at = CASE WHEN $3 = 'PENDING' THEN clock_timestamp() + $6 * interval '1 millisecond' ELSE due_at END,
          ended_at = CASE WHEN $3 = 'PENDING' THEN NULL ELSE clock_timestamp() END
    WHERE id = $1 AND lease = $2 AND status = 'PENDING'`,
);

/** Businesses to whose webhooks something is due, the one that waits longest first; at most 50. */
export async function businessesToTell(database: Database): Promise<string[]> {
  const rows = await database.asWorker((transaction) => transaction.query<{ tenant_id: string }>(BUSINESSES));
  return rows.map((row) => row.tenant_id);
}

/** Takes up to `limit` due messages of one business. Several processes may take at once, each gets others. */
export function takeDeliveries(
  database: Database,
  tenantId: string,
  limit: number,
): Promise<TakenDelivery[]> {
  return database.transaction(tenantId, (transaction) =>
    transaction.query<TakenDelivery & Record<string, unknown>>(TAKE, [limit, uuidv7()]),
  );
}

/** What became of an attempt; whoever has lost its lease changes nothing. */
export async function recordAttempt(
  database: Database,
  tenantId: string,
  { id, lease, attempts }: TakenDelivery,
  { status, error, again, retryAfterMillis }: Attempt,
): Promise<void> {
  const state = error === null ? 'DELIVERED' : again && attempts < MAX_ATTEMPTS ? 'PENDING' : 'FAILED';
  const pause = LEAST_PAUSE_MILLIS + backOff(attempts, FIRST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS);
  const wait = Math.ceil(Math.max(pause, retryAfterMillis ?? 0));
  await database.transaction(tenantId, (transaction) =>
    transaction.query(RECORD, [id, lease, state, status, error, wait]),
  );
}
