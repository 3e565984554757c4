import type { Client, QueryResultRow } from 'pg';
import { factOf, type Fact } from './fact';

interface Units extends QueryResultRow {
  readonly place: string;
  readonly units: number;
}

/** Units that have left for an order and did not come back. */
const LEFT = `
  SELECT order_id || ' ' || product_id AS place, -sum(quantity)::int AS units
    FROM stock_movement WHERE order_id IS NOT NULL GROUP BY order_id, product_id`;
const HELD = `
  SELECT order_id || ' ' || product_id AS place, sum(quantity)::int AS units
    FROM order_stock JOIN order_stock_line USING (order_id)
   WHERE state = 'RESERVED' GROUP BY order_id, product_id`;
/** Lines of all orders, with their units where the order is in that state. */
const linesOf = (status: string): string => `
  SELECT order_id || ' ' || product_id AS place, coalesce(sum(quantity) FILTER (WHERE status = '${status}'), 0)::int AS units
    FROM orders JOIN order_line ON order_id = orders.id GROUP BY order_id, product_id`;

const EXPIRED = `
  SELECT format('order %s is PENDING, expired at %s, step %s', id, expires_at, step) AS what,
         status = 'PENDING' AND expires_at < clock_timestamp() AS wrong
    FROM orders WHERE placed`;

const UNFINISHED = `
  SELECT format('order %s, placed %s, is at step %s', id, placed, step) AS what,
         step IS NOT NULL AND step <> 'AWAIT' AS wrong
    FROM orders`;

const NUMBERS = `
  SELECT format('business %s: %s completed orders, numbers %s to %s, %s different ones, the counter stands at %s', tenant_id,
                count(*), min(number), max(number), count(DISTINCT number), min(last)) AS what,
         min(number) <> 1 OR max(number) <> count(*) OR count(DISTINCT number) <> count(*)
           OR min(last) IS DISTINCT FROM max(number) AS wrong, count(*)::int AS numbers
    FROM orders LEFT JOIN order_counter USING (tenant_id) WHERE status = 'COMPLETED' GROUP BY tenant_id`;

/** What orders and inventory must say of each other when nothing is on its way, over all businesses. */
export async function orderFacts(inventory: Client, orders: Client): Promise<Fact[]> {
  const rows = async <Row extends QueryResultRow>(sql: string): Promise<Row[]> =>
    (await orders.query<Row>(sql)).rows;
  const expired = await rows<{ what: string; wrong: boolean }>(EXPIRED);
  const unfinished = await rows<{ what: string; wrong: boolean }>(UNFINISHED);
  const numbers = await rows<{ what: string; wrong: boolean; numbers: number }>(NUMBERS);
  return [
    await same('units sold are those of COMPLETED orders', [inventory, LEFT], [orders, linesOf('COMPLETED')]),
    await same(
      'open reservations are those of PENDING purchases',
      [inventory, HELD],
      [orders, linesOf('PENDING')],
    ),
    factOf('no order is PENDING past its expiry', expired),
    factOf('no order is in the middle of a step', unfinished),
    {
      ...factOf('order numbers are 1, 2, 3 … in each business', numbers),
      checked: numbers.reduce((sum, business) => sum + business.numbers, 0),
    },
  ];
}

/** Both sides must know the same units of each order and product. Checked are the orders that either of them knows. */
async function same(name: string, ours: [Client, string], theirs: [Client, string]): Promise<Fact> {
  const [left, right] = await Promise.all(
    [ours, theirs].map(async ([client, sql]) => {
      const { rows } = await client.query<Units>(sql);
      return new Map(rows.map(({ place, units }) => [place, units]));
    }),
  );
  if (left === undefined || right === undefined) throw new Error('There are two sides');
  const places = new Set([...left.keys(), ...right.keys()]);
  const lines = [...places].map((place) => {
    const [inventory, orders] = [left.get(place) ?? 0, right.get(place) ?? 0];
    return {
      what: `order and product ${place}: ${inventory} in inventory, ${orders} in orders`,
      wrong: inventory !== orders,
    };
  });
  return factOf(name, lines);
}
