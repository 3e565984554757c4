import { confirmReservation, type OrderStock } from '../peers/order-stock';
import { cancelOrder, EXPIRED } from './close-order';
import { completeOrder } from './complete-order';
import { retrySoon } from './retry-soon';
import { askInventory, type Step } from './run-step';

/** Reserved units leave, and the purchase is completed; when the reservation had gone before, it is cancelled. */
export const confirmReservationStep: Step<OrderStock> = {
  name: 'CONFIRM',
  send: (context, order) => askInventory(context, confirmReservation, { orderId: order.id }),
  async settle(context, order, { state }) {
    if (state === 'TAKEN') return completeOrder(context, order.id);
    if (state === 'RESERVED') throw new Error('Inventory answered a confirmation with a reservation');
    return cancelOrder(context, order.id, 'CONFIRM', EXPIRED);
  },
  /** Forward only: a person has confirmed, and inventory may have done so too. */
  compensate: retrySoon,
};
