import { scalarResolvers } from '../../platform/graphql/scalars';
import { acknowledgeStockAlert } from './acknowledge-stock-alert';
import { adjustStock } from './adjust-stock';
import { alertCursor } from './alerts/alert-cursor';
import { confirmReservation } from './confirm-reservation';
import { createLocation } from './create-location';
import type { Resolvers } from './generated/resolver-types';
import { isSelected } from './is-selected';
import { NO_ID } from './identifiers';
import { listLocations } from './list-locations';
import { listLowStock } from './list-low-stock';
import { listMovements } from './list-movements';
import { listStockAlerts } from './list-stock-alerts';
import { openStockForProducts } from './open-stock-for-products';
import { releaseStock } from './release-stock';
import { setLowStockThreshold } from './set-low-stock-threshold';
import { subscribeToAlerts, subscribeToChanges } from './subscriptions';
import { reserveStock, takeStock } from './take-stock';
import { transferStock } from './transfer-stock';

export const resolvers: Resolvers = {
  DateTime: scalarResolvers.DateTime,
  Query: {
    stockAlerts: (_parent, args, context) => listStockAlerts(context, args),
    lowStock: (_parent, args, context) => listLowStock(context, args),
    locations: (_parent, _args, context) => listLocations(context),
  },
  Mutation: {
    adjustStock: (_parent, { input }, context) => adjustStock(context, input),
    transferStock: (_parent, { input }, context) => transferStock(context, input),
    setLowStockThreshold: (_parent, args, context) => setLowStockThreshold(context, args),
    acknowledgeStockAlert: (_parent, { id }, context) => acknowledgeStockAlert(context, id),
    createLocation: (_parent, { name }, context) => createLocation(context, name),
    openStock: (_parent, args, context) => openStockForProducts(context, args),
    takeStock: (_parent, args, context) => takeStock(context, args),
    reserveStock: (_parent, args, context) => reserveStock(context, args),
    confirmReservation: (_parent, { orderId }, context) => confirmReservation(context, orderId),
    releaseStock: (_parent, { orderId, reason }, context) => releaseStock(context, orderId, reason),
  },
  Subscription: {
    stockAlert: { subscribe: (_parent, args, context) => subscribeToAlerts(context, args) },
    stockChanged: { subscribe: (_parent, args, context) => subscribeToChanges(context, args) },
  },
  Product: {
    __resolveReference: ({ id }) => ({ id }),
    stock: ({ id }, _args, { loaders }, info) =>
      loaders.stock.load({ productId: id, withLocations: isSelected('locations', info) }),
    availability: async ({ id }, _args, { loaders }) =>
      (await loaders.stock.load({ productId: id, withLocations: false }))?.level,
  },
  Stock: {
    locations: ({ locations }) => locations ?? [],
    movements: ({ productId }, args, context) => listMovements(context, productId, args),
  },
  StockMovement: {
    product: ({ productId }) => ({ id: productId }),
    order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
    actor: ({ actorId }) => (actorId === null ? null : { id: actorId }),
  },
  Location: {
    __resolveReference: ({ id }, { loaders }) => loaders.location.load(id),
  },
  StockAlert: {
    __resolveReference: ({ id }, { loaders }) => loaders.alert.load(id),
    product: ({ productId }) => ({ id: productId }),
    acknowledgedBy: ({ acknowledgedBy }) =>
      acknowledgedBy === null || acknowledgedBy === NO_ID ? null : { id: acknowledgedBy },
    cursor: ({ tenantId, position }) => alertCursor(tenantId, position),
  },
  StockAlertConnection: {
    totalCount: (page) => page.totalCount(),
  },
  StockChange: {
    product: ({ productId }) => ({ id: productId }),
  },
};
