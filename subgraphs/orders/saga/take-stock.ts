import { takeStock, type OrderStockResult } from '../peers/order-stock';
import { completeOrder } from './complete-order';
import { askInventory, type Step, type StepOrder } from './run-step';
import { refuseOrder, undoOrder } from './undo-order';

/** A sale's units leave, and the sale is completed. */
export const takeStockStep: Step<OrderStockResult> = {
  name: 'TAKE',
  send: (context, order) => askInventory(context, takeStock, { orderId: order.id, lines: stockLines(order) }),
  async settle(context, order, answer) {
    if (answer.__typename !== 'OrderStock') return refuseOrder(context, order, answer);
    return answer.state === 'TAKEN' ? completeOrder(context, order.id) : null;
  },
  compensate: undoOrder,
};

/** The lines as inventory is told of them. */
export function stockLines(order: StepOrder): { productId: string; quantity: number }[] {
  return order.lines.map(({ productId, quantity }) => ({ productId, quantity }));
}
