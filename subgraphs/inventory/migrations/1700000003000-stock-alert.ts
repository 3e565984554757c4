import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** The feed of alerts of each business, and the counter of its positions. */
export class StockAlert1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
    for (const table of ['stock_alert', 'stock_alert_feed']) {
      await protectTenantTable(runner, 'inventory', table, { service: 'SELECT, INSERT, UPDATE' });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stock_alert, stock_alert_feed');
  }
}

const STATEMENTS = [
  `CREATE TABLE stock_alert_feed (
     tenant_id uuid PRIMARY KEY,
     position integer NOT NULL CHECK (position > 0)
   ) WITH (fillfactor = 50)`,

  `CREATE TABLE stock_alert (
     tenant_id uuid NOT NULL,
     position integer NOT NULL CHECK (position > 0),
     id uuid NOT NULL DEFAULT uuid_v7(),
     product_id uuid NOT NULL,
     level text COLLATE "C" NOT NULL CHECK (level IN ('LOW', 'OUT')),
     available integer NOT NULL,
     low_stock_threshold integer NOT NULL,
     message text NOT NULL,
     created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
     acknowledged_by uuid,
     resolved_at timestamptz(3),
     status text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
       CASE WHEN resolved_at IS NOT NULL THEN 'RESOLVED'
            WHEN acknowledged_by IS NOT NULL THEN 'ACKNOWLEDGED'
            ELSE 'OPEN' END) STORED,
     PRIMARY KEY (tenant_id, position),
     UNIQUE (tenant_id, id)
   )`,
  // A product has one alert at most that is not resolved: an alert that is raised resolves the one before.
  'CREATE UNIQUE INDEX stock_alert_unresolved ON stock_alert (tenant_id, product_id) WHERE resolved_at IS NULL',
  'CREATE INDEX stock_alert_product ON stock_alert (tenant_id, product_id, position)',
  'CREATE INDEX stock_alert_status ON stock_alert (tenant_id, status, position)',
];
