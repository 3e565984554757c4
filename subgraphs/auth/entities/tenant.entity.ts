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

  /** Of OWNER and ADMIN. */
  @Column('boolean', { name: 'totp_required', default: false })
  totpRequired!: boolean;
}
