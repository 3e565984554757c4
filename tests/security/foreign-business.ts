import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { SUBGRAPHS } from '../../platform/subgraph/subgraph';
import { newBusiness, newPerson, newProduct, type Api } from '../support/api';
import type { TestBodega } from '../support/test-bodega';

/** A business with one of everything that has an id. */
export interface FurnishedBusiness {
  readonly owner: Api;
  /** By kind, e.g. `product`. */
  readonly ids: Readonly<Record<string, string>>;
  /** In every name and text of it. */
  readonly mark: string;
}

export async function furnishedBusiness(url: string, mark: string): Promise<FurnishedBusiness> {
  const owner = await newBusiness(url);
  const ask = async (text: string, variables: object = {}): Promise<Record<string, unknown>> => {
    const { data, errors } = await owner.send<Record<string, Record<string, unknown>>>(text, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] ?? {};
  };
  const category = await ask('mutation ($name: String!) { createCategory(name: $name) { id } }', {
    name: mark,
  });
  const location = await ask('mutation ($name: String!) { createLocation(name: $name) { id } }', {
    name: mark,
  });
  const details = { name: mark, initialStock: 30, categoryId: String(category['id']) };
  const product = await newProduct(owner, details);
  const low = await newProduct(owner, { ...details, initialStock: 2 });
  const lines = [{ productId: product.id, quantity: 1 }];
  const SALE = 'mutation ($input: SellInput!) { sell(input: $input) { ... on Order { id } } }';
  const sale = await ask(SALE, { input: { lines, customerName: mark } });
  const PURCHASE = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { ... on Order { id } } }';
  const purchase = await ask(PURCHASE, { input: { lines } });
  const KEY = `mutation ($name: String!) { createApiKey(input: { name: $name, scopes: ["products:read"] }) {
    ... on CreatedApiKey { apiKey { id } } } }`;
  const { apiKey } = await ask(KEY, { name: mark });
  const buyer = await newPerson(owner, 'BUYER');
  const me = async (api: Api): Promise<string> =>
    (await api.send<{ me: { id: string } }>('{ me { id } }')).data?.me.id ?? '';
  let alert: string | undefined;
  while (alert === undefined) {
    const { nodes } = await ask('{ stockAlerts { nodes { id } } }');
    alert = (nodes as { id: string }[])[0]?.id;
  }
  const tenant = await owner.send<{ me: { tenant: { id: string } } }>('{ me { tenant { id } } }');
  const ids = {
    category: String(category['id']),
    location: String(location['id']),
    product: product.id,
    lowProduct: low.id,
    order: String(sale['id']),
    purchase: String(purchase['id']),
    apiKey: String(Object(apiKey).id),
    user: await me(owner),
    buyer: await me(buyer),
    alert,
    tenant: tenant.data?.me.tenant.id ?? '',
  };
  return { owner, ids, mark };
}

/** A hash of every row of a business, by database and table; resolves when nothing of it is on its way any more. */
export async function rowsOf(bodega: TestBodega, tenantId: string): Promise<Record<string, string>> {
  for (;;) {
    const hashes: Record<string, string> = {};
    let onItsWay = 0;
    for (const name of SUBGRAPHS) {
      const client = new Client({ connectionString: bodega.databases[name].superuserUrl });
      await client.connect();
      try {
        const { rows: unpublished } = await client.query(
          'SELECT FROM outbox WHERE tenant_id = $1 AND published_at IS NULL',
          [tenantId],
        );
        onItsWay += unpublished.length;
        const { rows: tables } = await client.query<{ name: string }>(
          `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'tenant_id'
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
        );
        for (const table of tables) {
          const { rows } = await client.query<{ row: string }>(
            `SELECT t::text AS row FROM ${table.name} t WHERE tenant_id = $1 ORDER BY 1`,
            [tenantId],
          );
          const text = rows.map(({ row }) => row).join('\n');
          hashes[`${name}.${table.name}`] =
            `${rows.length} ${createHash('sha256').update(text).digest('hex')}`;
        }
      } finally {
        await client.end();
      }
    }
    if (onItsWay === 0) return hashes;
  }
}
