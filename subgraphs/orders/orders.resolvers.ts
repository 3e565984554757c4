import { NIL } from 'uuid';
import { scalarResolvers } from '../../platform/graphql/scalars';
import { times } from '../../platform/money/money';
import { cancelOrder } from './cancel-order';
import { confirmOrder } from './confirm-order';
import type { Resolvers } from './generated/resolver-types';
import { listOrders } from './list-orders';
import { changedOrder, orderChanges } from './order-changed';
import type { OrderChange } from './order-feed';
import type { OrdersContext } from './orders.context';
import { purchase } from './purchase';
import { salesSummary } from './sales-summary';
import { sell } from './sell';

export const resolvers: Resolvers = {
  ...scalarResolvers,
  Query: {
    order: (_root, { id }, context) => context.loaders.order.load(id),
    orders: (_root, args, context) => listOrders(context, args),
    salesSummary: (_root, args, context) => salesSummary(context, args),
  },
  Mutation: {
    sell: (_root, { input }, context) => sell(context, input),
    purchase: (_root, { input }, context) => purchase(context, input),
    confirmOrder: (_root, { id }, context) => confirmOrder(context, id),
    cancelOrder: (_root, { id, reason }, context) => cancelOrder(context, id, reason),
  },
  Subscription: {
    orderChanged: {
      subscribe: (_root, { id }, context) => orderChanges(context, id ?? null),
      resolve: (change: OrderChange, _args: unknown, context: OrdersContext) => changedOrder(context, change),
    },
  },
  Order: {
    __resolveReference: ({ id }, context) => context.loaders.order.load(id),
    lines: (order, _args, context) => context.loaders.lines.load(order.id),
    createdBy: ({ createdBy }) => (createdBy === NIL ? null : { id: createdBy }),
  },
  User: {
    orders: ({ id }, args, context) => listOrders(context, args, id),
  },
  OrderLine: {
    product: ({ productId }) => ({ id: productId }),
    total: ({ unitPrice, quantity }) => times(unitPrice, quantity),
  },
  InsufficientStock: {
    product: ({ productId }) => ({ id: productId }),
  },
};
