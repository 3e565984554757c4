import type { Client } from 'pg';
import { factOf, type Fact } from './fact';

type Row = { readonly what: string; readonly wrong: boolean };

const BOUNDS = `
  SELECT format('product %s: %s reserved of %s on hand', product_id, reserved, on_hand) AS what,
         NOT (0 <= reserved AND reserved <= on_hand) AS wrong FROM stock
   UNION ALL
  SELECT format('product %s at %s: %s reserved of %s on hand', product_id, location_id, reserved, on_hand),
         NOT (0 <= reserved AND reserved <= on_hand) FROM stock_location`;

const LEDGER = `
  SELECT format('product %s at %s: the ledger adds up to %s, on hand are %s',
                product_id, location_id, coalesce(moved, 0), on_hand) AS what,
         coalesce(moved, 0) <> on_hand AS wrong
    FROM stock_location
    LEFT JOIN (SELECT product_id, location_id, sum(quantity) AS moved FROM stock_movement GROUP BY 1, 2) AS ledger
         USING (product_id, location_id)
   UNION ALL
  SELECT format('product %s: the ledger adds up to %s, on hand are %s', product_id, coalesce(moved, 0), on_hand),
         coalesce(moved, 0) <> on_hand
    FROM stock
    LEFT JOIN (SELECT product_id, sum(quantity) AS moved FROM stock_movement GROUP BY 1) AS ledger USING (product_id)`;

const BALANCES = `
  SELECT format('line %s of product %s: %s noted, %s after it', line, product_id, on_hand_after, balance) AS what,
         on_hand_after <> balance OR line <> ordinal AS wrong
    FROM (SELECT *, sum(quantity) OVER lines AS balance, row_number() OVER lines AS ordinal
            FROM stock_movement WINDOW lines AS (PARTITION BY product_id ORDER BY line)) AS ledger`;

const LOCATIONS = `
  SELECT format('product %s: %s on hand and %s reserved, %s and %s at its locations',
                product_id, stock.on_hand, stock.reserved, place.on_hand, place.reserved) AS what,
         (stock.on_hand, stock.reserved) IS DISTINCT FROM (place.on_hand, place.reserved) AS wrong
    FROM stock
    LEFT JOIN (SELECT product_id, sum(on_hand)::int AS on_hand, sum(reserved)::int AS reserved
                 FROM stock_location GROUP BY 1) AS place USING (product_id)`;

const RESERVED = `
  SELECT format('product %s: %s reserved, %s in open reservations', product_id, reserved, coalesce(held, 0)) AS what,
         reserved <> coalesce(held, 0) AS wrong
    FROM stock
    LEFT JOIN (SELECT product_id, sum(quantity) AS held
                 FROM order_stock JOIN order_stock_line USING (order_id)
                WHERE state = 'RESERVED' GROUP BY 1) AS open USING (product_id)`;

const POSITIONS = `
  SELECT format('business %s: %s alerts, positions up to %s, the counter stands at %s', tenant_id, alerts, last, position)
           AS what,
         (alerts, last) IS DISTINCT FROM (position, position) AS wrong
    FROM (SELECT DISTINCT tenant_id FROM stock) AS business
    LEFT JOIN LATERAL (SELECT count(*)::int AS alerts, coalesce(max(stock_alert.position), 0) AS last
                         FROM stock_alert WHERE stock_alert.tenant_id = business.tenant_id) AS feed ON true
    LEFT JOIN LATERAL (SELECT coalesce(sum(stock_alert_feed.position), 0)::int AS position
                         FROM stock_alert_feed WHERE stock_alert_feed.tenant_id = business.tenant_id) AS counter ON true`;

/** What inventory's own tables must say of each other, over all businesses. */
export async function stockFacts(inventory: Client): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const [name, sql] of [
    ['0 <= reserved <= on hand', BOUNDS],
    ['the ledger adds up to what is on hand', LEDGER],
    ['each ledger line notes the balance after it', BALANCES],
    ['locations add up to their product', LOCATIONS],
    ['reserved are the units of open reservations', RESERVED],
    ['positions of alerts have no gap', POSITIONS],
  ] as const) {
    const { rows } = await inventory.query<Row>(sql);
    facts.push(factOf(name, rows));
  }
  return facts;
}
