import { statement } from '../../platform/database/transaction';
import { badUserInput } from '../../platform/graphql/errors';
import { money, type Money } from '../../platform/money/money';
import type { QuerySalesSummaryArgs } from './generated/resolver-types';
import type { OrdersContext } from './orders.context';

const MAX_DAYS = 100;
const DAY_MILLIS = 86_400_000;

// An id (UUIDv7) begins with the process's instant at which it was made, and bounds what the index has to look at; a day more
// on either side is further than clocks are ever apart.
const SUMMARY = statement(
  'orders-sales-summary',
  `SELECT to_char(o.created_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, o.currency, count(*)::int AS orders,
          sum(units.of_order)::int AS units, sum(o.total)::text AS total
     FROM orders o
     JOIN LATERAL (SELECT sum(l.quantity) AS of_order FROM order_line l WHERE l.order_id = o.id) units ON true
    WHERE o.placed AND o.status = 'COMPLETED' AND o.created_at >= $1 AND o.created_at < $2
      AND o.id >= $4 AND o.id < $5
    GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
);

/** What was sold on a day in one currency. */
export interface DailySales {
  readonly day: string;
  readonly orders: number;
  readonly units: number;
  readonly total: Money;
}

/**
 * COMPLETED orders by the day on which they were placed; days without any are left out. Throws BAD_USER_INPUT for a span that
 * is empty or too long, and for a time zone that does not exist.
 */
export async function salesSummary(
  context: OrdersContext,
  { from, to, timeZone: zone }: QuerySalesSummaryArgs,
): Promise<DailySales[]> {
  const timeZone = zone ?? 'UTC';
  const millis = to.getTime() - from.getTime();
  if (millis <= 0) throw badUserInput('"from" must be before "to".');
  if (millis > MAX_DAYS * DAY_MILLIS)
    throw badUserInput(`"from" and "to" must be at most ${MAX_DAYS} days apart.`);
  if (!isTimeZone(timeZone))
    throw badUserInput('"timeZone" must be the IANA name of a time zone, e.g. "America/Bogota".');
  const values = [
    from,
    to,
    timeZone,
    idAt(from.getTime() - DAY_MILLIS),
    idAt(to.getTime() + DAY_MILLIS),
  ] as const;
  const rows = await context.read((transaction) =>
    transaction.query<{ day: string; currency: string; orders: number; units: number; total: string }>(
      SUMMARY,
      values,
    ),
  );
  return rows.map(({ day, orders, units, currency, total }) => ({
    day,
    orders,
    units,
    total: money(total, currency),
  }));
}

/** The least UUIDv7 of an instant (RFC 9562, 5.7). */
function idAt(epochMillis: number): string {
  const hex = Math.max(0, Math.trunc(epochMillis)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** An offset such as "+05:00" is none: a day's length depends on the place. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
