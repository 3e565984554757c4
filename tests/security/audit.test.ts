import { Client } from 'pg';
import type { Api } from '../support/api';
import { newBusiness, newPerson, newProduct } from '../support/api';
import { startTestBodega, type TestBodega } from '../support/test-bodega';

let bodega: TestBodega;
let owner: Api;
beforeAll(async () => {
  bodega = await startTestBodega();
  owner = await newBusiness(bodega.url);
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await bodega?.stop();
});

async function ask(api: Api, document: string, variables: object = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await api.send<Record<string, Record<string, unknown>>>(document, variables);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] ?? {};
}

interface Line {
  readonly action: string;
  readonly subjectId: string;
  readonly actor: { readonly email: string } | null;
  readonly clientAddress: string | null;
  readonly userAgent: string | null;
}

async function linesOf(actorId: unknown): Promise<Line[]> {
  const LOG = `query ($id: ID!) { auditLog(first: 100, filter: { actorId: $id }) {
    nodes { action subjectId actor { email } clientAddress userAgent } } }`;
  return (await ask(owner, LOG, { id: actorId }))['nodes'] as Line[];
}

const SELL =
  'mutation ($input: SellInput!) { sell(input: $input) { ... on Order { id createdBy { email } } } }';
const ORDER = 'query ($id: ID!) { order(id: $id) { status total { amount } createdBy { email } } }';
const MOVEMENTS = `query ($id: ID!) { product(id: $id) { stock { onHand movements { nodes { quantity actor { email } } } } } }`;

test('what somebody did in four services is in one log with from where, until they are erased', async () => {
  const plain = await newPerson(owner, 'ADMIN');
  const person = plain.as({ ...plain.headers, 'user-agent': 'a-till/1.0' });
  const { id: userId, email } = await ask(person, '{ me { id email } }');
  const product = await newProduct(person, { initialStock: 20 });
  const { id: productId } = product;
  await ask(
    person,
    'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { __typename } }',
    {
      input: { id: productId, price: { amount: '12.00', currency: 'USD' } },
    },
  );
  await ask(person, 'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename } }', {
    input: { productId, delta: 5, reason: 'Delivery' },
  });
  const { id: orderId } = await ask(person, SELL, { input: { lines: [{ productId, quantity: 2 }] } });
  const KEY = 'mutation { createApiKey(input: { name: "Till", scopes: ["products:read"] }) { __typename } }';
  await ask(person, KEY);

  const did = ['api-key.created', 'order.completed', 'price.changed', 'product.created', 'stock.adjusted'];
  let lines: Line[] = [];
  while (lines.length < did.length + 1) lines = await linesOf(userId);
  const here = lines.filter(({ action }) => action !== 'login.succeeded');
  expect(here.map(({ action }) => action).sort()).toEqual(did);
  for (const line of here)
    expect(line).toMatchObject({ actor: { email }, clientAddress: '127.0.0.1', userAgent: 'a-till/1.0' });
  const subjects = new Map(here.map(({ action, subjectId }) => [action, subjectId]));
  expect([subjects.get('order.completed'), subjects.get('price.changed')]).toEqual([orderId, productId]);

  const before = await ask(owner, ORDER, { id: orderId });
  expect(before).toMatchObject({ createdBy: { email } });
  await ask(owner, 'mutation ($id: ID!) { eraseUser(userId: $id) { __typename } }', { id: userId });
  let order = before;
  while (order['createdBy'] !== null) order = await ask(owner, ORDER, { id: orderId });
  expect(order).toEqual({ ...before, createdBy: null });
  let movements: unknown = {};
  const nobody = { quantity: expect.any(Number) as number, actor: null };
  const expected = { stock: { onHand: 23, movements: { nodes: [nobody, nobody, nobody] } } };
  while (
    JSON.stringify(movements).includes('"email"') ||
    movements === undefined ||
    !('stock' in Object(movements))
  )
    movements = await ask(owner, MOVEMENTS, { id: productId });
  expect(movements).toEqual(expected);
  for (const line of await linesOf(userId))
    expect([line.clientAddress, line.userAgent]).toEqual([null, null]);
  expect(await placesOf(String(email), String(userId))).toEqual([]);
});

/** Tables that still name a person; the log, by the bare id, and events that are about to be forgotten are left out. */
async function placesOf(email: string, userId: string): Promise<string[]> {
  const places: string[] = [];
  for (const [name, database] of Object.entries(bodega.databases)) {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const table of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table.name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      const passing = ['outbox', 'inbox', 'dead_letter', 'idempotency_key'].includes(table.name);
      if (text.includes(email)) places.push(`${name}.${table.name}: the address`);
      if (name !== 'auth' && !passing && text.includes(userId)) places.push(`${name}.${table.name}: the id`);
    }
    await client.end();
  }
  return places;
}
