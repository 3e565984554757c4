import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallOutcome } from '../jobs/job';

/** One call of a writer, as it was recorded with the end of its job. Never changed. */
@Entity('model_call')
export class ModelCallEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Column('uuid', { name: 'job_id' })
  jobId!: string;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  provider!: string;

  @Column('text')
  model!: string;

  @Column('text', { name: 'prompt_version' })
  promptVersion!: string;

  /** Why this provider, of all that are configured. */
  @Column('text')
  route!: string;

  @Column('text')
  outcome!: CallOutcome;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('boolean', { name: 'from_cache' })
  fromCache!: boolean;

  @Column('integer', { name: 'prompt_tokens' })
  promptTokens!: number;

  @Column('integer', { name: 'completion_tokens' })
  completionTokens!: number;

  @Column('numeric', { name: 'cost_usd', precision: 18, scale: 8 })
  costUsd!: string;

  @Column('integer', { name: 'duration_ms' })
  durationMs!: number;
}
