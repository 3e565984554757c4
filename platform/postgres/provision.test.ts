import pg from 'pg';
import { createTestDatabase, type TestDatabase, testServerUrl } from '../../tests/support/test-database';
import { provisionDatabase } from './provision';

let products: TestDatabase;

beforeAll(async () => {
  products = await createTestDatabase('products');
});

afterAll(() => products.drop());

async function as(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements)
      rows = (await client.query({ text: statement, rowMode: 'array' })).rows;
    return rows;
  } finally {
    await client.end();
  }
}

test('gives the service nothing but what the owner grants', async () => {
  await as(products.ownerUrl, 'CREATE TABLE thing (id int)', 'INSERT INTO thing VALUES (1)');
  await expect(as(products.serviceUrl, 'SELECT id FROM thing')).rejects.toThrow(
    'permission denied for table thing',
  );
  await as(products.ownerUrl, 'GRANT SELECT ON thing TO products_service');
  expect(await as(products.serviceUrl, 'SELECT id FROM thing')).toEqual([[1]]);
  await expect(as(products.serviceUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(
    'permission denied for schema public',
  );
  await expect(as(products.serviceUrl, 'CREATE TEMPORARY TABLE mine (id int)')).rejects.toThrow(
    'permission denied',
  );
});

test('makes roles that row-level security binds and that can make neither roles nor databases', async () => {
  expect(
    await as(
      products.superuserUrl,
      `SELECT rolname, rolcanlogin, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication
       FROM pg_roles WHERE rolname LIKE 'products\\_%' ORDER BY rolname`,
    ),
  ).toEqual([
    ['products_owner', true, false],
    ['products_service', true, false],
    ['products_worker', false, false],
  ]);
});

test('lets the service become the worker for a transaction, and have none of its rights before', async () => {
  await as(
    products.ownerUrl,
    'CREATE TABLE everywhere (id int)',
    'GRANT SELECT ON everywhere TO products_worker',
  );
  await expect(as(products.serviceUrl, 'SELECT id FROM everywhere')).rejects.toThrow(
    'permission denied for table everywhere',
  );
  expect(
    await as(products.serviceUrl, 'BEGIN', 'SET LOCAL ROLE products_worker', 'SELECT id FROM everywhere'),
  ).toEqual([]);
});

test('lets only its own roles connect to a database, and nobody to the ones of the server', async () => {
  const orders = await createTestDatabase('orders');
  try {
    for (const own of [products.serviceUrl, products.ownerUrl]) {
      for (const foreign of [orders.database, 'postgres', 'template1']) {
        const url = new URL(own);
        url.pathname = `/${foreign}`;
        await expect(as(url.href, 'SELECT 1')).rejects.toThrow(`permission denied for database "${foreign}"`);
      }
    }
  } finally {
    await orders.drop();
  }
});

test('changes nothing when it is repeated, even many times at once, and mends what was changed since', async () => {
  await as(products.superuserUrl, 'ALTER ROLE products_service BYPASSRLS');
  await as(
    products.ownerUrl,
    'CREATE TABLE kept AS SELECT 1 AS one',
    'GRANT SELECT ON kept TO products_service',
  );
  const provision = { name: 'products', database: products.database };
  await Promise.all(Array.from({ length: 5 }, () => provisionDatabase(testServerUrl(), provision)));
  expect(await as(products.serviceUrl, 'SELECT one FROM kept')).toEqual([[1]]);
  expect(
    await as(products.superuserUrl, "SELECT rolbypassrls FROM pg_roles WHERE rolname = 'products_service'"),
  ).toEqual([[false]]);
});

test('clones a database with its content and owner', async () => {
  await as(
    products.ownerUrl,
    'CREATE TABLE original AS SELECT 7 AS seven',
    'GRANT SELECT ON original TO products_service',
  );
  const copy = await createTestDatabase('products', { template: products.database });
  try {
    expect(await as(copy.serviceUrl, 'SELECT seven FROM original')).toEqual([[7]]);
    await as(copy.ownerUrl, 'ALTER TABLE original ADD COLUMN eight int');
  } finally {
    await copy.drop();
  }
});

test('lets the owner create the extensions that searching and indexing need', async () => {
  const names = ['btree_gin', 'fuzzystrmatch', 'pg_trgm', 'unaccent'];
  await as(products.ownerUrl, ...names.map((name) => `CREATE EXTENSION ${name}`));
  expect(
    await as(
      products.superuserUrl,
      "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname",
    ),
  ).toEqual(names.map((name) => [name]));
});

test.each(['drop table', 'Products', '', 'a"b'])('refuses %j as a name and creates nothing', async (name) => {
  const before = await as(products.superuserUrl, 'SELECT count(*) FROM pg_roles');
  await expect(provisionDatabase(testServerUrl(), { name })).rejects.toThrow(
    'cannot be the name of a database',
  );
  expect(await as(products.superuserUrl, 'SELECT count(*) FROM pg_roles')).toEqual(before);
});
