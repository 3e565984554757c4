import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());

const entities = (ids: readonly string[]) => ({ products: ids.map((id) => ({ __typename: 'Product', id })) });

/** Statements in the reads that were made meanwhile; workers, who write, do not count. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const reading = new Set<unknown>();
  const names: string[] = [];
  for (const [index, [sent]] of (query.mock.calls as unknown[][]).entries()) {
    const client = query.mock.contexts[index];
    if (typeof sent === 'string' && sent.startsWith('BEGIN')) {
      if (sent.includes('READ ONLY')) reading.add(client);
      else reading.delete(client);
    } else if (sent !== 'COMMIT' && reading.has(client)) {
      names.push(
        typeof sent === 'object' && sent !== null && 'name' in sent ? String(sent.name) : String(sent),
      );
    }
  }
  query.mockRestore();
  return names;
}

it('answers a list of 50 products with one statement for stock and availability, two with the ledgers', async () => {
  const shop = inventory.business();
  const ids = await Promise.all(Array.from({ length: 50 }, () => shop.open(12)));
  const stock = 'stock { onHand available level lowStockThreshold locations { onHand location { name } } }';
  const list = (fields: string) =>
    `query ($products: [_Any!]!) { _entities(representations: $products) { ... on Product { ${fields} } } }`;
  expect(await statementsOf(() => shop.ask(list('stock { onHand } availability'), entities(ids)))).toEqual([
    'stock-find',
  ]);
  expect(await statementsOf(() => shop.ask(list(stock), entities(ids)))).toEqual([
    'stock-find-with-locations',
  ]);
  const ledgers = 'stock { onHand movements(first: 5) { nodes { kind quantity location { name } } } }';
  expect(await statementsOf(() => shop.ask(list(ledgers), entities(ids)))).toEqual([
    'stock-find',
    'movement-pages',
  ]);
});

it('has no stock for products that are unknown, foreign, or could not be', async () => {
  const [shop, other] = [inventory.business(), inventory.business()];
  const own = await shop.open(3);
  const ids = [own, await other.open(3), uuidv7(), 'no-uuid', 'nul\0', '\uD800'];
  const answer = await shop.ask(
    `query ($products: [_Any!]!) {
       _entities(representations: $products) { ... on Product { id availability stock { onHand locations { onHand } } } }
     }`,
    entities(ids),
  );
  expect(answer).toEqual([
    { id: own, availability: 'LOW', stock: { onHand: 3, locations: [{ onHand: 3 }] } },
    ...ids.slice(1).map((id) => ({ id, availability: null, stock: null })),
  ]);
});

it('shows the exact figures to staff and the availability to shoppers', async () => {
  const shop = inventory.business();
  const productId = await shop.open(3);
  const shopper = shop.as({ role: 'BUYER', scopes: ['products:read'] });
  const answer = await shopper.execute(
    `query ($products: [_Any!]!) {
       _entities(representations: $products) { ... on Product { availability stock { onHand } } }
     }`,
    entities([productId]),
  );
  expect(answer.data).toEqual({ _entities: [{ availability: 'LOW', stock: null }] });
  expect(answer.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 0, 'stock'], 'FORBIDDEN'],
  ]);
});

it('shows figures of locations that add up to the product, whatever happens at the same time', async () => {
  const shop = inventory.business();
  const productId = await shop.open(400);
  let running = true;
  const taking = (async () => {
    while (running) await shop.take(uuidv7(), { productId, quantity: 1 });
  })();
  for (let n = 0; n < 60; n++) {
    const { onHand, locations } = await shop.stock(productId);
    expect(locations.map((place) => place.onHand)).toEqual([onHand]);
  }
  running = false;
  await taking;
});

it('pages through the ledger from the newest line to the first, each line once', async () => {
  const shop = inventory.business();
  const productId = await shop.open(10);
  for (let n = 1; n <= 12; n++) await shop.adjust({ productId, delta: n });
  const page = async (first: number, after: string | null) => {
    const [product] = await shop.ask<{ stock: { movements: Page } }[]>(
      `query ($products: [_Any!]!, $first: Int, $after: String) {
         _entities(representations: $products) {
           ... on Product {
             stock { movements(first: $first, after: $after) { nodes { quantity } edges { cursor } pageInfo { hasNextPage endCursor } } }
           }
         }
       }`,
      { ...entities([productId]), first, after },
    );
    if (product === undefined) throw new Error('There is no such product');
    return product.stock.movements;
  };
  interface Page {
    nodes: { quantity: number }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }
  const seen: number[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { nodes, pageInfo } = await page(5, after);
    seen.push(...nodes.map(({ quantity }) => quantity));
    // A line that is added meanwhile does not shift the pages.
    await shop.adjust({ productId, delta: 100 });
    [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
  }
  expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 10]);
  const elsewhere = (await page(1, null)).edges[0]?.cursor ?? '';
  for (const [first, cursor] of [
    [0, null],
    [101, null],
    [5, 'nonsense'],
    [5, `${elsewhere}x`],
  ] as const) {
    await expect(page(first, cursor)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
});

it('lists what runs low, scarcest first', async () => {
  const shop = inventory.business();
  const [four, none, , two] = [
    await shop.open(4),
    await shop.open(0),
    await shop.open(40),
    await shop.open(2),
  ];
  expect(await shop.ask('{ lowStock { id } }')).toEqual([none, two, four].map((id) => ({ id })));
  expect(await shop.ask('{ lowStock(first: 2) { id stock { available } } }')).toEqual([
    { id: none, stock: { available: 0 } },
    { id: two, stock: { available: 2 } },
  ]);
  expect(await shop.ask(`{ lowStock(first: 2, after: "${none}") { id } }`)).toEqual([
    { id: two },
    { id: four },
  ]);
  expect(await shop.ask('{ lowStock(level: OUT) { id } }')).toEqual([{ id: none }]);
  expect(await shop.ask(`{ lowStock(level: LOW, after: "${two}") { id } }`)).toEqual([{ id: four }]);
  expect(await shop.ask('{ lowStock(after: "nothing") { id } }')).toEqual([]);
  expect(await inventory.business().ask('{ lowStock { id } }')).toEqual([]);
  for (const first of [0, 101]) {
    await expect(shop.ask(`{ lowStock(first: ${first}) { id } }`)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
});

it('lists alerts newest first, filtered, in pages, and counts them only when asked', async () => {
  const shop = inventory.business();
  const [first, second] = [await shop.open(5), await shop.open(0)];
  await shop.adjust({ productId: first, delta: 10 });
  await shop.open(1);
  const list = (args: string) =>
    shop.ask<{ nodes: { level: string; status: string }[]; totalCount?: number; pageInfo: object }>(
      `{ stockAlerts${args} { nodes { level status } totalCount pageInfo { hasNextPage endCursor } } }`,
    );
  const [low, out, resolved] = [
    { level: 'LOW', status: 'OPEN' },
    { level: 'OUT', status: 'OPEN' },
    { level: 'LOW', status: 'RESOLVED' },
  ];
  expect(await list('')).toMatchObject({ nodes: [low, out, resolved], totalCount: 3 });
  expect(await list('(status: OPEN)')).toMatchObject({ nodes: [low, out], totalCount: 2 });
  expect(await list(`(productId: "${second}")`)).toMatchObject({ nodes: [out], totalCount: 1 });
  expect(await list('(productId: "no-uuid")')).toMatchObject({ nodes: [], totalCount: 0 });
  const { pageInfo } = (await list('(first: 2)')) as {
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  expect(pageInfo.hasNextPage).toBe(true);
  expect(await list(`(first: 2, after: "${pageInfo.endCursor}")`)).toMatchObject({
    nodes: [resolved],
    pageInfo: { hasNextPage: false },
  });
  expect(await statementsOf(() => shop.ask('{ stockAlerts { nodes { level } } }'))).toHaveLength(1);
  for (const args of ['(first: 0)', '(first: 101)', '(after: "nonsense")']) {
    await expect(list(args)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
});

it('finds alerts and locations by reference, of the own business alone', async () => {
  const [shop, other] = [inventory.business(), inventory.business()];
  await shop.open(5);
  const [alert] = await shop.alerts();
  const [main] = await shop.locations();
  const ask = (who: typeof shop) =>
    who.ask(
      `query ($refs: [_Any!]!) {
         _entities(representations: $refs) { ... on StockAlert { level } ... on Location { name } }
       }`,
      {
        refs: [
          { __typename: 'StockAlert', id: alert?.id },
          { __typename: 'Location', id: main?.id },
          { __typename: 'Location', id: 'no-uuid' },
        ],
      },
    );
  expect(await ask(shop)).toEqual([{ level: 'LOW' }, { name: 'Main' }, null]);
  expect(await ask(other)).toEqual([null, null, null]);
});

it('makes the default location when it is first looked for, and keeps the names of locations apart', async () => {
  const shop = inventory.business();
  const main = { id: expect.any(String), name: 'Main', isDefault: true };
  const seen = await Promise.all(Array.from({ length: 10 }, () => shop.locations()));
  for (const locations of seen) expect(locations).toEqual([main]);
  await shop.createLocation(' Attic ');
  for (const name of ['attic', 'MAIN', '', '   ', 'x'.repeat(201), 'nul\0', '\uD800']) {
    await expect(shop.createLocation(name)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
  expect(await shop.locations()).toEqual([main, { id: expect.any(String), name: 'Attic', isDefault: false }]);
  await inventory.business().createLocation('Attic');
});
