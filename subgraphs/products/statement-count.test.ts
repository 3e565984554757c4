import { Transaction } from '../../platform/database/transaction';
import { startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

describe('a list of 50', () => {
  const query = jest.spyOn(Transaction.prototype, 'query');

  /** Statements for the person's business; the relay, which works for all, goes on meanwhile. */
  function statements(): number {
    const { contexts } = query.mock;
    return contexts.filter(({ tenantId }) => tenantId === person.identity.tenantId).length;
  }

  async function fifty(): Promise<string[]> {
    const ids: string[] = [];
    let parentId: string | undefined;
    for (let level = 1; level <= 5; level++)
      parentId = await person.createCategory(`Level ${level}`, parentId);
    for (let n = 1; n <= 50; n++)
      ids.push((await person.create({ name: `Product ${n}`, categoryId: parentId })).id);
    query.mockClear();
    return ids;
  }

  const FIELDS = `id name description keywords price { amount } status createdAt
    category { name parent { name parent { name parent { name parent { name } } } } }`;

  it('costs one statement for the products, one for the categories and their ancestors, one for the total', async () => {
    await fifty();
    const answer = await person.ask(`{ products(first: 50) { nodes { ${FIELDS} } totalCount } }`);
    expect(answer.errors).toBeUndefined();
    expect(statements()).toBe(3);
    query.mockClear();
    await person.ask(`{ products(first: 50) { nodes { id name } } }`);
    expect(statements()).toBe(1);
  });

  it('costs no more when another subgraph brings the ids', async () => {
    const ids = await fifty();
    const answer = await person.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { ${FIELDS} } } }`,
      { representations: ids.map((id) => ({ __typename: 'Product', id })) },
    );
    expect(answer.errors).toBeUndefined();
    expect(statements()).toBe(2);
  });

  it('costs three when each category brings its own page of products and its total', async () => {
    for (let n = 1; n <= 50; n++) await person.createCategory(`Category ${n}`);
    query.mockClear();
    await person.ask(
      '{ categories { name parent { name } products(first: 5) { nodes { id } totalCount } } }',
    );
    expect(statements()).toBe(3);
  });
});
