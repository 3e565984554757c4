import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/**
 * Businesses, their people, sessions and API keys.
 *
 * Login, refresh and API keys begin with a secret and no business. The worker may look up which business an e-mail address
 * or the hash of a secret belongs to, and nothing else of these rows: never a password's hash. The rest happens in a
 * transaction of that business, under row-level security. (Functions with SECURITY DEFINER would not help: their owner is
 * bound by the forced policies as well.)
 */
export class People1700000001000 implements MigrationInterface {
  readonly name = 'People1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
    await protectTenantTable(runner, 'auth', 'tenant', { service: 'SELECT, INSERT' });
    await protectTenantTable(runner, 'auth', 'app_user', {
      service: 'SELECT, INSERT, UPDATE (name, role, password_hash, disabled_at, tokens_valid_from)',
      worker: 'SELECT (id, tenant_id, email, tokens_valid_from)',
    });
    await protectTenantTable(runner, 'auth', 'session', {
      service: 'SELECT, INSERT, UPDATE (last_issued_at, revoked_at)',
      worker: 'SELECT (id, last_issued_at, revoked_at, expires_at), DELETE',
    });
    await protectTenantTable(runner, 'auth', 'refresh_token', {
      service: 'SELECT, INSERT, UPDATE (used_at)',
      worker: 'SELECT (token_hash, tenant_id)',
    });
    await protectTenantTable(runner, 'auth', 'api_key', {
      service: 'SELECT, INSERT, UPDATE (revoked_at, last_used_at)',
      worker: 'SELECT (id, secret_hash, tenant_id, revoked_at)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key, refresh_token, session, app_user, tenant');
  }
}

const TABLES = [
  `CREATE TABLE tenant (
     tenant_id uuid PRIMARY KEY,
     name text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp()
   )`,

  `CREATE TABLE app_user (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL REFERENCES tenant,
     email text NOT NULL CONSTRAINT app_user_email UNIQUE CHECK (email = lower(email)),
     name text NOT NULL,
     role text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'SELLER', 'VIEWER', 'BUYER')),
     password_hash text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     disabled_at timestamptz,
     -- Access tokens issued before are refused: the role changed, or the person was disabled.
     tokens_valid_from timestamptz,
     UNIQUE (tenant_id, id)
   )`,
  'CREATE INDEX app_user_tokens_valid_from ON app_user (tokens_valid_from) WHERE tokens_valid_from IS NOT NULL',

  `CREATE TABLE session (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     user_id uuid NOT NULL,
     created_at timestamptz NOT NULL,
     -- When its newest access token was issued: a revoked session matters while that one lives.
     last_issued_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     revoked_at timestamptz,
     UNIQUE (tenant_id, id),
     FOREIGN KEY (tenant_id, user_id) REFERENCES app_user (tenant_id, id) ON DELETE CASCADE
   )`,
  'CREATE INDEX session_open ON session (user_id) WHERE revoked_at IS NULL',
  'CREATE INDEX session_revoked ON session (last_issued_at) WHERE revoked_at IS NOT NULL',
  'CREATE INDEX session_expiry ON session (expires_at)',

  `CREATE TABLE refresh_token (
     token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
     tenant_id uuid NOT NULL,
     session_id uuid NOT NULL,
     parent_hash bytea,
     issued_at timestamptz NOT NULL,
     used_at timestamptz,
     FOREIGN KEY (tenant_id, session_id) REFERENCES session (tenant_id, id) ON DELETE CASCADE
   )`,
  'CREATE INDEX refresh_token_session ON refresh_token (tenant_id, session_id)',

  `CREATE TABLE api_key (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     created_by uuid NOT NULL,
     name text NOT NULL,
     prefix text NOT NULL,
     secret_hash bytea NOT NULL CONSTRAINT api_key_secret UNIQUE CHECK (octet_length(secret_hash) = 32),
     scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     last_used_at timestamptz,
     revoked_at timestamptz,
     FOREIGN KEY (tenant_id, created_by) REFERENCES app_user (tenant_id, id) ON DELETE CASCADE
   )`,
  'CREATE INDEX api_key_tenant ON api_key (tenant_id, id)',
  'CREATE INDEX api_key_revoked ON api_key (revoked_at) WHERE revoked_at IS NOT NULL',
];
