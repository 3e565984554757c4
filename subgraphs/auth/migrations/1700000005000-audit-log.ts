import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** Who did what. Nobody may change or remove a line of a business, not even the worker. */
export class AuditLog1700000005000 implements MigrationInterface {
  readonly name = 'AuditLog1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL,
        tenant_id uuid NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        actor_id uuid,
        api_key_id uuid,
        client_address text,
        trace_id text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        details json NOT NULL
      )`);
    await runner.query('CREATE INDEX audit_entry_tenant ON audit_entry (tenant_id, position)');
    await runner.query('CREATE INDEX audit_entry_actor ON audit_entry (tenant_id, actor_id, position)');
    await runner.query('CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_id, position)');
    await protectTenantTable(runner, 'auth', 'audit_entry', { service: 'SELECT, INSERT' });
    // Failed logins to accounts that do not exist, which are written to take as long as the others.
    await runner.query(`
      CREATE POLICY nobody ON audit_entry TO auth_worker
        USING (tenant_id = '00000000-0000-0000-0000-000000000000')`);
    await runner.query('GRANT SELECT (tenant_id, at), DELETE ON audit_entry TO auth_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
