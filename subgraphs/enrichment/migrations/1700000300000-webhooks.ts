import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** Whom a business wants told of completed enrichments, and what is on its way there; what may be forgotten one day. */
export class Webhooks1700000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
    await protectTenantTable(runner, 'enrichment', 'webhook', { service: 'SELECT, INSERT, UPDATE, DELETE' });
    await protectTenantTable(runner, 'enrichment', 'webhook_delivery', {
      service: 'SELECT, INSERT, UPDATE',
      worker: 'SELECT, DELETE',
    });
    // What is too old is removed in all businesses at once.
    await runner.query('GRANT DELETE ON job TO enrichment_worker');
    for (const table of ['model_call', 'spending']) {
      await runner.query(
        `CREATE POLICY worker ON ${table} TO enrichment_worker USING (true) WITH CHECK (true)`,
      );
      await runner.query(`GRANT SELECT, DELETE ON ${table} TO enrichment_worker`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['model_call', 'spending']) {
      await runner.query(`REVOKE SELECT, DELETE ON ${table} FROM enrichment_worker`);
      await runner.query(`DROP POLICY worker ON ${table}`);
    }
    await runner.query('REVOKE DELETE ON job FROM enrichment_worker');
    await runner.query('DROP TABLE webhook_delivery, webhook');
  }
}

const TABLES = [
  // The secret is needed in the clear for each signature.
  `CREATE TABLE webhook (
     tenant_id uuid PRIMARY KEY,
     url text NOT NULL,
     secret text NOT NULL,
     previous_secret text,
     -- Until then what is sent is signed with both.
     previous_until timestamptz,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp()
   )`,

  `CREATE TABLE webhook_delivery (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     job_id uuid NOT NULL,
     product_id uuid NOT NULL,
     -- As text: the bytes of a retry are those of the first attempt.
     body text NOT NULL,
     status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
     attempts integer NOT NULL DEFAULT 0,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     lease uuid,
     last_status integer,
     last_error text,
     ended_at timestamptz,
     CHECK ((status = 'PENDING') = (ended_at IS NULL))
   )`,
  `CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, due_at) WHERE status = 'PENDING'`,
  'CREATE INDEX webhook_delivery_newest ON webhook_delivery (tenant_id, id)',
];
