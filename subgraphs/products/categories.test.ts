import { randomUUID } from 'node:crypto';
import { codesOf, startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

const CREATE = `mutation Create($name: String!, $parentId: ID) {
  createCategory(name: $name, parentId: $parentId) { name slug parent { name } }
}`;

async function count(): Promise<number | undefined> {
  const [row] = await catalogue.sql<{ total: number }>(
    'SELECT count(*)::integer AS total FROM category WHERE tenant_id = $1',
    [person.identity.tenantId],
  );
  return row?.total;
}

describe('createCategory', () => {
  it('gives a readable slug, another one where it is taken', async () => {
    const created = [];
    for (const name of ['Niños & Bebés', 'Ninos Bebes', 'C', 'C++', '玩具']) {
      created.push((await person.ask(CREATE, { name })).data?.['createCategory']);
    }
    expect(created).toEqual([
      { name: 'Niños & Bebés', slug: 'ninos-bebes', parent: null },
      { name: 'Ninos Bebes', slug: 'ninos-bebes-2', parent: null },
      { name: 'C', slug: 'c', parent: null },
      { name: 'C++', slug: 'c-2', parent: null },
      { name: '玩具', slug: 'category', parent: null },
    ]);
  });

  it('allows a name once in each place, whatever the case of its letters', async () => {
    const parentId = await person.createCategory('Tools');
    expect(await person.ask(CREATE, { name: 'Tools', parentId })).toEqual({
      data: { createCategory: { name: 'Tools', slug: 'tools', parent: { name: 'Tools' } } },
    });
    for (const again of [{ name: ' tOOLS ' }, { name: 'TOOLS', parentId }]) {
      const answer = await person.ask(CREATE, again);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(await count()).toBe(2);
  });

  it('allows a name once of 10 that are sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => person.ask(CREATE, { name: 'Tools' })),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(Array(9).fill('BAD_USER_INPUT'));
  });

  it('grows five levels deep and no further', async () => {
    let parentId: string | undefined;
    for (let level = 1; level <= 5; level++)
      parentId = await person.createCategory(`Level ${level}`, parentId);
    expect(codesOf(await person.ask(CREATE, { name: 'Level 6', parentId }))).toEqual(['BAD_USER_INPUT']);
    expect(await count()).toBe(5);
  });

  it('stops at a thousand', async () => {
    await catalogue.sql(
      `INSERT INTO category (tenant_id, id, depth, name, slug, origin)
       SELECT $1, gen_random_uuid(), 1, 'n' || n, 's' || n, 'PERSON' FROM generate_series(1, 999) AS n`,
      [person.identity.tenantId],
    );
    await person.createCategory('The thousandth');
    expect(codesOf(await person.ask(CREATE, { name: 'One more' }))).toEqual(['BAD_USER_INPUT']);
    expect(await count()).toBe(1_000);
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['a name of 201 characters', { name: 'x'.repeat(201) }],
    ['a name with NUL', { name: 'a\0' }],
    ['a name with half a character', { name: '\ud800' }],
    ['an unknown parent', { name: 'Tools', parentId: randomUUID() }],
    ['a parent that is no id', { name: 'Tools', parentId: 'tools\0' }],
  ])('refuses %s and writes nothing', async (_what, args) => {
    expect(codesOf(await person.ask(CREATE, args))).toEqual(['BAD_USER_INPUT']);
    expect(await count()).toBe(0);
  });

  it('does not know the categories of another business', async () => {
    const parentId = await catalogue.person().createCategory('Tools');
    expect(codesOf(await person.ask(CREATE, { name: 'Hammers', parentId }))).toEqual(['BAD_USER_INPUT']);
    expect(await count()).toBe(0);
    expect((await person.ask('{ categories { id } }')).data).toEqual({ categories: [] });
  });
});

describe('categories', () => {
  it('are listed from the top of the tree, by name, each with its way up', async () => {
    const tools = await person.createCategory('tools');
    const hammers = await person.createCategory('Hammers', tools);
    await person.createCategory('Claw hammers', hammers);
    await person.createCategory('Books');
    const answer = await person.ask(
      '{ categories { name parent { name parent { name parent { name } } } } }',
    );
    expect(answer.data).toEqual({
      categories: [
        { name: 'Books', parent: null },
        { name: 'tools', parent: null },
        { name: 'Hammers', parent: { name: 'tools', parent: null } },
        { name: 'Claw hammers', parent: { name: 'Hammers', parent: { name: 'tools', parent: null } } },
      ],
    });
  });

  it('show their products and those of the categories below them', async () => {
    const tools = await person.createCategory('Tools');
    const hammers = await person.createCategory('Hammers', tools);
    const books = await person.createCategory('Books');
    for (const [name, categoryId] of [
      ['Saw', tools],
      ['Claw hammer', hammers],
      ['Sledge', hammers],
      ['Atlas', books],
      ['Loose', null],
    ]) {
      await person.create({ name: String(name), categoryId });
    }
    const answer = await person.ask(
      `query ($tools: ID!) {
        categories { name products(first: 2) { nodes { name } totalCount pageInfo { hasNextPage } } }
        products(filter: { categoryId: $tools }, sort: NAME) { nodes { name } totalCount }
      }`,
      { tools },
    );
    expect(answer.data).toEqual({
      categories: [
        {
          name: 'Books',
          products: { nodes: [{ name: 'Atlas' }], totalCount: 1, pageInfo: { hasNextPage: false } },
        },
        {
          name: 'Tools',
          products: {
            nodes: [{ name: 'Sledge' }, { name: 'Claw hammer' }],
            totalCount: 3,
            pageInfo: { hasNextPage: true },
          },
        },
        {
          name: 'Hammers',
          products: {
            nodes: [{ name: 'Sledge' }, { name: 'Claw hammer' }],
            totalCount: 2,
            pageInfo: { hasNextPage: false },
          },
        },
      ],
      products: { nodes: [{ name: 'Claw hammer' }, { name: 'Saw' }, { name: 'Sledge' }], totalCount: 3 },
    });
  });

  it('give their products page by page, each cursor for its own category', async () => {
    const tools = await person.createCategory('Tools');
    const books = await person.createCategory('Books');
    for (const name of ['a', 'b', 'c']) await person.create({ name, categoryId: tools });
    const PAGE = `query ($id: ID!, $after: String) {
      _entities(representations: [{ __typename: "Category", id: $id }]) {
        ... on Category { products(first: 2, after: $after) { edges { cursor node { name } } } }
      }
    }`;
    const first = await person.ask(PAGE, { id: tools });
    expect(first).toMatchObject({
      data: { _entities: [{ products: { edges: [{ node: { name: 'c' } }, { node: { name: 'b' } }] } }] },
    });
    const after = JSON.stringify(first).match(/"cursor":"([^"]+)","node":\{"name":"b"/)?.[1];
    expect(await person.ask(PAGE, { id: tools, after })).toMatchObject({
      data: { _entities: [{ products: { edges: [{ node: { name: 'a' } }] } }] },
    });
    expect(codesOf(await person.ask(PAGE, { id: books, after }))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([0, -1, 101])('refuse a page of %j', async (first) => {
    await person.createCategory('Tools');
    const answer = await person.ask(`{ categories { products(first: ${first}) { nodes { id } } } }`);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
