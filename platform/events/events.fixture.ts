import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { QueryResultRow } from 'pg';
import { createTestDatabase } from '../../tests/support/test-database';
import { Database } from '../database/database';
import { migrate, type MigrationClass, protectTenantTable } from '../database/migrate';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { SubgraphName } from '../subgraph/subgraph';
import type { EventEnvelope, NewEvent } from './event';
import { eventTables } from './event-tables';

export const silent = pino({ level: 'silent' });
export const context = { traceId: '0af7651916cd43dd8448eb211c80319c' };

/** A subgraph's database with the event tables, and a table `effect` that handlers of tests write to. */
export interface EventDatabase {
  readonly database: Database;
  readonly tenant: string;
  /** Another pool on the same database, as another process has it. */
  connect(): Promise<Database>;
  /** Rows as the worker sees them: every business. */
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Notes of the effects, in the order in which they were written. */
  effects(): Promise<string[]>;
  drop(): Promise<void>;
}

function effectTable(name: string): MigrationClass {
  return class implements MigrationInterface {
    readonly name = 'EffectTable1700000000001';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        'CREATE TABLE effect (line bigint GENERATED ALWAYS AS IDENTITY, tenant_id uuid NOT NULL, note text NOT NULL)',
      );
      await protectTenantTable(runner, name, 'effect', { service: 'SELECT, INSERT', worker: 'SELECT' });
    }

    async down(): Promise<void> {}
  };
}

export async function eventDatabase(name: SubgraphName = 'products'): Promise<EventDatabase> {
  const { serviceUrl, ownerUrl, drop } = await createTestDatabase(name);
  await migrate(name, ownerUrl, [eventTables(name), effectTable(name)]);
  const opened: Database[] = [];
  const connect = async (): Promise<Database> => {
    const database = await Database.connect({ name, url: serviceUrl, entities: [] });
    opened.push(database);
    return database;
  };
  const database = await connect();
  const rows: EventDatabase['rows'] = (sql, values) =>
    database.asWorker((worker) => worker.query(sql, values));
  return {
    database,
    tenant: randomUUID(),
    connect,
    rows,
    effects: async () =>
      (await rows<{ note: string }>('SELECT note FROM effect ORDER BY line')).map((row) => row.note),
    async drop() {
      await Promise.all(opened.map((each) => each.close()));
      await drop();
    },
  };
}

/** The n-th thing that happened to an aggregate. */
export function newEvent(aggregateId: string, n: number, type = 'products.changed'): NewEvent {
  return { type, version: 1, aggregateId, payload: { n } };
}

export function envelope(aggregateId: string, n: number, more: Partial<EventEnvelope> = {}): EventEnvelope {
  return {
    id: randomUUID(),
    ...newEvent(aggregateId, n),
    tenantId: '0198c5a4-0000-7000-8000-000000000001',
    occurredAt: new Date().toISOString(),
    traceId: context.traceId,
    ...more,
  };
}

/** `<aggregate>:<n>` of an event made here. */
export function nameOf(event: EventEnvelope): string {
  return `${event.aggregateId}:${String(Object(event.payload).n)}`;
}

/** Collects what arrives and tells when there is enough of it. */
export class Arrivals<T> {
  readonly items: T[] = [];
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  add(item: T): void {
    this.items.push(item);
    this.#waiting = this.#waiting.filter(({ count, resolve }) => {
      if (this.items.length < count) return true;
      resolve();
      return false;
    });
  }

  /** Resolves with all items once there are so many. */
  async reach(count: number): Promise<T[]> {
    if (this.items.length < count)
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    return this.items;
  }
}
