import { createHmac } from 'node:crypto';
import pg from 'pg';

export interface DatabaseProvision {
  /** Name of the subgraph, which its roles are named after. */
  readonly name: string;
  /** The database; the subgraph's name unless given. */
  readonly database?: string;
  /** Derived from the superuser's unless given, so that nobody has to keep them. */
  readonly ownerPassword?: string;
  readonly servicePassword?: string;
  /** A database, without sessions at the moment, whose content a new one begins with. */
  readonly template?: string;
}

export interface ProvisionedDatabase {
  /** Logs in as `<name>_owner`: for migrations only. */
  readonly ownerUrl: string;
  /** Logs in as `<name>_service`, whom row-level security binds. */
  readonly serviceUrl: string;
}

const IDENTIFIER = /^[a-z][a-z0-9_]{0,54}$/;
const NO_PRIVILEGES = 'NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';
const CONNECT_TIMEOUT_MILLIS = 5_000;
const LOCK_TIMEOUT_MILLIS = 60_000;
const STATEMENT_TIMEOUT_MILLIS = 30_000;

/**
 * Creates a subgraph's database and roles, or brings existing ones to the same state; processes that do so at the same time
 * take turns. Three roles: `<name>_owner` owns the database and migrates it; `<name>_service` has no right but what migrations
 * grant; `<name>_worker` cannot log in: the service takes it on with `SET LOCAL ROLE` for work across businesses.
 * Nobody else can connect to the database. Extensions are for the migrations to create: those that they use are trusted.
 * @param superuserUrl connects to the server's maintenance database.
 */
export async function provisionDatabase(
  superuserUrl: string,
  provision: DatabaseProvision,
): Promise<ProvisionedDatabase> {
  const { name, database = name, template } = provision;
  for (const identifier of [name, database, template ?? name]) {
    if (!IDENTIFIER.test(identifier)) throw new Error(`"${identifier}" cannot be the name of a database`);
  }
  const owner = {
    role: `${name}_owner`,
    password: provision.ownerPassword ?? derivedPassword(superuserUrl, `${name}_owner`),
  };
  const service = {
    role: `${name}_service`,
    password: provision.servicePassword ?? derivedPassword(superuserUrl, `${name}_service`),
  };
  await withClient(superuserUrl, async (server) => {
    // Roles belong to the whole server, and CREATE DATABASE cannot run in a transaction: a lock of the session.
    await takeTurns(server);
    const { missingRoles, missingDatabase } = await lookAround(server, name, database);
    // Statements of one text are one round trip, and one transaction.
    await server.query(
      [
        ...missingRoles.map((role) => `CREATE ROLE ${role}`),
        asLogin(server, owner),
        asLogin(server, service),
        `ALTER ROLE ${name}_worker NOLOGIN ${NO_PRIVILEGES}`,
        `GRANT ${name}_worker TO ${name}_service WITH INHERIT FALSE, SET TRUE`,
      ].join(';'),
    );
    if (missingDatabase)
      await server.query(
        `CREATE DATABASE ${database} OWNER ${name}_owner TEMPLATE ${template ?? 'template1'}`,
      );
    await server.query(
      [
        `ALTER DATABASE ${database} OWNER TO ${name}_owner`,
        // By default everybody may connect to every database, the ones that the server begins with included.
        ...['postgres', 'template1', database].map((open) => `REVOKE ALL ON DATABASE ${open} FROM PUBLIC`),
        `GRANT CONNECT ON DATABASE ${database} TO ${name}_service`,
      ].join(';'),
    );
  });
  await withClient(urlFor(superuserUrl, database), async (client) => {
    await takeTurns(client);
    await client.query(
      `REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO ${name}_service, ${name}_worker`,
    );
  });
  return {
    ownerUrl: urlFor(superuserUrl, database, owner),
    serviceUrl: urlFor(superuserUrl, database, service),
  };
}

/** Drops a database that nobody needs any more, with the sessions in it. Its roles stay: others may share them. */
export async function dropDatabase(superuserUrl: string, database: string): Promise<void> {
  if (!IDENTIFIER.test(database)) throw new Error(`"${database}" cannot be the name of a database`);
  await withClient(superuserUrl, (server) =>
    server.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  );
}

interface Login {
  readonly role: string;
  readonly password: string;
}

function asLogin(server: pg.Client, { role, password }: Login): string {
  return `ALTER ROLE ${role} LOGIN ${NO_PRIVILEGES} PASSWORD ${server.escapeLiteral(password)}`;
}

/** Until the end of the session, among those of the same database. */
async function takeTurns(client: pg.Client): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(hashtext('bodega provision'))`);
}

async function lookAround(
  server: pg.Client,
  name: string,
  database: string,
): Promise<{ missingRoles: string[]; missingDatabase: boolean }> {
  const roles = [`${name}_owner`, `${name}_service`, `${name}_worker`];
  const { rows } = await server.query<{ kind: string; name: string }>(
    `SELECT 'role' AS kind, rolname::text AS name FROM pg_roles WHERE rolname = ANY($1)
     UNION ALL SELECT 'database', datname::text FROM pg_database WHERE datname = $2`,
    [roles, database],
  );
  return {
    missingRoles: roles.filter((role) => !rows.some((row) => row.kind === 'role' && row.name === role)),
    missingDatabase: !rows.some((row) => row.kind === 'database'),
  };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MILLIS,
    lock_timeout: LOCK_TIMEOUT_MILLIS,
    query_timeout: LOCK_TIMEOUT_MILLIS + STATEMENT_TIMEOUT_MILLIS,
    application_name: 'bodega-provision',
    // What a power cut takes away here, the next start does again.
    options: '-c synchronous_commit=off',
  });
  // A session that breaks while idle says so by an event; the next query rejects anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function derivedPassword(superuserUrl: string, role: string): string {
  const { password } = new URL(superuserUrl);
  if (password === '')
    throw new Error(`A password for ${role} is needed: the superuser has none to derive it from`);
  return createHmac('sha256', password).update(`bodega role ${role}`).digest('base64url');
}

function urlFor(superuserUrl: string, database: string, login?: Login): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.role;
    url.password = encodeURIComponent(login.password);
  }
  return url.href;
}
