import { AuthHarness } from '../testing/auth-harness';

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

test('nobody can change or remove a line, and an erasure alone takes out from where it came', async () => {
  await auth.register();
  const { rows } = await auth.sql.query(
    `SELECT role, has_table_privilege(role, 'audit_entry', 'UPDATE, TRUNCATE') AS changes,
            has_table_privilege(role, 'audit_entry', 'DELETE') AS removes,
            (SELECT json_agg(attname ORDER BY attname) FROM pg_attribute
              WHERE attrelid = 'audit_entry'::regclass AND attnum > 0
                AND has_column_privilege(role, 'audit_entry', attname, 'UPDATE')) AS columns
       FROM unnest(ARRAY['auth_service', 'auth_worker']) role`,
  );
  expect(rows).toEqual([
    { role: 'auth_service', changes: false, removes: false, columns: ['client_address', 'user_agent'] },
    { role: 'auth_worker', changes: false, removes: true, columns: null },
  ]);
  const { rows: before } = await auth.sql.query('SELECT * FROM audit_entry ORDER BY position');
  // As superuser: not even the owner of the table.
  for (const sql of [
    `UPDATE audit_entry SET action = 'nothing'`,
    `UPDATE audit_entry SET details = '{}' WHERE false`,
    `UPDATE audit_entry SET actor_id = NULL`,
    `UPDATE audit_entry SET client_address = '203.0.113.1'`,
    `UPDATE audit_entry SET user_agent = 'somebody else'`,
    `DELETE FROM audit_entry`,
    'TRUNCATE audit_entry',
  ]) {
    await expect(auth.sql.query(sql)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The log audit_entry is append-only: it takes no (UPDATE|DELETE|TRUNCATE)$/,
      ),
    });
  }
  await auth.sql.query('BEGIN; SET LOCAL ROLE auth_worker');
  try {
    expect((await auth.sql.query('DELETE FROM audit_entry')).rowCount).toBe(0);
  } finally {
    await auth.sql.query('ROLLBACK');
  }
  expect((await auth.sql.query('SELECT * FROM audit_entry ORDER BY position')).rows).toEqual(before);
});
