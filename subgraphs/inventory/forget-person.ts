import { personErased } from '../../platform/events/person-erased';
import { eventHandler } from '../../platform/events/event-handler';
import { statement, type Transaction } from '../../platform/database/transaction';
import { NO_ID } from './identifiers';

// By product, as the ledger is sorted: an index on people would cost every sale for what happens once in a blue moon. Pages,
// for one statement over a long ledger would outlast its time.
const NEXT_PRODUCTS = statement(
  'ledger-forget-next',
  'SELECT product_id AS id FROM stock WHERE product_id > $1 ORDER BY product_id LIMIT 200',
);
const FORGET = statement(
  'ledger-forget-person',
  'UPDATE stock_movement SET actor_id = NULL WHERE product_id = ANY($2) AND actor_id = $1',
);
const FORGET_IN_ALERTS = statement(
  'alerts-forget-person',
  `UPDATE stock_alert SET acknowledged_by = '${NO_ID}' WHERE acknowledged_by = $1`,
);

/** A person was erased: what they moved stays moved, and what they saw stays seen, by nobody who is known. */
export const forgetPerson = eventHandler({
  version: 1,
  payload: personErased,
  async handle(transaction, _event, { userId }) {
    await transaction.query(FORGET_IN_ALERTS, [userId]);
    let products = await productsAfter(transaction, NO_ID);
    for (let last = products.at(-1); last !== undefined; last = products.at(-1)) {
      await transaction.query(FORGET, [userId, products]);
      products = await productsAfter(transaction, last);
    }
  },
});

async function productsAfter(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(NEXT_PRODUCTS, [id]);
  return rows.map((row) => row.id);
}
