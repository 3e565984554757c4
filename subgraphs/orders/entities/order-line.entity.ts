import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One product of an order, with name and price as they were at its moment. */
@Entity('order_line')
export class OrderLineEntity {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId!: string;

  /** From 1, as the lines came in. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  @Column('text')
  name!: string;

  @Column('integer')
  quantity!: number;

  @Column('numeric', { name: 'unit_price' })
  unitPrice!: string;

  @Column('text')
  currency!: string;
}
