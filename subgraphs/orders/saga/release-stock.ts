import { releaseStock, type OrderStock } from '../peers/order-stock';
import { closeOrder } from './close-order';
import { retrySoon } from './retry-soon';
import { askInventory, type Step } from './run-step';

/** What the order holds goes back; then it is cancelled, or forgotten if nobody ever saw it. */
export const releaseStockStep: Step<OrderStock> = {
  name: 'RELEASE',
  send: (context, order) => askInventory(context, releaseStock, { orderId: order.id, reason: order.reason }),
  async settle(context, order, { state }) {
    if (state === 'TAKEN' || state === 'RESERVED')
      throw new Error(`Inventory answered a release with ${state}`);
    return closeOrder(context, order.id);
  },
  /** Forward only: repeated until inventory answers. */
  compensate: retrySoon,
};
