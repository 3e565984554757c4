import { Column, Entity, PrimaryColumn } from 'typeorm';
import { statement } from '../../../platform/database/transaction';
import type { OrderKind, OrderStatus } from '../order';

/** What readers know of an order. The saga's columns are written by statements and read by nobody else. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('text')
  kind!: OrderKind;

  @Column('text')
  status!: OrderStatus;

  @Column('text')
  currency!: string;

  @Column('numeric')
  total!: string;

  @Column('text', { name: 'customer_name', nullable: true })
  customerName!: string | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** Whether stock was taken or reserved for it: before that, an order is only an attempt that nobody sees. */
  @Column('boolean')
  placed!: boolean;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** The columns of {@link OrderEntity} by the names of its properties, for statements that stand in SQL. `o` is the table. */
export const ORDER_COLUMNS = `o.id, o.tenant_id AS "tenantId", o.number, o.kind, o.status, o.currency, o.total,
  o.customer_name AS "customerName", o.cancel_reason AS "cancelReason", o.expires_at AS "expiresAt", o.placed,
  o.created_by AS "createdBy", o.created_at AS "createdAt", o.updated_at AS "updatedAt"`;

/** Of these orders, those that anybody can see. */
export const FIND_PLACED = statement(
  'orders-find-placed',
  `SELECT ${ORDER_COLUMNS} FROM orders o WHERE o.id = ANY($1::uuid[]) AND o.placed`,
);
