import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** Orders with their lines and their saga's state, and the counter of their numbers. */
export class Orders1700000001000 implements MigrationInterface {
  readonly name = 'Orders1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
    await protectTenantTable(runner, 'orders', 'orders', {
      service: 'SELECT, INSERT, UPDATE, DELETE',
      worker: 'SELECT, UPDATE (step, due_at, attempts, cancel_reason)',
    });
    await protectTenantTable(runner, 'orders', 'order_line', { service: 'SELECT, INSERT' });
    await protectTenantTable(runner, 'orders', 'order_counter', { service: 'SELECT, INSERT, UPDATE' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE order_counter, order_line, orders');
  }
}

const TABLES = [
  // `step` is what the saga does next or waits for, `due_at` when the recovery looks after it: see saga/recipe.ts.
  `CREATE TABLE orders (
     id uuid PRIMARY KEY,
     tenant_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('SALE', 'PURCHASE')),
     status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'COMPLETED', 'CANCELLED')),
     number integer CHECK (number > 0),
     currency text NOT NULL,
     total numeric NOT NULL CHECK (total >= 0),
     customer_name text,
     cancel_reason text,
     expires_at timestamptz,
     placed boolean NOT NULL DEFAULT false,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     step text CHECK (step IN ('TAKE', 'RESERVE', 'AWAIT', 'CONFIRM', 'RELEASE')),
     step_actor uuid NOT NULL,
     due_at timestamptz,
     attempts integer NOT NULL DEFAULT 0,
     trace_id text NOT NULL,
     idempotency_key text,
     CONSTRAINT order_number_when_completed CHECK ((number IS NOT NULL) = (status = 'COMPLETED')),
     CONSTRAINT order_step_while_pending CHECK ((step IS NOT NULL) = (status = 'PENDING')),
     CONSTRAINT order_step_due CHECK ((step IS NOT NULL) = (due_at IS NOT NULL)),
     CONSTRAINT order_final_when_placed CHECK (placed OR status = 'PENDING')
   )`,
  'CREATE UNIQUE INDEX order_number ON orders (tenant_id, number) WHERE number IS NOT NULL',
  'CREATE INDEX order_newest ON orders (tenant_id, id) WHERE placed',
  'CREATE INDEX order_newest_of_person ON orders (tenant_id, created_by, id) WHERE placed',
  `CREATE INDEX order_newest_uncompleted ON orders (tenant_id, id) WHERE placed AND status <> 'COMPLETED'`,
  'CREATE INDEX order_due ON orders (due_at) WHERE due_at IS NOT NULL',
  // Every order changes once or twice soon after it was made.
  'ALTER TABLE orders SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)',

  `CREATE TABLE order_line (
     order_id uuid NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
     position integer NOT NULL,
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     name text NOT NULL,
     quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
     unit_price numeric NOT NULL CHECK (unit_price >= 0),
     currency text NOT NULL,
     PRIMARY KEY (order_id, position)
   )`,

  // One row per business, taken by the transaction that completes an order: no number without its order.
  `CREATE TABLE order_counter (
     tenant_id uuid PRIMARY KEY,
     last integer NOT NULL
   ) WITH (fillfactor = 50)`,
];
