import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** Jobs of the writers, and the record of every call that they made. */
export class Jobs1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
    // The worker only finds out which businesses have work that is due; the rest happens in the transaction of one business.
    await protectTenantTable(runner, 'enrichment', 'job', {
      service: 'SELECT, INSERT, UPDATE, DELETE',
      worker: 'SELECT',
    });
    await protectTenantTable(runner, 'enrichment', 'model_call', { service: 'SELECT, INSERT' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE model_call, job');
  }
}

const TABLES = [
  `CREATE TABLE job (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')),
     input jsonb NOT NULL,
     actor_id uuid NOT NULL,
     trace_id text NOT NULL,
     requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     -- When it may be taken: at once, after a pause that a provider asked for, or when the lease of its taker has run out.
     due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     lease uuid,
     takes integer NOT NULL DEFAULT 0,
     attempts integer NOT NULL DEFAULT 0,
     description text,
     category text,
     keywords text[] NOT NULL DEFAULT '{}',
     confidence double precision CHECK (confidence BETWEEN 0 AND 1),
     provider text,
     model text,
     from_cache boolean NOT NULL DEFAULT false,
     error text,
     retry_after_seconds integer,
     duration_ms integer,
     prompt_tokens integer,
     completion_tokens integer,
     completed_at timestamptz,
     CHECK ((status = 'PROCESSING') = (lease IS NOT NULL)),
     CHECK ((status IN ('COMPLETED', 'FAILED')) = (completed_at IS NOT NULL))
   )`,
  // One waits and one runs at most: what is asked again meanwhile joins the one that waits, and an older answer never comes last.
  `CREATE UNIQUE INDEX job_pending ON job (tenant_id, product_id) WHERE status = 'PENDING'`,
  `CREATE UNIQUE INDEX job_processing ON job (tenant_id, product_id) WHERE status = 'PROCESSING'`,
  `CREATE INDEX job_due ON job (tenant_id, due_at) WHERE status IN ('PENDING', 'PROCESSING')`,
  'CREATE INDEX job_latest ON job (tenant_id, product_id, requested_at DESC)',
  // Half of the rows change from hour to hour.
  'ALTER TABLE job SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',

  `CREATE TABLE model_call (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     job_id uuid NOT NULL,
     product_id uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     provider text NOT NULL,
     model text NOT NULL,
     prompt_version text NOT NULL,
     -- Why this provider, of all that are configured.
     route text NOT NULL,
     outcome text NOT NULL,
     error text,
     from_cache boolean NOT NULL,
     prompt_tokens integer NOT NULL CHECK (prompt_tokens >= 0),
     completion_tokens integer NOT NULL CHECK (completion_tokens >= 0),
     cost_usd numeric(18, 8) NOT NULL CHECK (cost_usd >= 0),
     duration_ms integer NOT NULL CHECK (duration_ms >= 0)
   )`,
  'CREATE INDEX model_call_at ON model_call (tenant_id, at, id)',
];
