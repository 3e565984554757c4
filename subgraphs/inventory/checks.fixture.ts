import type { ExecutionResult } from 'graphql';
import type { EventEnvelope } from '../../platform/events/event';
import type { InventoryFixture } from './inventory.fixture';

/** Collects what the bus carries of one type. */
export function eventsOf(fixture: InventoryFixture, type: string): EventEnvelope[] {
  const events: EventEnvelope[] = [];
  fixture.bus.tail(['inventory'], (event) => {
    if (event.type === type) events.push(event);
  });
  return events;
}

/** The stream of a subscription that was accepted. */
export function streamOf(
  answer: AsyncIterableIterator<ExecutionResult> | ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  if (Symbol.asyncIterator in answer) return answer;
  throw answer.errors?.[0] ?? new Error('The subscription was refused without a reason');
}

/** Runs `work` so many times, a few at the same time: more than the pool of connections has would only wait in line. */
export async function repeatedly<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return results;
}

/** What must be true of every business at any time: figures within bounds, ledger and locations adding up. */
export async function findContradictions(fixture: InventoryFixture): Promise<unknown[]> {
  return fixture.sql(`
    SELECT stock.tenant_id, stock.product_id, stock.on_hand, stock.reserved, place.*, ledger.*, held.*
      FROM stock
      LEFT JOIN LATERAL (SELECT sum(on_hand)::int AS place_on_hand, sum(reserved)::int AS place_reserved
                           FROM stock_location p WHERE (p.tenant_id, p.product_id) = (stock.tenant_id, stock.product_id)
                        ) AS place ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::int AS ledger_sum, count(*)::int AS ledger_lines,
                                coalesce(max(line), 0) AS last,
                                coalesce((array_agg(on_hand_after ORDER BY line DESC))[1], 0) AS last_balance
                           FROM stock_movement m WHERE (m.tenant_id, m.product_id) = (stock.tenant_id, stock.product_id)
                        ) AS ledger ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::int AS held_for_orders
                           FROM order_stock o JOIN order_stock_line l USING (tenant_id, order_id)
                          WHERE (l.tenant_id, l.product_id) = (stock.tenant_id, stock.product_id) AND o.state = 'RESERVED'
                        ) AS held ON true
     WHERE NOT (0 <= stock.reserved AND stock.reserved <= stock.on_hand
                AND place_on_hand = stock.on_hand AND place_reserved = stock.reserved
                AND ledger_sum = stock.on_hand AND last_balance = stock.on_hand
                AND ledger_lines = last AND last = stock.last_line
                AND held_for_orders = stock.reserved)
        OR EXISTS (SELECT FROM stock_location p LEFT JOIN LATERAL (
                     SELECT coalesce(sum(quantity), 0)::int AS moved FROM stock_movement m
                      WHERE (m.tenant_id, m.product_id, m.location_id) = (p.tenant_id, p.product_id, p.location_id)) s ON true
                    WHERE (p.tenant_id, p.product_id) = (stock.tenant_id, stock.product_id) AND moved <> p.on_hand)`);
}
