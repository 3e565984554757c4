import type { OrdersContext } from './orders.context';
import { transition, type TransitionResult } from './transition';

/**
 * Completes a purchase: what it reserved leaves, and it gets its number. Confirming a COMPLETED order answers the order;
 * one that was cancelled or has expired is an InvalidOrderTransition.
 */
export function confirmOrder(context: OrdersContext, id: string): Promise<TransitionResult> {
  return transition(context, id, { to: 'COMPLETED', step: 'CONFIRM', reason: null });
}
