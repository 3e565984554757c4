import pg from 'pg';
import { AuthHarness } from './testing/auth-harness';

let auth: AuthHarness;
let service: pg.Client;
beforeAll(async () => {
  auth = await AuthHarness.start();
  service = new pg.Client({ connectionString: auth.database.serviceUrl });
  await service.connect();
});
afterAll(async () => {
  await service?.end();
  await auth?.stop();
});

/** What a statement answers to the service's role in a transaction that is then undone. */
async function inTransaction(settings: string[], sql: string): Promise<pg.QueryResult> {
  await service.query('BEGIN');
  try {
    for (const setting of settings) await service.query(setting);
    return await service.query(sql);
  } finally {
    await service.query('ROLLBACK');
  }
}

const TENANT_TABLES = ['tenant', 'app_user', 'session', 'refresh_token', 'api_key'];
const of = (tenantId: string): string[] => [`SELECT set_config('app.tenant', '${tenantId}', true)`];
const WORKER = ['SET LOCAL ROLE auth_worker'];

test('every table with a business has a forced policy, and no other table is open to the service', async () => {
  const { rows } = await auth.sql.query<{
    relname: string;
    forced: boolean;
    has_tenant: boolean;
    granted: boolean;
  }>(
    `SELECT relname, relrowsecurity AND relforcerowsecurity AS forced,
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id') AS has_tenant,
            has_any_column_privilege('auth_service', c.oid, 'SELECT, INSERT, UPDATE') AS granted
       FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const tenantTables = rows.filter(({ has_tenant }) => has_tenant);
  expect(tenantTables.map(({ relname }) => relname)).toEqual(expect.arrayContaining(TENANT_TABLES));
  expect(tenantTables.filter(({ forced }) => !forced)).toEqual([]);
  expect(rows.filter(({ has_tenant, granted }) => !has_tenant && granted)).toEqual([]);
});

test('the service is bound by the policies and owns nothing', async () => {
  const { rows } = await auth.sql.query(
    `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname IN ('auth_service', 'auth_worker')`,
  );
  const bound = { rolsuper: false, rolbypassrls: false, owned: 0 };
  expect(rows).toEqual([bound, bound]);
});

test.each(TENANT_TABLES)(
  'of %s the service sees the rows of its business only, and none without one',
  async (table) => {
    const [one, two] = [await auth.register(), await auth.register()];
    for (const { identity } of [one, two]) {
      const input = { name: 'Till', scopes: ['products:read'] };
      await auth.ask(
        'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }',
        { input },
        { as: identity },
      );
    }
    const seen = await inTransaction(of(one.identity.tenantId), `SELECT DISTINCT tenant_id FROM ${table}`);
    expect(seen.rows).toEqual([{ tenant_id: one.identity.tenantId }]);
    expect((await inTransaction([], `SELECT FROM ${table}`)).rowCount).toBe(0);
  },
);

test('the service moves nothing into another business', async () => {
  const [one, two] = [await auth.register(), await auth.register()];
  const foreign = `INSERT INTO tenant (tenant_id, name) VALUES (gen_random_uuid(), 'x')`;
  await expect(inTransaction(of(one.identity.tenantId), foreign)).rejects.toThrow(/row-level security/);
  const disable = await inTransaction(
    of(one.identity.tenantId),
    `UPDATE app_user SET disabled_at = now() WHERE id = '${two.userId}'`,
  );
  expect(disable.rowCount).toBe(0);
});

test('a session cannot belong to a person of another business', async () => {
  const [one, two] = [await auth.register(), await auth.register()];
  await expect(
    inTransaction(
      of(one.identity.tenantId),
      `INSERT INTO session (id, tenant_id, user_id, created_at, last_issued_at, expires_at)
       VALUES (gen_random_uuid(), '${one.identity.tenantId}', '${two.userId}', now(), now(), now())`,
    ),
  ).rejects.toThrow(/foreign key/);
});

test.each([
  'SELECT password_hash FROM app_user',
  'SELECT name FROM app_user',
  'SELECT scopes FROM api_key',
  'SELECT session_id FROM refresh_token',
  'SELECT user_id FROM session',
  'SELECT name FROM tenant',
  'UPDATE app_user SET role = DEFAULT',
  'UPDATE session SET revoked_at = NULL',
  'DELETE FROM app_user',
  'INSERT INTO app_user DEFAULT VALUES',
])('the worker, who sees every business, may not %s', async (sql) => {
  await expect(inTransaction(WORKER, sql)).rejects.toThrow(/permission denied/);
});

test.each(['signing_key', 'login_throttle'])('the service itself may not read %s', async (table) => {
  await expect(inTransaction([], `SELECT FROM ${table}`)).rejects.toThrow(/permission denied/);
});
