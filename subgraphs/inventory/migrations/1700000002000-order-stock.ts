import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** What is held for orders: taken, or reserved until an instant. */
export class OrderStock1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
    // The worker finds the businesses with reservations that are due; it settles them as the service of each.
    await protectTenantTable(runner, 'inventory', 'order_stock', {
      service: 'SELECT, INSERT, UPDATE',
      worker: 'SELECT',
    });
    await protectTenantTable(runner, 'inventory', 'order_stock_line', { service: 'SELECT, INSERT' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE order_stock_line, order_stock');
  }
}

const STATEMENTS = [
  `CREATE TABLE order_stock (
     tenant_id uuid NOT NULL,
     order_id uuid NOT NULL,
     state text COLLATE "C" NOT NULL CHECK (state IN ('RESERVED', 'TAKEN', 'RELEASED', 'EXPIRED')),
     expires_at timestamptz(3),
     PRIMARY KEY (tenant_id, order_id),
     CONSTRAINT order_stock_expiry CHECK (state <> 'RESERVED' OR expires_at IS NOT NULL)
   )`,
  `CREATE INDEX order_stock_due ON order_stock (expires_at) WHERE state = 'RESERVED'`,

  // Where the units came from, so that they go back there. Written with its order in one statement, never changed.
  `CREATE TABLE order_stock_line (
     tenant_id uuid NOT NULL,
     order_id uuid NOT NULL,
     product_id uuid NOT NULL,
     location_id uuid NOT NULL,
     quantity integer NOT NULL CHECK (quantity > 0),
     PRIMARY KEY (tenant_id, order_id, product_id, location_id)
   )`,
];
