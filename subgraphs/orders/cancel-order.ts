import { badUserInput } from '../../platform/graphql/errors';
import { text, validate } from '../../platform/validation/validate';
import type { OrdersContext } from './orders.context';
import { transition, type TransitionResult } from './transition';

const rules = text('Reason', 0, 500).nullish();

/**
 * Cancels a purchase: what it reserved is for sale again. Cancelling a CANCELLED order answers the order, with its first
 * reason; a COMPLETED one is an InvalidOrderTransition. A reason that breaks a rule is BAD_USER_INPUT, for the result has
 * no place for it.
 */
export async function cancelOrder(
  context: OrdersContext,
  id: string,
  reason: string | null | undefined,
): Promise<TransitionResult> {
  const valid = validate(rules, reason, 'reason');
  if (!valid.ok) throw badUserInput(valid.error.message);
  return transition(context, id, { to: 'CANCELLED', step: 'RELEASE', reason: valid.value || null });
}
