import type { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/transaction';
import type { NewEvent } from '../../platform/events/event';
import type { Outbox } from '../../platform/events/outbox';
import type { Cause } from './cause';
import { settleOrders } from './units/settle-orders';

/** Reservations that end in one transaction, at most. */
const BATCH = 50;

// The statement's time and not the clock's: only what is constant within a statement can be looked up in an index.
const DUE_BUSINESSES = statement(
  'order-stock-due-businesses',
  `SELECT tenant_id AS "tenantId" FROM order_stock
    WHERE state = 'RESERVED' AND expires_at <= statement_timestamp()
    GROUP BY tenant_id ORDER BY min(expires_at) LIMIT 100`,
);
// A row that is locked is being confirmed, released or expired by somebody else.
const EXPIRE = statement(
  'order-stock-expire',
  `WITH due AS (
     SELECT order_id FROM order_stock
      WHERE state = 'RESERVED' AND expires_at <= statement_timestamp()
      ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
   )
   UPDATE order_stock SET state = 'EXPIRED' FROM due WHERE order_stock.order_id = due.order_id
   RETURNING order_stock.order_id AS "orderId"`,
);

/** Businesses with reservations that are past their expiry, the longest waiting first. */
export async function dueBusinesses(database: Database): Promise<string[]> {
  const rows = await database.asWorker((transaction) =>
    transaction.query<{ tenantId: string }>(DUE_BUSINESSES),
  );
  return rows.map((row) => row.tenantId);
}

/**
 * Ends the reservations of one business that are past their expiry on the database's clock, and frees their units. Several
 * processes may do so at once: each reservation ends once.
 * @returns how many this call has ended.
 */
export async function expireReservations(database: Database, outbox: Outbox, cause: Cause): Promise<number> {
  for (let total = 0; ;) {
    const count = await database.transaction(cause.tenantId, async (transaction) => {
      const expired = await transaction.query<{ orderId: string }>(EXPIRE);
      const orderIds = expired.map((row) => row.orderId);
      if (orderIds.length === 0) return 0;
      await settleOrders(transaction, outbox, cause, 'reserved units are free again', orderIds);
      await outbox.add(transaction, cause, orderIds.map(reservationExpired));
      return orderIds.length;
    });
    total += count;
    if (count < BATCH) return total;
  }
}

/** Tells orders that the units of one of theirs are free again. */
export function reservationExpired(orderId: string): NewEvent {
  return { type: 'inventory.reservation-expired', version: 1, aggregateId: orderId, payload: { orderId } };
}
