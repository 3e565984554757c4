import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../roles';

/** A person of one business. */
@Entity('app_user')
export class User {
  readonly __typename = 'User';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;

  /** In lower case; unique over all businesses, for it is what one logs in with. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** From then on name and address are placeholders. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  /** Access tokens issued before are refused. */
  @Column('timestamptz', { name: 'tokens_valid_from', nullable: true })
  tokensValidFrom!: Date | null;

  /** Sealed; null until an enrolment begins. */
  @Column('text', { name: 'totp_secret', nullable: true })
  totpSecret!: string | null;

  /** When the enrolment was confirmed: from then on logins take a code. */
  @Column('timestamptz', { name: 'totp_enabled_at', nullable: true })
  totpEnabledAt!: Date | null;
}
