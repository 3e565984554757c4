import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** Most units that a business can hold of one product: above it, sums of lines would leave the range of an Int. */
export const MAX_ON_HAND = 1_000_000_000;
export const DEFAULT_LOW_STOCK_THRESHOLD = 10;

/** Units on hand and reserved, by product and by location, and the ledger of their movements. */
export class Stock1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
    const grants: [string, string][] = [
      ['location', 'SELECT, INSERT'],
      ['stock', 'SELECT, INSERT, UPDATE'],
      ['stock_location', 'SELECT, INSERT, UPDATE'],
      ['stock_movement', 'SELECT, INSERT'],
    ];
    for (const [table, service] of grants) await protectTenantTable(runner, 'inventory', table, { service });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stock_movement, stock_location, stock, location');
    await runner.query('DROP FUNCTION refuse_change, uuid_v7');
  }
}

const STATEMENTS = [
  // RFC 9562, section 5.7: 48 bits of milliseconds in front of a random UUID, whose version becomes 7. PostgreSQL has its
  // own only from version 18 on.
  `CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE
   RETURN encode(set_bit(set_bit(overlay(
     uuid_send(gen_random_uuid())
     PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6
   ), 52, 1), 53, 1), 'hex')::uuid`,

  `CREATE TABLE location (
     tenant_id uuid NOT NULL,
     id uuid NOT NULL,
     name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
     is_default boolean NOT NULL DEFAULT false,
     created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
     name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
     PRIMARY KEY (tenant_id, id),
     CONSTRAINT location_name UNIQUE (tenant_id, name_key)
   )`,
  'CREATE UNIQUE INDEX location_default ON location (tenant_id) WHERE is_default',

  // Room in each page, and no index on a figure: most updates then stay in the page and touch no index (HOT).
  `CREATE TABLE stock (
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     name text NOT NULL,
     on_hand integer NOT NULL,
     reserved integer NOT NULL DEFAULT 0,
     low_stock_threshold integer NOT NULL DEFAULT ${DEFAULT_LOW_STOCK_THRESHOLD}
       CHECK (low_stock_threshold BETWEEN 0 AND 1000000),
     level text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
       CASE WHEN on_hand = reserved THEN 'OUT'
            WHEN on_hand - reserved < low_stock_threshold THEN 'LOW'
            ELSE 'OK' END) STORED,
     last_line integer NOT NULL DEFAULT 0,
     updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (tenant_id, product_id),
     CONSTRAINT stock_units CHECK (0 <= reserved AND reserved <= on_hand AND on_hand <= ${MAX_ON_HAND})
   ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`,
  `CREATE INDEX stock_low ON stock (tenant_id, product_id) WHERE level <> 'OK'`,

  `CREATE TABLE stock_location (
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     location_id uuid NOT NULL,
     on_hand integer NOT NULL DEFAULT 0,
     reserved integer NOT NULL DEFAULT 0,
     PRIMARY KEY (tenant_id, product_id, location_id),
     FOREIGN KEY (tenant_id, product_id) REFERENCES stock (tenant_id, product_id),
     FOREIGN KEY (tenant_id, location_id) REFERENCES location (tenant_id, id),
     CONSTRAINT stock_location_units CHECK (0 <= reserved AND reserved <= on_hand AND on_hand <= ${MAX_ON_HAND})
   ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`,

  // Lines of one product are numbered from 1 without a gap. No foreign keys: the statements that write a line have changed
  // the rows of its product and location just before, and each key would have these looked up and locked once more.
  `CREATE TABLE stock_movement (
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     line integer NOT NULL CHECK (line > 0),
     id uuid NOT NULL DEFAULT uuid_v7(),
     location_id uuid NOT NULL,
     kind text COLLATE "C" NOT NULL CHECK (kind IN ('INITIAL', 'RECEIPT', 'SALE', 'PURCHASE', 'CANCELLATION',
       'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN', 'RETURN')),
     quantity integer NOT NULL CHECK (quantity <> 0),
     on_hand_after integer NOT NULL CHECK (on_hand_after BETWEEN 0 AND ${MAX_ON_HAND}),
     reason text,
     order_id uuid,
     actor_id uuid,
     created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (tenant_id, product_id, line)
   )`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'The ledger % is append-only: it takes no %', TG_TABLE_NAME, TG_OP
       USING ERRCODE = 'object_not_in_prerequisite_state';
   END $$`,
  // For each statement, so that it fails also where it would touch no row; TRUNCATE knows no other kind of trigger.
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_movement
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];
