import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an order was ended of which nothing had come yet: such rows are only kept until nothing can come any more. */
export class RefusedInAdvance1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE order_stock ADD COLUMN refused_in_advance_at timestamptz(3)');
    await runner.query(
      `CREATE INDEX order_stock_refused ON order_stock (refused_in_advance_at)
       WHERE refused_in_advance_at IS NOT NULL`,
    );
    await runner.query('GRANT DELETE ON order_stock TO inventory_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE DELETE ON order_stock FROM inventory_worker');
    await runner.query('ALTER TABLE order_stock DROP COLUMN refused_in_advance_at');
  }
}
