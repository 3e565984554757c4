import pg from 'pg';
import { AbstractLogger, DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

const LOCK_WAIT_MILLIS = 60_000;
const MIGRATIONS_TABLE = 'migration';

/**
 * Brings a subgraph's database to its newest version, one process at a time: others wait up to a minute for the advisory
 * lock and then find nothing to do. Creates the roles `<name>_service` and `<name>_worker` where they are missing.
 * @param url connects as the owner of the database (never as the service).
 */
export async function migrate(
  name: string,
  url: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    lock_timeout: LOCK_WAIT_MILLIS,
  });
  // A session that the server ends while it is idle says so by an event, which would end the process; the next query rejects.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('bodega migration'))`);
    await ensureRoles(client, name);
    if (await isPending(client, migrations)) await runMigrations(name, url, migrations);
  } finally {
    await client.end();
  }
}

/** By the table that TypeORM keeps: connecting it to a database where nothing is to be done would take as long as the service does. */
async function isPending(client: pg.Client, migrations: readonly MigrationClass[]): Promise<boolean> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('${MIGRATIONS_TABLE}') IS NOT NULL AS exists`,
  );
  if (!tables[0]?.exists) return true;
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE}`);
  const executed = new Set(rows.map((row) => row.name));
  return migrations.some((Migration) => !executed.has(new Migration().name ?? Migration.name));
}

/** What fails rejects, and is told once by whoever asked for it. */
class Silence extends AbstractLogger {
  protected writeLog(): void {}
}

async function runMigrations(
  name: string,
  url: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    // As in Database: one copy.
    driver: pg,
    url,
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    applicationName: `bodega-${name}-migration`,
    installExtensions: false,
    logger: new Silence(),
    // A migration that cannot have its lock gives way to the traffic instead of queueing in front of it.
    // The commit of a migration need not wait for the disk: none that counts can be written before it (one log, in order).
    extra: {
      max: 1,
      options: '-c lock_timeout=5000 -c synchronous_commit=off',
      connectionTimeoutMillis: 5_000,
    },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** The embedded cluster and the deployment files create these roles with a login; a plain database gets them here. */
async function ensureRoles(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [[`${name}_service`, `${name}_worker`]],
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const role of [`${name}_service`, `${name}_worker`]) {
    if (!existing.has(role)) await client.query(`CREATE ROLE ${role} NOLOGIN NOBYPASSRLS`);
  }
  if (existing.size < 2) {
    await client.query(`GRANT ${name}_worker TO ${name}_service WITH INHERIT FALSE, SET TRUE`);
    await client.query(`GRANT ${name}_service TO CURRENT_USER`);
  }
}

/** Privileges on one table. The worker's are across businesses: only what its work needs. */
export interface TableGrants {
  readonly service: string;
  readonly worker?: string;
}

/**
 * Forces row-level security on a table with a `tenant_id`: the service sees the rows of `app.tenant` only, and none
 * without it (after a local setting ends, its value is '' and not null: hence `nullif`).
 */
export async function protectTenantTable(
  runner: QueryRunner,
  name: string,
  table: string,
  grants: TableGrants,
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    CREATE POLICY tenant ON ${table} TO ${name}_service
      USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)`);
  await runner.query(`GRANT ${grants.service} ON ${table} TO ${name}_service`);
  if (grants.worker === undefined) return;
  await runner.query(`CREATE POLICY worker ON ${table} TO ${name}_worker USING (true) WITH CHECK (true)`);
  await runner.query(`GRANT ${grants.worker} ON ${table} TO ${name}_worker`);
}
