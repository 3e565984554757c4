/*
 * Every lock for which a transaction of this subgraph may wait, in the one order in which they are taken. Two
 * transactions that keep to it cannot wait for each other in a circle.
 *
 * 1. The idempotency key of the request (platform/idempotency), which is claimed before anything else.
 * 2. The row of the order in `order_stock`: inserted or updated. Several orders only in ascending order of their ids, or
 *    with SKIP LOCKED, which does not wait.
 * 3. The rows of the products in `stock`, in ascending order of their ids. A product's row is the mutex of all that is
 *    kept for it: its rows in `stock_location`, the numbers of its ledger lines, its unresolved alert.
 * 4. The rows of these products in `stock_location`. Nobody who lacks the lock of step 3 writes to them.
 * 5. The unresolved alert of a product, for which somebody may wait who acknowledges it; that person takes no other lock.
 * 6. The counter of the business's alerts in `stock_alert_feed`, last of all and only when an alert is raised. It is held
 *    until the commit, so that positions of the feed become visible in their order, without a gap.
 *
 * The outbox is only inserted into, which waits for nobody; its rows are written after step 3, as it asks.
 *
 * Products are named to the planner as an array and not as a join: it then goes by the index, whatever it believes of the
 * size of a business, where a plan that was made for a small one would read all products of a large one.
 */

/**
 * Step 3, as a part of a statement: `held`, the rows of the products in `wanted (product_id)`. Whoever had to wait for a
 * row sees it as it is then, not as it was when the statement began (PostgreSQL manual, section 13.2.1).
 */
export const HELD = `
held AS MATERIALIZED (
  SELECT product_id, name, low_stock_threshold, on_hand, reserved, level
    FROM stock WHERE product_id = ANY (ARRAY(SELECT product_id FROM wanted))
   ORDER BY product_id
     FOR UPDATE
)`;

/**
 * Step 4: `place`, the locations at which a held product has a row, in the order in which units are taken: the default
 * location, then the others as they were created. A row that was inserted while the statement waited in step 3 is not
 * among them, for a statement sees no row that is younger than itself.
 */
export const PLACE = `
place AS MATERIALIZED (
  SELECT product_id, location_id, on_hand, reserved, NOT is_default AS later
    FROM stock_location JOIN location ON location.id = location_id
   WHERE product_id = ANY (ARRAY(SELECT product_id FROM held))
   ORDER BY product_id, later, location_id
     FOR UPDATE OF stock_location
)`;
