import { z } from 'zod';
import { idempotencyKey, validate } from '../../platform/validation/validate';
import type { PurchaseInput } from './generated/resolver-types';
import type { OrdersContext } from './orders.context';
import { orderLines, placeOrder, type PlaceOrderResult } from './place-order';

const rules = z.object({ lines: orderLines, idempotencyKey });

/**
 * A customer's purchase: its units are reserved, and it is PENDING until it is confirmed, cancelled, or expires. A
 * refused or undone purchase leaves no order behind.
 */
export async function purchase(context: OrdersContext, input: PurchaseInput): Promise<PlaceOrderResult> {
  const valid = validate(rules, input);
  if (!valid.ok) return valid.error;
  const { lines, idempotencyKey: key = null } = valid.value;
  return placeOrder(context, { kind: 'PURCHASE', lines, customerName: null, idempotencyKey: key });
}
