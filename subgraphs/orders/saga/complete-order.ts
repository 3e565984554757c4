import { v7 as uuidv7 } from 'uuid';
import { Combiner } from '../../../platform/async/combiner';
import { remainingMillis } from '../../../platform/context';
import { statement, type Transaction } from '../../../platform/database/transaction';
import { Pause } from '../../../platform/async/pause';
import { backOff } from '../../../platform/resilience/back-off';
import { FIND_PLACED, ORDER_COLUMNS, type OrderEntity } from '../entities/order.entity';
import { orderOf, type Order } from '../order';
import type { OrdersContext, OrdersServices } from '../orders.context';
import { isUnavailable, oneByOneIfTogetherFails } from './one-by-one';
import { recordIn } from './run-step';

/*
 * Orders are locked in the order of their ids, so that two batches with the same ones do not wait for one another; the
 * counter's row last, and only by a transaction that completes an order: until the commit nobody else gets a number, and
 * after a rollback nobody has had one. The events are written by the same statement: each has the same trace as its order. Who
 * asked for the last step is the audit log's to know: here it is forgotten.
 */
const COMPLETE = statement(
  'order-complete',
  `WITH due AS MATERIALIZED (
     SELECT o.id, o.step_actor, o.origin, wanted.place, wanted.event_id, wanted.audit_id
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS wanted (id, event_id, audit_id, place)
       JOIN orders o ON o.id = wanted.id AND o.step IN ('TAKE', 'CONFIRM')
      ORDER BY o.id FOR UPDATE OF o
   ), numbered AS (
     SELECT due.*, row_number() OVER (ORDER BY place) - count(*) OVER () AS before_last FROM due
   ), counter AS (
     INSERT INTO order_counter AS counter (tenant_id, last) SELECT $1, count(*) FROM due HAVING count(*) > 0
     ON CONFLICT (tenant_id) DO UPDATE SET last = counter.last + excluded.last
     RETURNING last
   ), completed AS (
     UPDATE orders o
        SET status = 'COMPLETED', number = counter.last + numbered.before_last, placed = true, step = NULL, due_at = NULL,
            step_actor = o.created_by, origin = NULL, updated_at = now()
       FROM counter, numbered
      WHERE o.id = numbered.id
     RETURNING o.*, numbered.event_id, numbered.audit_id, numbered.step_actor AS actor, numbered.origin AS asked_from
   ), told AS (
     INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload)
     SELECT event.id, event.type, 1, o.tenant_id, o.id, o.trace_id, event.payload
       FROM completed o
      CROSS JOIN LATERAL (VALUES
        (event_id, 'orders.changed',
         jsonb_build_object('orderId', o.id, 'kind', kind, 'status', status, 'createdBy', created_by)),
        (audit_id, 'orders.audited',
         jsonb_build_object('action', 'order.completed', 'subjectType', 'Order', 'subjectId', o.id, 'actorId', actor,
           'details', jsonb_build_object('kind', kind, 'number', number::text, 'total', total || ' ' || currency),
           'apiKeyId', NULL, 'clientAddress', NULL) || coalesce(asked_from, '{}'))
      ) AS event (id, type, payload)
      ORDER BY number, event.type DESC
   )
   SELECT ${ORDER_COLUMNS} FROM completed o`,
);

/** Orders completed in one transaction, at most. */
const MOST = 64;
/** Kept of the request's time to record that the order could not be completed. */
const RESERVE_MILLIS = 1_000;

/**
 * Completes orders of one business together while an earlier transaction is on its way: the counter's row is held by one
 * of them until its commit is durable, so that one at a time would be the bound of a business's sales.
 */
export type OrderCompleter = Combiner<string, Order | null>;

export function orderCompleter(services: () => OrdersServices): OrderCompleter {
  return new Combiner({
    most: MOST,
    together: (tenantId, ids) =>
      oneByOneIfTogetherFails(ids, (some) =>
        recordIn(services(), tenantId, 'COMPLETE', (transaction) =>
          completeAll(services(), transaction, some),
        ),
      ),
  });
}

/**
 * Completes an order that is at TAKE or CONFIRM, with the next number of its business. An order that has ended already is
 * answered as it is; null when it was given up meanwhile.
 *
 * The stock has left, so a database that is gone for a moment is waited for as long as the request lasts. Completing
 * twice is harmless, which is how the answer to a commit that was lost on the way is found out.
 */
export async function completeOrder(context: OrdersContext, id: string): Promise<Order | null> {
  const { tenantId } = context.identity;
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.services.completer.add(tenantId, id);
    } catch (error) {
      const wait = backOff(attempt, 100, 1_000);
      const left = remainingMillis(context.request, Infinity) - RESERVE_MILLIS;
      if (!isUnavailable(error) || left < wait) throw error;
      await new Pause().wait(wait);
    }
  }
}

async function completeAll(
  { outbox }: OrdersServices,
  transaction: Transaction,
  ids: readonly string[],
): Promise<(Order | null)[]> {
  const different = [...new Set(ids)];
  const eventIds = different.map(() => uuidv7());
  const auditIds = different.map(() => uuidv7());
  const values = [transaction.tenantId, different, eventIds, auditIds];
  const rows = await transaction.query<OrderEntity>(COMPLETE, values);
  if (rows.length > 0) outbox.announce(transaction);
  const orders = new Map(rows.map((row) => [row.id, orderOf(row)]));
  const missing = different.filter((id) => !orders.has(id));
  if (missing.length > 0) {
    const ended = await transaction.query<OrderEntity>(FIND_PLACED, [missing]);
    for (const row of ended) orders.set(row.id, orderOf(row));
  }
  return ids.map((id) => orders.get(id) ?? null);
}
