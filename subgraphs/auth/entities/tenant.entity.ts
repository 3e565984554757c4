import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A business. */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  id!: string;

  @Column('text')
  name!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
