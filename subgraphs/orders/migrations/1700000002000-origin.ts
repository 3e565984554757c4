import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From where the step that is on its way was asked for: the audit log is told when it has ended, perhaps by another process. Null
 * when nobody asked for it, and once the step has ended.
 */
export class Origin1700000002000 implements MigrationInterface {
  readonly name = 'Origin1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders ADD COLUMN origin jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN origin');
  }
}
