import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, type MigrationClass } from '../database/migrate';

/**
 * The first migration of every subgraph: its outbox and what the relay knows of the bus, its inbox, its dead letters
 * and its idempotency keys. Put it at the head of the list given to `migrate`.
 */
export function eventTables(name: string): MigrationClass {
  return class implements MigrationInterface {
    readonly name = 'EventTables1700000000000';

    async up(runner: QueryRunner): Promise<void> {
      for (const sql of TABLES) await runner.query(sql);
      await protectTenantTable(runner, name, 'outbox', {
        service: 'INSERT',
        worker: 'SELECT, UPDATE, DELETE',
      });
      await protectTenantTable(runner, name, 'inbox', {
        service: 'SELECT, INSERT',
        worker: 'SELECT, DELETE',
      });
      await protectTenantTable(runner, name, 'dead_letter', {
        service: 'SELECT, INSERT, UPDATE, DELETE',
        worker: 'SELECT, UPDATE, DELETE',
      });
      await protectTenantTable(runner, name, 'idempotency_key', {
        service: 'SELECT, INSERT, UPDATE, DELETE',
        worker: 'SELECT, DELETE',
      });
      // No tenant's data: the name of the bus's memory, for the relay alone.
      await runner.query(`GRANT SELECT, UPDATE ON bus_memory TO ${name}_worker`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE idempotency_key, dead_letter, inbox, bus_memory, outbox');
    }
  };
}

const TABLES = [
  `CREATE TABLE outbox (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id uuid NOT NULL,
     type text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     tenant_id uuid NOT NULL,
     aggregate_id text NOT NULL,
     occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     trace_id text NOT NULL,
     payload jsonb NOT NULL,
     published_at timestamptz
   )`,
  'CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL',
  'CREATE INDEX outbox_unpublished_aggregate ON outbox (aggregate_id, position) WHERE published_at IS NULL',
  'CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL',
  // Full most of the day, empty at night: the planner must not trust either moment's statistics for long.
  'ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)',

  `CREATE TABLE bus_memory (
     only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
     memory text NOT NULL
   )`,
  `INSERT INTO bus_memory (memory) VALUES ('')`,

  `CREATE TABLE inbox (
     event_id uuid NOT NULL,
     consumer text NOT NULL,
     tenant_id uuid NOT NULL,
     handled_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (event_id, consumer)
   )`,
  'CREATE INDEX inbox_handled ON inbox (handled_at)',

  `CREATE TABLE dead_letter (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     event_id uuid NOT NULL,
     consumer text NOT NULL,
     tenant_id uuid NOT NULL,
     type text NOT NULL,
     envelope jsonb NOT NULL,
     error text NOT NULL,
     attempts integer NOT NULL,
     failed_at timestamptz NOT NULL DEFAULT now(),
     replay_requested_at timestamptz,
     UNIQUE (event_id, consumer)
   )`,
  'CREATE INDEX dead_letter_replay ON dead_letter (consumer, id) WHERE replay_requested_at IS NOT NULL',

  `CREATE TABLE idempotency_key (
     tenant_id uuid NOT NULL,
     actor_id uuid NOT NULL,
     operation text NOT NULL,
     key text NOT NULL,
     input_hash bytea NOT NULL,
     result jsonb,
     claimed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (tenant_id, actor_id, operation, key)
   )`,
  'CREATE INDEX idempotency_key_claimed ON idempotency_key (claimed_at)',
];
