import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where units are kept. */
@Entity('location')
export class Location {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** Each business has one: sales take from it first. */
  @Column('boolean', { name: 'is_default' })
  isDefault!: boolean;
}
