import { z } from 'zod';
import type { PeerOperation } from '../../../platform/peers/peers';

const orderStock = z.object({
  __typename: z.literal('OrderStock'),
  state: z.enum(['RESERVED', 'TAKEN', 'RELEASED', 'EXPIRED']),
  expiresAt: z.iso
    .datetime()
    .nullable()
    .transform((instant) => (instant === null ? null : new Date(instant))),
});
/** What inventory holds for an order. */
export type OrderStock = z.infer<typeof orderStock>;

/** Why inventory gives nothing for an order: of all lines or none. */
export const stockRefusal = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('InsufficientStock'),
    message: z.string(),
    productId: z.string(),
    requested: z.int(),
    available: z.int(),
  }),
  z.object({ __typename: z.literal('ProductNotFound'), message: z.string(), productId: z.string() }),
]);
export type StockRefusal = z.infer<typeof stockRefusal>;
export type InsufficientStock = Extract<StockRefusal, { __typename: 'InsufficientStock' }>;

const orderStockResult = z.discriminatedUnion('__typename', [orderStock, stockRefusal]);
export type OrderStockResult = z.infer<typeof orderStockResult>;

const STOCK = '__typename state expiresAt';
const RESULT = `__typename
  ... on OrderStock { state expiresAt }
  ... on InsufficientStock { message productId requested available }
  ... on ProductNotFound { message productId }`;

/** Units of all lines leave at once, or none. */
export const takeStock: PeerOperation<{ result: OrderStockResult }> = {
  subgraph: 'inventory',
  document: `mutation OrdersTakeStock($orderId: ID!, $lines: [OrderStockLineInput!]!) {
    result: takeStock(orderId: $orderId, lines: $lines) { ${RESULT} }
  }`,
  data: z.object({ result: orderStockResult }),
};

/** Units of all lines are reserved for so many seconds, or none. */
export const reserveStock: PeerOperation<{ result: OrderStockResult }> = {
  subgraph: 'inventory',
  document: `mutation OrdersReserveStock($orderId: ID!, $lines: [OrderStockLineInput!]!, $expiresInSeconds: Int!) {
    result: reserveStock(orderId: $orderId, lines: $lines, expiresInSeconds: $expiresInSeconds) { ${RESULT} }
  }`,
  data: z.object({ result: orderStockResult }),
};

/** Reserved units leave; the answer tells the state that won. */
export const confirmReservation: PeerOperation<{ result: OrderStock }> = {
  subgraph: 'inventory',
  document: `mutation OrdersConfirmReservation($orderId: ID!) {
    result: confirmReservation(orderId: $orderId) { ${STOCK} }
  }`,
  data: z.object({ result: orderStock }),
};

/** What was reserved or taken goes back, and a take or reservation that is still on its way is refused when it arrives. */
export const releaseStock: PeerOperation<{ result: OrderStock }> = {
  subgraph: 'inventory',
  document: `mutation OrdersReleaseStock($orderId: ID!, $reason: String) {
    result: releaseStock(orderId: $orderId, reason: $reason) { ${STOCK} }
  }`,
  data: z.object({ result: orderStock }),
};
