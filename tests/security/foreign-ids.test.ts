import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../../schema/operations/generated/graphql';
import { newPerson, type Api } from '../support/api';
import { startTestBodega, type TestBodega } from '../support/test-bodega';
import { furnishedBusiness, rowsOf, type FurnishedBusiness } from './foreign-business';
import { idInputs, nestedIdInputs, type IdInput } from './id-inputs';

let bodega: TestBodega;
let own: FurnishedBusiness;
let foreign: FurnishedBusiness;
const people = new Map<Role, Api>();
let inputs: IdInput[];
let nested: string[];

/** What an input's name says of whose id it takes. */
function kindOf(operation: string, path: string): string {
  const name = path.split('.').at(-1) ?? '';
  const about =
    `${name === 'id' || name === 'after' || name === 'ids' ? '' : name} ${operation}`.toLowerCase();
  const kinds: [RegExp, string][] = [
    [/^parent|^category/, 'category'],
    [/^(from|to)?location/, 'location'],
    [/^product|product$|lowstock|updateproduct/, 'product'],
    [/^user|^actor|^ user/, 'user'],
    [/apikey/, 'apiKey'],
    [/alert/, 'alert'],
    [/order/, 'purchase'],
  ];
  return kinds.find(([pattern]) => pattern.test(about))?.[1] ?? 'product';
}

beforeAll(async () => {
  // It asks more than anybody may in a minute.
  const limits = { RATE_LIMIT_USER: '0', RATE_LIMIT_BUSINESS: '0', RATE_LIMIT_ADDRESS: '0' };
  bodega = await startTestBodega(limits);
  own = await furnishedBusiness(bodega.url, 'own-things');
  foreign = await furnishedBusiness(bodega.url, 'foreign-things');
  people.set('OWNER', own.owner);
  for (const role of ['ADMIN', 'SELLER', 'VIEWER', 'BUYER'] as const)
    people.set(role, await newPerson(own.owner, role));
  const { data } = await own.owner.send<IntrospectionQuery>(getIntrospectionQuery());
  if (!data) throw new Error('The schema cannot be read');
  const schema = buildClientSchema(data);
  nested = nestedIdInputs(schema);
  inputs = idInputs(schema, (operation, path) => own.ids[kindOf(operation, path)] ?? '');
}, 60_000);
afterAll(async () => {
  await Promise.all([...people.values(), foreign?.owner].map((api) => api?.close()));
  await bodega?.stop();
});

/** The answer with the id that was sent, and what differs from request to request, replaced. */
async function answerTo(api: Api, input: IdInput, id: string): Promise<string> {
  const { data, errors } = await api.send(input.document, input.variables(id));
  const text = JSON.stringify({ data, errors });
  return text.replaceAll(id, 'the-id').replaceAll(/"traceId":"[0-9a-f]+"/g, '"traceId":""');
}

/** Anything else would say the same of every id, and prove nothing. */
function wasExecuted(answer: string): boolean {
  return answer.startsWith('{"data":') && !/RATE_LIMITED|INTERNAL_|UNAVAILABLE|UNAUTHENTICATED/.test(answer);
}

test('every id of another business is answered as one that does not exist, to every role, and nothing is written there', async () => {
  // A field below the root that takes an id needs a place in this test.
  expect(nested).toEqual([]);
  const tried = inputs.filter(({ operation }) => operation !== 'subscription');
  expect(tried.map(({ field, path }) => `${field} ${path}`)).toEqual(
    expect.arrayContaining([
      'product id',
      'products filter.categoryId',
      'auditLog filter.actorId',
      'sell input.lines.productId',
      'transferStock input.fromLocationId',
      'eraseUser userId',
    ]),
  );
  const before = await rowsOf(bodega, String(foreign.ids['tenant']));
  let requests = 0;
  const differences: string[] = [];
  for (const input of tried) {
    for (const [role, api] of people) {
      const absent = await answerTo(api, input, uuidv7());
      const kind = kindOf(input.field, input.path);
      const ids = role === 'OWNER' ? Object.values(foreign.ids) : [foreign.ids[kind] ?? ''];
      const answers = await Promise.all(ids.map((id) => answerTo(api, input, id)));
      requests += ids.length;
      for (const [index, answer] of answers.entries()) {
        const about = `${role}: ${input.field}(${input.path}: ${ids.length === 1 ? kind : Object.keys(foreign.ids)[index]}): ${answer}`;
        if (answer !== absent) differences.push(`${about}, and absent ${absent}`);
        if (!wasExecuted(answer) || answer.includes(foreign.mark)) differences.push(about);
      }
    }
  }
  expect(differences).toEqual([]);
  expect(await rowsOf(bodega, String(foreign.ids['tenant']))).toEqual(before);
  process.stdout.write(
    `  ${requests} requests with foreign ids over ${tried.length} inputs: 0 rows seen, 0 written\n`,
  );
}, 60_000);

/** What the input's subscription has delivered so far; without an id, all that the caller may hear. */
function listen(api: Api, input: IdInput, id?: string): { readonly heard: readonly string[] } {
  const events = api.subscribe(input.document, id === undefined ? {} : input.variables(id));
  const heard: string[] = [];
  void (async () => {
    for await (const event of events) heard.push(JSON.stringify(event));
  })();
  return { heard };
}

const ADJUST = 'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename } }';
const CONFIRM = 'mutation ($id: ID!) { confirmOrder(id: $id) { __typename } }';
const ENRICH = 'mutation ($id: ID!) { enrichProduct(productId: $id, wait: true) { __typename } }';

/** Something of each kind that subscriptions tell of. */
async function stir({ owner, ids }: FurnishedBusiness): Promise<void> {
  for (const delta of [-25, 1, -5])
    await owner.send(ADJUST, { input: { productId: ids['product'], delta, reason: 'stir' } });
  await owner.send(CONFIRM, { id: ids['purchase'] });
  await owner.send(ENRICH, { id: ids['product'] });
}

test('a subscription to ids of another business tells nothing of them', async () => {
  const subscriptions = inputs.filter(({ operation }) => operation === 'subscription');
  expect(subscriptions.map(({ field }) => field).sort()).toEqual([
    'enrichmentUpdated',
    'orderChanged',
    'stockAlert',
    'stockChanged',
  ]);
  // One by one and side by side: with the foreign id, and with none, by which one hears that everything has arrived.
  const foreignOnes = subscriptions.map((input) =>
    listen(own.owner, input, foreign.ids[kindOf(input.field, input.path)] ?? ''),
  );
  const ownOnes = subscriptions.map((input) => listen(own.owner, input));
  const theirs = subscriptions.map((input) => listen(foreign.owner, input));
  while (!theirs.every(({ heard }) => heard.length > 0)) await stir(foreign);
  while (!ownOnes.every(({ heard }) => heard.length > 0)) await stir(own);
  expect(foreignOnes.map(({ heard }) => heard)).toEqual(subscriptions.map(() => []));
  for (const { heard } of ownOnes) expect(heard.join()).not.toContain(foreign.mark);
}, 30_000);
