import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the list of revocations needs to know of disabled people and their API keys. */
export class ManagePeople1700000003000 implements MigrationInterface {
  readonly name = 'ManagePeople1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT (disabled_at) ON app_user TO auth_worker');
    await runner.query('GRANT SELECT (created_by) ON api_key TO auth_worker');
    await runner.query('CREATE INDEX api_key_creator ON api_key (created_by)');
    await runner.query(
      'CREATE INDEX app_user_disabled ON app_user (disabled_at) WHERE disabled_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX app_user_disabled, api_key_creator');
    await runner.query('REVOKE SELECT (created_by) ON api_key FROM auth_worker');
    await runner.query('REVOKE SELECT (disabled_at) ON app_user FROM auth_worker');
  }
}
