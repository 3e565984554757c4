import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../builtin/language';

/** What a business has decided about its enrichments. No row: nothing. */
@Entity('business_settings')
export class BusinessSettings {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  /** Of the text; null: that of each product's own words. */
  @Column('text', { nullable: true })
  language!: Language | null;

  /** Nothing of it goes to a cloud. */
  @Column('boolean')
  confidential!: boolean;

  /** For models, in a day. Null: what the operator allows. bigint, so a string of digits. */
  @Column('bigint', { name: 'daily_tokens', nullable: true })
  dailyTokens!: string | null;

  /** US dollars for models, in a day; likewise. */
  @Column('numeric', { name: 'daily_usd', precision: 18, scale: 8, nullable: true })
  dailyUsd!: string | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
