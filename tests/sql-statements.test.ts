import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync, writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import path from 'node:path';
import { Client } from 'pg';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import * as documents from '../schema/operations/generated/graphql';
import { SUBGRAPHS } from '../platform/subgraph/subgraph';
import { newBusiness, newProduct, type Api } from './support/api';
import { startTestBodega, type TestBodega } from './support/test-bodega';

/** To accept what has changed on purpose: `UPDATE_GOLDEN=1 npx jest tests/sql-statements`. */
const GOLDEN = path.join(__dirname, 'sql-statements.golden.json');

/** What every transaction has, whatever it does: where it begins, for whom, and where it ends. */
const FRAME = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET |SELECT set_config\()/i;

/** Statements by the operation during which they were sent; the workers' own are nobody's. */
const requests = new AsyncLocalStorage<string[]>();
let last: string[] = [];

beforeAll(() => {
  const emit: (event: string, ...given: unknown[]) => boolean = Server.prototype.emit;
  jest.spyOn(Server.prototype, 'emit').mockImplementation(function (this: Server, event: string, ...given) {
    if (event !== 'request') return emit.call(this, event, ...given);
    last = [];
    return requests.run(last, () => emit.call(this, event, ...given));
  });
  const query: (...given: unknown[]) => unknown = Client.prototype.query;
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    const text = typeof first === 'string' ? first : (first.text ?? '');
    if (!FRAME.test(text)) requests.getStore()?.push(this.database ?? '');
    return query.apply(this, given);
  });
});
afterAll(() => jest.restoreAllMocks());

type AnyDocument = TypedDocumentNode<Record<string, unknown>, object>;

/** The documents of schema/operations by their names. */
const operations = documents as unknown as Record<string, AnyDocument>;

describe('the SQL of an operation', () => {
  let bodega: TestBodega;
  let owner: Api;
  const counted: Record<string, Record<string, number>> = {};
  beforeAll(async () => {
    bodega = await startTestBodega();
    owner = await newBusiness(bodega.url);
  }, 60_000);
  afterAll(() => bodega?.stop());

  /** @param of without those where events have effects afterwards, at a time of their own. */
  const count = async (
    name: string,
    variables: object = {},
    of: readonly (typeof SUBGRAPHS)[number][] = SUBGRAPHS,
  ): Promise<Record<string, unknown>> => {
    const document = operations[`${name}Document`];
    if (!document) throw new Error(`There is no operation ${name}`);
    const data = await owner.request(document, variables);
    const sentTo = (subgraph: (typeof SUBGRAPHS)[number]): number => {
      const database = new URL(bodega.databases[subgraph].serviceUrl).pathname.slice(1);
      return last.filter((each) => each === database).length;
    };
    counted[name] = Object.fromEntries(
      of.map((subgraph) => [subgraph, sentTo(subgraph)] as const).filter(([, sent]) => sent > 0),
    );
    return data;
  };

  it('is as many statements as it was', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 50; index += 1)
      ids.push((await newProduct(owner, { sku: `S${index}`, initialStock: 100 })).id);
    const [id = '', other = ''] = ids;
    const lines = [id, other].map((productId) => ({ productId, quantity: 1 }));
    await count('Products', { first: 50 });
    await count('ProductBySku', { sku: 'S1' });
    await count('ProductDetails', { id });
    await count('ProductRows', { first: 50 });
    await count('ShopperProducts', { first: 50 });
    await count('ProductPage', { id });
    await count('ProductMovements', { id, first: 20 });
    await count('Categories');
    await count('Locations');
    const sold = (await count('Sell', { input: { lines } })) as { sell: { id: string } };
    const bought = (await count('Purchase', { input: { lines } })) as { purchase: { id: string } };
    await count('ConfirmOrder', { id: bought.purchase.id });
    await count('Orders', { first: 20 });
    await count('OrderPages', { first: 20 });
    await count('OrderPage', { id: sold.sell.id });
    await count('CancelOrder', { id: sold.sell.id });
    await count('AdjustStock', { input: { productId: id, delta: -95, reason: 'RECOUNT' } });
    await count('SetLowStockThreshold', { productId: id, threshold: 20 });
    await count('LowStock', { first: 20 });
    await count('AlertPages', { first: 20 });
    await count('StockAlertFeed', { first: 20 });
    await count('SalesSummary', {
      from: '2020-01-01T00:00:00Z',
      to: '2020-02-01T00:00:00Z',
      timeZone: 'UTC',
    });
    await count('UpdateProduct', { input: { id, name: 'Another name' } }, ['products']);
    const created = { name: 'New', price: { amount: '1.00', currency: 'USD' }, enrich: false };
    await count('CreateProduct', { input: created }, ['products']);
    await count('CreateCategory', { name: 'Tools' });
    await count('CreateLocation', { name: 'Cellar' });
    await count('ArchiveProduct', { id: other }, ['products']);
    await count('People');
    await count('Users');
    await count('ApiKeys');
    await count('Me');

    if (process.env['UPDATE_GOLDEN']) writeFileSync(GOLDEN, `${JSON.stringify(counted, null, 2)}\n`);
    expect(counted).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  }, 60_000);

  it('is at most three statements in each subgraph for a list of fifty', () => {
    for (const name of ['Products', 'ProductRows', 'ShopperProducts'])
      for (const sent of Object.values(counted[name] ?? {})) expect(sent).toBeLessThanOrEqual(3);
  });
});
