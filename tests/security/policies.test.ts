import { Client } from 'pg';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph/subgraph';
import { startTestBodega, type TestBodega } from '../support/test-bodega';
import { testServerUrl } from '../support/test-database';
import { findings } from './policies';

let bodega: TestBodega;
const clients = new Map<SubgraphName, Client>();
beforeAll(async () => {
  bodega = await startTestBodega();
  for (const name of SUBGRAPHS) {
    const client = new Client({ connectionString: bodega.databases[name].superuserUrl });
    await client.connect();
    clients.set(name, client);
  }
}, 60_000);
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await bodega?.stop();
});

function sqlOf(name: SubgraphName): Client {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`There is no database of ${name}`);
  return client;
}

test.each(SUBGRAPHS)(
  'in the database of %s every row belongs to a business, and the service to one at a time',
  async (name) => {
    expect(await findings(sqlOf(name), name)).toEqual([]);
  },
);

const TABLE = 'CREATE TABLE forgotten (tenant_id uuid NOT NULL, note text)';
const GUARDED = `${TABLE}; ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY; ALTER TABLE forgotten FORCE ROW LEVEL SECURITY`;
const OWN = `tenant_id = nullif(current_setting('app.tenant', true), '')::uuid`;
const POLICY = `CREATE POLICY tenant ON forgotten TO orders_service USING (${OWN}) WITH CHECK (${OWN})`;
const HELD = 'the service is not held to its business: forgotten';

test.each([
  [TABLE, ['row-level security is not forced: forgotten', HELD]],
  [GUARDED, [HELD]],
  [`${GUARDED}; ${POLICY}`, []],
  [
    `${GUARDED}; ${POLICY}; ALTER TABLE forgotten NO FORCE ROW LEVEL SECURITY`,
    ['row-level security is not forced: forgotten'],
  ],
  [`${GUARDED}; CREATE POLICY tenant ON forgotten TO orders_service USING (true) WITH CHECK (true)`, [HELD]],
  [
    `${GUARDED}; CREATE POLICY tenant ON forgotten TO orders_service USING (tenant_id = current_setting('app.tenant')::uuid) WITH CHECK (true)`,
    [HELD],
  ],
  [
    `${GUARDED}; ${POLICY}; CREATE POLICY all_of_it ON forgotten USING (true)`,
    ['a policy that is neither the tenant’s nor the worker’s: forgotten.all_of_it'],
  ],
  [
    `${GUARDED}; ${POLICY}; CREATE POLICY worker ON forgotten USING (true)`,
    ['a policy that is neither the tenant’s nor the worker’s: forgotten.worker'],
  ],
  [
    `${GUARDED}; ${POLICY}; ALTER TABLE forgotten ALTER tenant_id DROP NOT NULL`,
    ['a row may belong to nobody: forgotten'],
  ],
  ['CREATE TABLE forgotten (note text)', ['a table without a business: forgotten']],
  [
    'CREATE VIEW all_orders AS SELECT * FROM orders',
    ['a view, which sees with the eyes of its owner: all_orders'],
  ],
  [
    `CREATE FUNCTION peep() RETURNS bigint LANGUAGE sql SECURITY DEFINER RETURN (SELECT count(*) FROM orders)`,
    ['a function that runs as its owner: peep', 'everybody may use it: peep'],
  ],
  ['GRANT SELECT ON orders TO PUBLIC', ['everybody may use it: orders']],
  [
    'CREATE UNIQUE INDEX one_customer ON orders (customer_name)',
    ['unique over all businesses: one_customer'],
  ],
  ['ALTER TABLE orders OWNER TO orders_service', ['the service or the worker owns it: orders']],
  ['ALTER ROLE orders_service BYPASSRLS', ['a role that may too much: orders_service']],
  [
    'ALTER ROLE orders_service SUPERUSER',
    expect.arrayContaining(['a role that may too much: orders_service']),
  ],
  [
    'GRANT orders_worker TO orders_service WITH INHERIT TRUE',
    ['the service is the worker without saying so: orders_service'],
  ],
  ['DROP FUNCTION search_products', ['no longer there: search_products']],
])('%s is found', async (change, expected) => {
  const name = change.includes('search_products') ? 'products' : 'orders';
  const sql = sqlOf(name);
  // Roles belong to the whole server: who provisions a database meanwhile waits for its turn.
  const turn = new Client({ connectionString: testServerUrl() });
  await turn.connect();
  await turn.query(`SELECT pg_advisory_lock(hashtext('bodega provision'))`);
  await sql.query('BEGIN');
  try {
    await sql.query(change);
    expect(await findings(sql, name)).toEqual(expected);
  } finally {
    await sql.query('ROLLBACK');
    await turn.end();
  }
});
