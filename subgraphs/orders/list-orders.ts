import { z } from 'zod';
import { LessThan, type FindOptionsWhere } from 'typeorm';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor';
import { OrderEntity } from './entities/order.entity';
import type { QueryOrdersArgs } from './generated/resolver-types';
import { orderOf, type Order } from './order';
import type { OrdersContext } from './orders.context';
import { isVisible, readable } from './visibility';

/** A page of orders; how many there are in all is counted only when it is asked for. */
export interface OrderPage extends Connection<Order> {
  totalCount(): Promise<number>;
}

const CURSOR = 'orders';
const cursorParts = z.tuple([z.uuid()]);

/**
 * Newest first: an id (UUIDv7) begins with the instant at which it was made.
 * @param createdBy of this person only, as far as the caller may see them.
 */
export async function listOrders(
  context: OrdersContext,
  args: QueryOrdersArgs,
  createdBy?: string,
): Promise<OrderPage> {
  const size = pageSize(args.first);
  const after = args.after ?? null;
  if (createdBy !== undefined && !isVisible(readable(context.identity), { createdBy })) {
    return { ...connectionOf([], { size, after }, () => ''), totalCount: () => Promise.resolve(0) };
  }
  const position = after === null ? undefined : decodeCursor(CURSOR, after, cursorParts)[0];
  const where = filterOf(context, args, createdBy);
  const rows = await context.read(({ manager }) =>
    manager.find(OrderEntity, {
      where: position === undefined ? where : { ...where, id: LessThan(position) },
      order: { id: 'DESC' },
      take: size + 1,
    }),
  );
  return {
    ...connectionOf(rows.map(orderOf), { size, after }, ({ id }) => encodeCursor(CURSOR, [id])),
    totalCount: () => context.read(({ manager }) => manager.countBy(OrderEntity, where)),
  };
}

function filterOf(
  context: OrdersContext,
  { status, kind }: QueryOrdersArgs,
  createdBy: string | undefined,
): FindOptionsWhere<OrderEntity> {
  const visible = readable(context.identity);
  return {
    placed: true,
    ...(status != null && { status }),
    ...(kind != null && { kind }),
    ...(createdBy !== undefined && { createdBy }),
    ...(typeof visible === 'object' && visible),
  };
}
