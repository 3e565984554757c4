import { randomUUID } from 'node:crypto';
import { startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue?.stop());
beforeEach(() => void (person = catalogue.person()));

async function told(): Promise<unknown[]> {
  const rows = await catalogue.sql<{ payload: unknown }>(
    `SELECT payload FROM outbox WHERE tenant_id = $1 AND type = 'products.audited' ORDER BY position`,
    [person.identity.tenantId],
  );
  return rows.map(({ payload }) => payload);
}

const entry = (action: string, subjectId: string, details: Record<string, string>) => ({
  action,
  subjectType: 'Product',
  subjectId,
  details,
  actorId: person.identity.userId,
  apiKeyId: null,
  clientAddress: null,
  userAgent: null,
});

const UPDATE = 'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { __typename } }';

it('tells the audit log of a product, of its prices before and after, and of its end, once each', async () => {
  const { id, sku } = await person.create({ name: 'Hammer', price: { amount: '10', currency: 'USD' } });
  const price = { amount: '12.5', currency: 'USD' };
  await person.ask(UPDATE, { input: { id, price } });
  await person.ask(UPDATE, { input: { id, price, name: 'Hammer' } });
  await person.ask(UPDATE, { input: { id, name: 'Big hammer' } });
  await person.ask(UPDATE, { input: { id, price: { amount: '-1', currency: 'USD' } } });
  await person.ask(UPDATE, { input: { id: randomUUID(), price } });
  const archive = `mutation { archiveProduct(id: "${id.toUpperCase()}") { __typename } }`;
  await person.ask(archive);
  await person.ask(archive);
  expect(await told()).toEqual([
    entry('product.created', id, { sku, price: '10.00 USD' }),
    entry('price.changed', id, { from: '10.00 USD', to: '12.50 USD' }),
    entry('product.archived', id, { sku }),
  ]);
});
