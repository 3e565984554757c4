import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** One-time codes: a person's secret, their recovery codes, and logins that wait for a code. */
export class SecondFactor1700000004000 implements MigrationInterface {
  readonly name = 'SecondFactor1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
    await protectTenantTable(runner, 'auth', 'recovery_code', {
      service: 'SELECT, INSERT, UPDATE (used_at), DELETE',
    });
    await protectTenantTable(runner, 'auth', 'mfa_challenge', {
      service: 'SELECT, INSERT, DELETE',
      worker: 'SELECT (challenge_hash, tenant_id, expires_at), DELETE',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mfa_challenge, recovery_code');
    await runner.query(
      'ALTER TABLE app_user DROP COLUMN totp_secret, DROP COLUMN totp_enabled_at, DROP COLUMN totp_last_step',
    );
    await runner.query('ALTER TABLE tenant DROP COLUMN totp_required');
  }
}

const STATEMENTS = [
  'ALTER TABLE tenant ADD COLUMN totp_required boolean NOT NULL DEFAULT false',
  'GRANT UPDATE (totp_required) ON tenant TO auth_service',
  // The newest 30 seconds of which a code was used: none of these or before is good again, in whatever process.
  `ALTER TABLE app_user ADD COLUMN totp_secret text,
                        ADD COLUMN totp_enabled_at timestamptz,
                        ADD COLUMN totp_last_step bigint,
                        ADD CHECK (totp_enabled_at IS NULL OR totp_secret IS NOT NULL)`,
  'GRANT UPDATE (totp_secret, totp_enabled_at, totp_last_step) ON app_user TO auth_service',
  `CREATE TABLE recovery_code (
     tenant_id uuid NOT NULL,
     user_id uuid NOT NULL,
     code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
     used_at timestamptz,
     PRIMARY KEY (tenant_id, user_id, code_hash),
     FOREIGN KEY (tenant_id, user_id) REFERENCES app_user (tenant_id, id) ON DELETE CASCADE
   )`,
  `CREATE TABLE mfa_challenge (
     challenge_hash bytea PRIMARY KEY CHECK (octet_length(challenge_hash) = 32),
     tenant_id uuid NOT NULL,
     user_id uuid NOT NULL,
     expires_at timestamptz NOT NULL,
     FOREIGN KEY (tenant_id, user_id) REFERENCES app_user (tenant_id, id) ON DELETE CASCADE
   )`,
  'CREATE INDEX mfa_challenge_user ON mfa_challenge (tenant_id, user_id)',
  'CREATE INDEX mfa_challenge_expiry ON mfa_challenge (expires_at)',
];
