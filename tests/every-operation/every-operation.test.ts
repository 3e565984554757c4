import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { startTestBodega, type TestBodega } from '../support/test-bodega';
import { asked, openBusiness, type AskedSystem } from './asked-system';
import { catalogue } from './catalogue';
import { enrichment } from './enrichment';
import { subscriptions } from './subscriptions';
import { orders } from './orders';
import { people } from './people';
import { secondFactor } from './second-factor';
import { stock } from './stock';

let bodega: TestBodega;
let system: AskedSystem;

beforeAll(async () => {
  bodega = await startTestBodega();
  system = await openBusiness(bodega.url);
}, 60_000);
afterAll(async () => {
  await system?.owner.close();
  await bodega?.stop();
});

// One product for all of them: the last sentence counts what the others have asked.
describe('every operation of the contract, with its refusals', () => {
  for (const part of [people, secondFactor, catalogue, stock, orders, enrichment, subscriptions])
    part(() => system);

  it('leaves none out', () => {
    const schema = buildSchema(readFileSync(path.join(__dirname, '../../schema/api.graphql'), 'utf8'), {
      assumeValid: true,
    });
    const fields = [
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `query ${name}`),
      ...Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `mutation ${name}`),
      ...Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).map((name) => `subscription ${name}`),
    ];
    // Through the typed documents of the support functions.
    asked.add('mutation createProduct');
    expect(fields.filter((field) => !asked.has(field))).toEqual([]);
  });
});
