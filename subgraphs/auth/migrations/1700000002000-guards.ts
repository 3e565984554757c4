import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What belongs to no business: the keys that sign access tokens, and the count of failed logins, which is kept before
 * anybody knows whose login it is. Both are the worker's alone.
 */
export class Guards1700000002000 implements MigrationInterface {
  readonly name = 'Guards1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        kid text PRIMARY KEY,
        public_jwk jsonb NOT NULL,
        private_jwk text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        signs_from timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE login_throttle (
        subject bytea PRIMARY KEY CHECK (octet_length(subject) = 32),
        failures timestamptz[] NOT NULL
      )`);
    await runner.query('GRANT SELECT, INSERT, DELETE ON signing_key TO auth_worker');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON login_throttle TO auth_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_throttle, signing_key');
  }
}
