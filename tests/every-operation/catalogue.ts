import { someId, type AskedSystem } from './asked-system';

/** Products and categories. */
export function catalogue(system: () => AskedSystem): void {
  it('the catalogue: create, find, search, change, archive, categories', async () => {
    const { ask } = system();
    const category = await ask('mutation { createCategory(name: "Tornillería") { __typename id slug } }');
    const created = await ask(
      `mutation ($input: CreateProductInput!) { createProduct(input: $input) { __typename ... on Product { id sku name description keywords status
        category { name slug parent { id } } price { amount currency } stock { onHand reserved available lowStockThreshold level } availability } } }`,
      {
        input: {
          name: 'Tornillo rojo',
          sku: 'T-1',
          description: 'Rojo.',
          keywords: ['acero'],
          categoryId: category['id'],
          price: { amount: '12.5', currency: 'COP' },
          initialStock: 7,
          lowStockThreshold: 3,
          enrich: false,
        },
      },
    );
    expect(created).toEqual({
      __typename: 'Product',
      id: expect.any(String) as string,
      sku: 'T-1',
      name: 'Tornillo rojo',
      description: 'Rojo.',
      keywords: ['acero'],
      status: 'ACTIVE',
      category: { name: 'Tornillería', slug: 'tornilleria', parent: null },
      price: { amount: '12.50', currency: 'COP' },
      stock: { onHand: 7, reserved: 0, available: 7, lowStockThreshold: 3, level: 'OK' },
      availability: 'OK',
    });
    const id = created['id'];
    expect(await ask('query ($id: ID!) { product(id: $id) { __typename sku } }', { id })).toEqual({
      __typename: 'Product',
      sku: 'T-1',
    });
    expect(await ask('{ productBySku(sku: "T-1") { __typename id } }')).toEqual({
      __typename: 'Product',
      id,
    });
    for (const search of ['tornillo', 'tornilo', 'TORNILLOS', 'acero', 'T-1']) {
      expect([
        search,
        await ask(
          'query ($search: String) { products(filter: { search: $search }) { __typename nodes { sku } totalCount } }',
          { search },
        ),
      ]).toEqual([search, { __typename: 'ProductConnection', nodes: [{ sku: 'T-1' }], totalCount: 1 }]);
    }
    expect(
      (await ask('{ categories { __typename name products(first: 5) { nodes { sku } } } }')) as unknown,
    ).toContainEqual({ __typename: 'Category', name: 'Tornillería', products: { nodes: [{ sku: 'T-1' }] } });
    const UPDATE =
      'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { __typename ... on Product { name price { amount } } ... on ProductNotFound { productId } ... on ValidationError { fields { path } } } }';
    expect(
      await ask(UPDATE, { input: { id, name: 'Tornillo verde', price: { amount: '13', currency: 'COP' } } }),
    ).toEqual({ __typename: 'Product', name: 'Tornillo verde', price: { amount: '13.00' } });
    expect(await ask(UPDATE, { input: { id: someId, name: 'x' } })).toEqual({
      __typename: 'ProductNotFound',
      productId: someId,
    });
    expect((await ask(UPDATE, { input: { id, name: '' } })).__typename).toBe('ValidationError');
    const ARCHIVE =
      'mutation ($id: ID!) { archiveProduct(id: $id) { __typename ... on Product { status } ... on ProductNotFound { productId } } }';
    expect(await ask(ARCHIVE, { id })).toEqual({ __typename: 'Product', status: 'ARCHIVED' });
    expect((await ask(ARCHIVE, { id: someId })).__typename).toBe('ProductNotFound');
    const refused = await ask(
      'mutation ($input: SellInput!) { sell(input: $input) { __typename ... on ValidationError { fields { path } } } }',
      { input: { lines: [{ productId: id, quantity: 1 }] } },
    );
    expect(refused).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'lines', '0', 'productId'] }],
    });
  });
}
