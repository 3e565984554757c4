import { z } from 'zod';
import { idempotencyKey, text, validate } from '../../platform/validation/validate';
import type { SellInput } from './generated/resolver-types';
import type { OrdersContext } from './orders.context';
import { orderLines, placeOrder, type PlaceOrderResult } from './place-order';

const rules = z.object({
  lines: orderLines,
  customerName: text('Customer name', 1, 200).nullish(),
  idempotencyKey,
});

/**
 * Sale over the counter: its units leave and it is COMPLETED, or nothing happened. A refused or undone sale leaves no
 * order behind.
 */
export async function sell(context: OrdersContext, input: SellInput): Promise<PlaceOrderResult> {
  const valid = validate(rules, input);
  if (!valid.ok) return valid.error;
  const { lines, customerName = null, idempotencyKey: key = null } = valid.value;
  return placeOrder(context, { kind: 'SALE', lines, customerName, idempotencyKey: key });
}
