import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

const POLL_MILLIS = 50;
const UNSETTLED_ORDERS = `
  SELECT EXISTS (SELECT FROM orders WHERE step <> 'AWAIT' OR due_at <= clock_timestamp()
                    OR status = 'PENDING' AND expires_at <= clock_timestamp()) AS unsettled`;
const UNPUBLISHED = 'SELECT EXISTS (SELECT FROM outbox WHERE published_at IS NULL) AS unsettled';

/**
 * Waits until every order is at rest and every event published.
 * @returns milliseconds; the limit when it never was, which the facts then tell.
 */
export async function settled(inventory: Client, orders: Client, limitMillis: number): Promise<number> {
  const began = performance.now();
  const asks = async (client: Client, sql: string): Promise<boolean> =>
    (await client.query<{ unsettled: boolean }>(sql)).rows[0]?.unsettled === true;
  for (;;) {
    const waits =
      (await asks(orders, UNSETTLED_ORDERS)) ||
      (await asks(orders, UNPUBLISHED)) ||
      (await asks(inventory, UNPUBLISHED));
    const waited = performance.now() - began;
    if (!waits || waited >= limitMillis) return Math.min(waited, limitMillis);
    await sleep(POLL_MILLIS);
  }
}
