import { PushStream } from '../../platform/async/push-stream';
import type { Order } from './order';
import type { OrderChange } from './order-feed';
import type { OrdersContext } from './orders.context';
import { isVisible, readable } from './visibility';

/** Orders whose change was not yet delivered, at most. */
const CAPACITY = 100;

/**
 * The caller's orders as they change, or one of them. A consumer that is behind gets each order once, as it is then;
 * beyond a hundred of them the oldest are left out: the list of orders has them.
 */
export function orderChanges(context: OrdersContext, id: string | null): PushStream<OrderChange> {
  const visible = readable(context.identity);
  const wanted = id?.toLowerCase() ?? null;
  const end = context.services.feed.listen(context.identity.tenantId, (change) => {
    if (wanted !== null && wanted !== change.orderId) return;
    if (isVisible(visible, change)) stream.push(change);
  });
  const stream = new PushStream<OrderChange>({
    capacity: CAPACITY,
    onOverflow: (queue, change) => {
      const others = queue.filter(({ orderId }) => orderId !== change.orderId);
      return [...others.slice(others.length === queue.length ? 1 : 0), change];
    },
    onClose: end,
  });
  return stream;
}

/** The order as it is now: what one event of the subscription carries. */
export async function changedOrder(context: OrdersContext, { orderId }: OrderChange): Promise<Order> {
  const order = await context.loaders.order.load(orderId);
  if (order === null) throw new Error(`Order ${orderId} was announced and is not there`);
  return order;
}
