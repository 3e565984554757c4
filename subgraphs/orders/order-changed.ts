import { z } from 'zod';
import { PushStream } from '../../platform/async/push-stream';
import type { EventEnvelope } from '../../platform/events/event';
import type { Order } from './order';
import type { OrdersContext } from './orders.context';
import { isVisible, readable } from './visibility';

const changed = z.object({ orderId: z.uuid(), createdBy: z.uuid() });

/** Orders whose change was not yet delivered, at most. */
const CAPACITY = 100;

/** What one event of the subscription carries: the order itself is read when it is delivered. */
export interface OrderChange {
  readonly orderId: string;
}

/**
 * The caller's orders as they change, or one of them. A consumer that is behind gets each order once, as it is then;
 * beyond a hundred of them the oldest are left out: the list of orders has them.
 */
export function orderChanges(context: OrdersContext, id: string | null): PushStream<OrderChange> {
  const { tenantId } = context.identity;
  const visible = readable(context.identity);
  const wanted = id?.toLowerCase() ?? null;
  const listen = (event: EventEnvelope): void => {
    if (event.type !== 'orders.changed' || event.tenantId !== tenantId) return;
    const payload = changed.safeParse(event.payload);
    if (!payload.success || !isVisible(visible, payload.data)) return;
    const { orderId } = payload.data;
    if (wanted === null || wanted === orderId) stream.push({ orderId });
  };
  const subscription = context.services.bus.tail(['orders'], listen);
  const stream = new PushStream<OrderChange>({
    capacity: CAPACITY,
    onOverflow: (queue, change) => {
      const others = queue.filter(({ orderId }) => orderId !== change.orderId);
      return [...others.slice(others.length === queue.length ? 1 : 0), change];
    },
    onClose: () => void subscription.close(),
  });
  return stream;
}

/** The order as it is now. */
export async function changedOrder(context: OrdersContext, { orderId }: OrderChange): Promise<Order> {
  const order = await context.loaders.order.load(orderId);
  if (order === null) throw new Error(`Order ${orderId} was announced and is not there`);
  return order;
}
