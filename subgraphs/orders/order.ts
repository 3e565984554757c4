import type { NewEvent } from '../../platform/events/event';
import { money, type Money } from '../../platform/money/money';
import type { OrderEntity } from './entities/order.entity';
import type { OrderLineEntity } from './entities/order-line.entity';

export type OrderKind = 'SALE' | 'PURCHASE';
export type OrderStatus = 'PENDING' | 'COMPLETED' | 'CANCELLED';

/** The mutation that places an order of the kind. */
export const OPERATIONS: Readonly<Record<OrderKind, 'sell' | 'purchase'>> = {
  SALE: 'sell',
  PURCHASE: 'purchase',
};

/** An order as use cases answer it and resolvers pass it on. */
export interface Order {
  readonly __typename: 'Order';
  readonly id: string;
  /** Null until the order completes. */
  readonly number: number | null;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly total: Money;
  readonly customerName: string | null;
  readonly cancelReason: string | null;
  /** Of a PENDING order only. */
  readonly expiresAt: Date | null;
  /** The person. UUID. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One product of an order, with name and price as the catalogue had them at its moment. */
export interface OrderLine {
  readonly productId: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
}

export function orderOf(row: OrderEntity): Order {
  return {
    __typename: 'Order',
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    total: money(row.total, row.currency),
    customerName: row.customerName,
    cancelReason: row.cancelReason,
    expiresAt: row.status === 'PENDING' ? row.expiresAt : null,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function orderLineOf(row: OrderLineEntity): OrderLine {
  const { productId, name, quantity } = row;
  return { productId, name, quantity, unitPrice: money(row.unitPrice, row.currency) };
}

/** Told at every change that a reader can see. */
export function orderChanged({ id, kind, status, createdBy }: Order): NewEvent {
  const payload = { orderId: id, kind, status, createdBy };
  return { type: 'orders.changed', version: 1, aggregateId: id, payload };
}
