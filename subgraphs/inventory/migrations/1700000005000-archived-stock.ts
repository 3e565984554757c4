import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products that are no longer sold: of their stock nobody is warned. */
export class ArchivedStock1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stock ADD COLUMN archived boolean NOT NULL DEFAULT false');
    await runner.query('DROP INDEX stock_low');
    await runner.query(
      `CREATE INDEX stock_low ON stock (tenant_id, product_id) WHERE level <> 'OK' AND NOT archived`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX stock_low');
    await runner.query('ALTER TABLE stock DROP COLUMN archived');
    await runner.query(`CREATE INDEX stock_low ON stock (tenant_id, product_id) WHERE level <> 'OK'`);
  }
}
