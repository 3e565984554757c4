import { NIL } from 'uuid';
import { personErased } from '../../platform/events/person-erased';
import { eventHandler } from '../../platform/events/event-handler';
import { statement } from '../../platform/database/transaction';

// Two, for each has an index: what everybody can see, and what is on its way.
const OF_PLACED = statement(
  'orders-forget-person',
  `UPDATE orders SET created_by = '${NIL}', step_actor = '${NIL}', origin = NULL WHERE created_by = $1 AND placed`,
);
const UNDER_WAY = statement(
  'orders-forget-person-under-way',
  `UPDATE orders SET created_by = CASE created_by WHEN $1 THEN '${NIL}' ELSE created_by END,
                     step_actor = CASE step_actor WHEN $1 THEN '${NIL}' ELSE step_actor END, origin = NULL
    WHERE due_at IS NOT NULL AND $1 IN (created_by, step_actor)`,
);

/** A person was erased: their orders stay, with all figures, and are nobody's. */
export const forgetPerson = eventHandler({
  version: 1,
  payload: personErased,
  async handle(transaction, _event, { userId }) {
    await transaction.query(OF_PLACED, [userId]);
    await transaction.query(UNDER_WAY, [userId]);
  },
});
