import { z } from 'zod';
import { startCatalogue, type Catalogue, type Person } from './products.fixture';

let catalogue: Catalogue;
let person: Person;

beforeAll(async () => {
  catalogue = await startCatalogue();
  person = catalogue.person();
  for (const product of PRODUCTS) await person.create(product);
});
afterAll(() => catalogue.stop());

const PRODUCTS = [
  { name: 'Gold ring', sku: 'RNG-GLD-18', keywords: ['jewellery'] },
  { name: 'Ringtone collection', sku: 'MUS-001', keywords: [] },
  { name: 'String for guitars', sku: 'STR-6', keywords: ['music'] },
  { name: 'Running shoes', sku: 'SHO-RUN-42', keywords: ['sport', 'footwear'] },
  { name: "Women's leather boots", sku: 'BOO-LEA-38', keywords: ['footwear'] },
  { name: 'T-shirt, cotton', sku: 'TSH-COT-M', keywords: ['apparel'] },
  { name: 'Camión de juguete', sku: 'TOY-CAM-1', keywords: ['niños'] },
  { name: 'Camisas de algodón', sku: 'CAM-ALG-L', keywords: ['ropa'] },
  { name: 'Wireless headphones', sku: 'HDP-BT-5', keywords: ['audio', 'bluetooth'] },
  {
    name: 'Ceramic mug',
    sku: 'MUG-CER-1',
    keywords: ['kitchen'],
    description: 'For coffee, tea and a golden morning.',
  },
  { name: 'Винт стальной', sku: 'VNT-5', keywords: ['крепёж'] },
  { name: '不锈钢螺丝', sku: 'LS-8', keywords: [] },
];

const answer = z.object({
  products: z.object({ nodes: z.array(z.object({ name: z.string() })), totalCount: z.int() }),
});

async function search(text: string, more = '', who = person): Promise<string[]> {
  const { data, errors } = await who.ask(
    `query ($search: String) { products(filter: { search: $search }${more}) { nodes { name } totalCount } }`,
    { search: text },
  );
  expect(errors).toBeUndefined();
  const { products } = answer.parse(data);
  expect(products.totalCount).toBe(products.nodes.length);
  return products.nodes.map(({ name }) => name);
}

describe('a search', () => {
  it.each([
    // Beginnings of words, in any order, without regard to case.
    ['RUN', ['Running shoes']],
    ['shoes running', ['Running shoes']],
    ['headph', ['Wireless headphones']],
    // SKUs from their beginning, whole or in parts.
    ['RNG', ['Gold ring']],
    ['rng-gld', ['Gold ring']],
    ['footwear', ['Running shoes', "Women's leather boots"]],
    ['boo lea', ["Women's leather boots"]],
    ['tsh cot', ['T-shirt, cotton']],
    // Plural and singular, English and Spanish.
    ['rings', ['Gold ring']],
    ['shoe', ['Running shoes']],
    ['boot', ["Women's leather boots"]],
    ['woman boots', ["Women's leather boots"]],
    ['mugs', ['Ceramic mug']],
    ['camiones', ['Camión de juguete']],
    ['camisa', ['Camisas de algodón']],
    ['juguetes', ['Camión de juguete']],
    // Without accents, and with ones too many.
    ['camion', ['Camión de juguete']],
    ['algodon', ['Camisas de algodón']],
    ['ninos', ['Camión de juguete']],
    ['cámisas', ['Camisas de algodón']],
    // Keywords and descriptions.
    ['bluetooth', ['Wireless headphones']],
    ['coffee', ['Ceramic mug']],
    // Words that only join others.
    ['boots for women', ["Women's leather boots"]],
    ['the mug', ['Ceramic mug']],
    ['camisas para algodón', ['Camisas de algodón']],
    // Punctuation.
    ['t-shirt', ['T-shirt, cotton']],
    ["women's", ["Women's leather boots"]],
    // Other scripts.
    ['винт', ['Винт стальной']],
    ['КРЕПЁЖ', ['Винт стальной']],
    ['不锈钢', ['不锈钢螺丝']],
    // Typing errors: a letter changed, missing, too many, two that changed places; in short words too.
    ['headfones', ['Wireless headphones']],
    ['hedphones', ['Wireless headphones']],
    ['wireles headphonse', ['Wireless headphones']],
    ['rnig', ['Gold ring']],
    ['rinng', ['Gold ring']],
    ['mgu', ['Ceramic mug']],
    ['shooes', ['Running shoes']],
    ['tshirt', ['T-shirt, cotton']],
    ['lether boots', ["Women's leather boots"]],
    ['camoin', ['Camión de juguete']],
    ['blutooth', ['Wireless headphones']],
    ['RNG-GDL', ['Gold ring']],
    ['винтт', ['Винт стальной']],
    // Nothing that is like it, nothing to look for, and one word of two that is not there.
    ['submarine', []],
    ['!!!', []],
    ['ring submarine', []],
    ['xq', []],
    ["'; DROP TABLE product; --", []],
    ["\\' :* & | ! <->", []],
  ])('for %j finds %j', async (text, expected) => {
    expect(await search(text, ', sort: NAME')).toEqual(expected);
  });

  it('shows the best match first when no order is asked for', async () => {
    expect(await search('ring')).toEqual(['Gold ring', 'Ringtone collection']);
    expect(await search('gold')).toEqual(['Gold ring', 'Ceramic mug']);
    expect((await search('cam'))[0]).toBe('Camisas de algodón');
  });

  it('shows the product of that SKU before all others', async () => {
    const shop = catalogue.person();
    await shop.create({ name: 'ABC ABC ABC', sku: 'X-1', keywords: ['abc'] });
    await shop.create({ name: 'Other', sku: 'abc' });
    await shop.create({ name: 'ABC', sku: 'X-2' });
    expect((await search('ABC', '', shop))[0]).toBe('Other');
  });

  it('keeps the order that is asked for, the default in so many words too', async () => {
    expect(await search('ring', ', sort: NEWEST')).toEqual(['Ringtone collection', 'Gold ring']);
    expect(await search('ring', ', sort: RELEVANCE')).toEqual(['Gold ring', 'Ringtone collection']);
    expect(await search('ring', ', sort: null')).toEqual(['Gold ring', 'Ringtone collection']);
  });

  it('for white space is none', async () => {
    expect(await search(' \t ')).toHaveLength(PRODUCTS.length);
  });

  it('takes long words and many words', async () => {
    expect(await search('x'.repeat(200))).toEqual([]);
    expect(await search('ab '.repeat(66))).toEqual([]);
    expect(await search('ring '.repeat(40))).toEqual(['Gold ring', 'Ringtone collection']);
  });

  it('follows a change of the product', async () => {
    const shop = catalogue.person();
    const { id } = await shop.create({ name: 'Hammer', sku: 'X-1' });
    await shop.ask(
      'mutation ($id: ID!) { updateProduct(input: { id: $id, name: "Screwdriver" }) { __typename } }',
      { id },
    );
    expect([await search('hammer', '', shop), await search('scrwdriver', '', shop)]).toEqual([
      [],
      ['Screwdriver'],
    ]);
  });

  it('finds nothing of another business, nor corrects by its words', async () => {
    const stranger = catalogue.person();
    await stranger.create({ name: 'Wirelesss' });
    for (const text of ['ring', 'rnig', 'RNG-GLD-18', 'headphones'])
      expect(await search(text, '', stranger)).toEqual([]);
    expect(await search('headphones')).toEqual(['Wireless headphones']);
  });

  it('gives its results page by page, each once', async () => {
    const shop = catalogue.person();
    for (let n = 1; n <= 25; n++)
      await shop.create({ name: `Ring ${n % 3}`, keywords: n % 2 ? ['gold'] : [] });
    const seen: string[] = [];
    for (let after: unknown = null; ;) {
      const { data } = await shop.ask(
        `query ($after: String) { products(first: 4, after: $after, filter: { search: "ring" }) {
          nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { products } = z
        .object({
          products: z.object({
            nodes: z.array(z.object({ id: z.string() })),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
          }),
        })
        .parse(data);
      seen.push(...products.nodes.map(({ id }) => id));
      if (!products.pageInfo.hasNextPage) break;
      after = products.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });
});
