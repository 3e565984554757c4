import { randomUUID } from 'node:crypto';
import { READ, startCatalogue, UPDATE, type Catalogue, type Person } from './products.fixture';
import { until } from '../../tests/support/until';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => void (catalogue = await startCatalogue()));
afterAll(() => catalogue.stop());
beforeEach(() => void (person = catalogue.person()));

const WORDS = {
  description: 'A hammer of steel.',
  category: 'Hardware',
  keywords: ['hammer', 'steel'],
  provider: 'builtin',
};

/** Enrichment's event, and the end of its handling. */
async function enriched(
  productId: string,
  words: Record<string, unknown> = {},
  id = randomUUID(),
): Promise<void> {
  await catalogue.bus.publish([
    {
      id,
      type: 'enrichment.completed',
      version: 1,
      tenantId: person.identity.tenantId,
      aggregateId: productId,
      occurredAt: new Date().toISOString(),
      traceId: '0af7651916cd43dd8448eb211c80319c',
      payload: { productId, ...WORDS, ...words },
    },
  ]);
  await until(async () => (await catalogue.sql('SELECT FROM inbox WHERE event_id = $1', [id])).length > 0);
}

async function read(id: string): Promise<unknown> {
  return (await person.ask(READ, { id })).data?.['product'];
}

describe("enrichment's words", () => {
  it('show where a person has written none', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    await enriched(id);
    expect(await read(id)).toMatchObject({
      description: 'A hammer of steel.',
      keywords: ['hammer', 'steel'],
      category: { name: 'Hardware' },
    });
  });

  it("never take the place of a person's", async () => {
    const categoryId = await person.createCategory('Tools');
    const { id } = await person.create({
      name: 'Hammer',
      description: 'Mine.',
      keywords: ['mine'],
      categoryId,
    });
    await enriched(id);
    const mine = { description: 'Mine.', keywords: ['mine'], category: { id: categoryId, name: 'Tools' } };
    expect(await read(id)).toMatchObject(mine);
    const answer = await person.ask(
      'query ($ids: [ID!]!) { catalogueItems(ids: $ids) { description keywords categoryName } }',
      { ids: [id] },
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('come to light when a person takes theirs back', async () => {
    const categoryId = await person.createCategory('Tools');
    const { id } = await person.create({
      name: 'Hammer',
      description: 'Mine.',
      keywords: ['mine'],
      categoryId,
    });
    await enriched(id);
    await person.ask(UPDATE, { input: { id, description: null, keywords: null, categoryId: null } });
    expect(await read(id)).toMatchObject({
      description: 'A hammer of steel.',
      keywords: ['hammer', 'steel'],
      category: { name: 'Hardware' },
    });
  });

  it('are replaced by newer ones, and are not learned from', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    await enriched(id);
    await enriched(id, { description: 'Newer.', category: null, keywords: [] });
    expect(await read(id)).toMatchObject({ description: 'Newer.', keywords: [], category: null });
    const internal = catalogue.person(['internal'], person.identity.tenantId);
    await enriched(id);
    const answer = await internal.ask(
      'query ($ids: [ID!]!) { catalogueItems(ids: $ids) { description keywords categoryName } }',
      { ids: [id] },
    );
    expect(answer.data).toEqual({
      catalogueItems: [{ description: null, keywords: [], categoryName: null }],
    });
  });

  it('are found by a search', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    await enriched(id, { keywords: ['carpentry'] });
    const answer = await person.ask('{ products(filter: { search: "carpentri" }) { nodes { id } } }');
    expect(answer.data).toEqual({ products: { nodes: [{ id }] } });
  });
});

describe("enrichment's category", () => {
  async function categoryAfter(category: string | null): Promise<unknown> {
    const { id } = await person.create({ name: 'Hammer' });
    await enriched(id, { category });
    return read(id);
  }

  async function categories(): Promise<unknown[]> {
    return catalogue.sql('SELECT name, slug, origin FROM category WHERE tenant_id = $1 ORDER BY name', [
      person.identity.tenantId,
    ]);
  }

  it("is the business's own of that name, whatever the case of its letters", async () => {
    const own = await person.createCategory('HARDWARE');
    expect(await categoryAfter('Hardware')).toMatchObject({ category: { id: own, name: 'HARDWARE' } });
    expect(await categories()).toHaveLength(1);
  });

  it('may be of a name that only the business uses, deep in its tree', async () => {
    const tools = await person.createCategory('Tools');
    const own = await person.createCategory('Hammers & mallets', tools);
    expect(await categoryAfter('hammers & mallets')).toMatchObject({ category: { id: own } });
  });

  it('is added when it is one of the standard list', async () => {
    expect(await categoryAfter('home & garden')).toMatchObject({ category: { name: 'Home & Garden' } });
    expect(await categories()).toEqual([
      { name: 'Home & Garden', slug: 'home-garden', origin: 'ENRICHMENT' },
    ]);
  });

  it('is none when the model made it up, when it is Uncategorized, and when there is none', async () => {
    for (const category of ['Things & Stuff', 'Uncategorized', 'uncategorized', '', null]) {
      expect(await categoryAfter(category)).toMatchObject({ category: null, description: WORDS.description });
    }
    expect(await categories()).toEqual([]);
  });

  it('is added once for products that are enriched at once', async () => {
    const products = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => person.create({ name })));
    await Promise.all(products.map(({ id }) => enriched(id)));
    expect(await categories()).toHaveLength(1);
    for (const { id } of products) expect(await read(id)).toMatchObject({ category: { name: 'Hardware' } });
  });
});

describe('the event of an enrichment', () => {
  it('takes effect once when it is brought twice', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    const eventId = randomUUID();
    await enriched(id, { description: 'First.' }, eventId);
    await enriched(id, { description: 'Second.' });
    await enriched(id, { description: 'First.' }, eventId);
    await enriched(randomUUID());
    expect(await read(id)).toMatchObject({ description: 'Second.' });
  });

  it('of another business does not reach a product', async () => {
    const foreign = await catalogue.person().create({ name: 'Hammer' });
    await enriched(foreign.id);
    const [row] = await catalogue.sql('SELECT enriched_description FROM product WHERE id = $1', [foreign.id]);
    expect(row).toEqual({ enriched_description: null });
  });

  it('that cannot be read becomes a dead letter, and the next one is handled', async () => {
    const { id } = await person.create({ name: 'Hammer' });
    await enriched(id, { keywords: 'steel' });
    expect(
      await catalogue.sql('SELECT type FROM dead_letter WHERE tenant_id = $1', [person.identity.tenantId]),
    ).toEqual([{ type: 'enrichment.completed' }]);
    await enriched(id);
    expect(await read(id)).toMatchObject({ description: WORDS.description });
  });
});
