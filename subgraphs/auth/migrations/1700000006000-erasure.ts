import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person can be erased, and the audit log keeps what they did without from where. That is the only change that it takes, of
 * anybody: triggers refuse every other, also to the owner of the table.
 */
export class Erasure1700000006000 implements MigrationInterface {
  readonly name = 'Erasure1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER append_only ON audit_entry');
    await runner.query('DROP TRIGGER keep_lines ON audit_entry');
    await runner.query('DROP TRIGGER keep_origin ON audit_entry');
    await runner.query('DROP FUNCTION refuse_change');
    await runner.query('REVOKE UPDATE (client_address, user_agent) ON audit_entry FROM auth_service');
    await runner.query('ALTER TABLE audit_entry DROP COLUMN user_agent');
    await runner.query('REVOKE UPDATE (email) ON app_user FROM auth_service');
    await runner.query('ALTER TABLE app_user DROP COLUMN erased_at');
  }
}

const STATEMENTS = [
  'ALTER TABLE app_user ADD COLUMN erased_at timestamptz',
  'GRANT UPDATE (email, erased_at) ON app_user TO auth_service',

  'ALTER TABLE audit_entry ADD COLUMN user_agent text',
  // Where they were written into lines before, they could not be taken out again.
  `UPDATE audit_entry SET details = (details::jsonb - 'email')::json WHERE action = 'user.created'`,
  'GRANT UPDATE (client_address, user_agent) ON audit_entry TO auth_service',
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'The log % is append-only: it takes no %', TG_TABLE_NAME, TG_OP
       USING ERRCODE = 'object_not_in_prerequisite_state';
   END $$`,
  // For each statement, so that it fails also where it would touch no row; TRUNCATE knows no other kind of trigger.
  `CREATE TRIGGER append_only
   BEFORE UPDATE OF position, id, tenant_id, at, action, actor_id, api_key_id, trace_id, subject_type, subject_id, details
   OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // Failed logins to accounts that do not exist are nobody's, and forgotten after a day.
  `CREATE TRIGGER keep_lines BEFORE DELETE ON audit_entry FOR EACH ROW
   WHEN (OLD.tenant_id <> '00000000-0000-0000-0000-000000000000') EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER keep_origin BEFORE UPDATE OF client_address, user_agent ON audit_entry FOR EACH ROW
   WHEN (NEW.client_address IS NOT NULL OR NEW.user_agent IS NOT NULL) EXECUTE FUNCTION refuse_change()`,
];
