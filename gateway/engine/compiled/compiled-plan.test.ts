import { parse, type ExecutionResult } from 'graphql';
import { silent } from '../../testing/door';
import { Shop } from '../../testing/shop';
import { Engine } from '../engine';
import type { FetchContext } from '../source';

describe('a compiled plan', () => {
  let shop: Shop;
  let engine: Engine;
  beforeEach(() => {
    shop = new Shop();
    engine = new Engine({
      supergraphSdl: shop.supergraphSdl,
      sources: shop.sources,
      subscriptionPolicies: {},
      log: silent,
    });
  });
  afterEach(() => engine.stop());

  const context: FetchContext = {
    identity: null,
    traceId: '0'.repeat(32),
    clientAddress: null,
    deadline: Date.now() + 60_000,
    log: silent,
  };
  const run = (text: string, variables = {}): Promise<ExecutionResult> =>
    engine.execute(engine.generation.operation(parse(text)), variables, context);
  const told = ({ errors }: ExecutionResult) =>
    errors?.map(({ path, extensions }) => [path, extensions['code']]);

  it.each([
    ['too few entities', { _entities: [] }],
    ['an entity that is no object', { _entities: [7] }],
    ['no list', { _entities: {} }],
    ['other data', { other: 1 }],
  ])('gives up the fields of a fetch that was answered with %s', async (_what, data) => {
    shop.inventory.intercept = () => Promise.resolve({ data });
    const result = await run('{ product(id: 1) { name stock { onHand } } }');
    expect(result.data).toEqual({ product: { name: 'Product 1', stock: null } });
    expect(told(result)).toEqual([[['product', 'stock'], 'SERVICE_UNAVAILABLE']]);
  });

  it.each([
    ['a list for an object', { product: [{ name: 'x' }] }, { product: null, products: null }, [['product']]],
    [
      'a text for a list',
      { products: { nodes: 'x' } },
      { product: null, products: null },
      [['products', 'nodes']],
    ],
    [
      'a number for an object in a list',
      { product: { name: 'kept' }, products: { nodes: [{ name: 'x' }, 7] } },
      { product: { name: 'kept' }, products: null },
      [['products', 'nodes', 1]],
    ],
  ])('gives up, of %s, that value alone', async (_what, data, expected, paths) => {
    shop.products.intercept = () => Promise.resolve({ data });
    const result = await run('{ product(id: 1) { name } products { nodes { name } } }');
    expect(result.data).toEqual(expected);
    expect(told(result)?.slice(0, paths.length)).toEqual(paths.map((path) => [path, 'SERVICE_UNAVAILABLE']));
  });

  it('asks for nothing below a condition that is not met', async () => {
    const text = 'query($stock: Boolean!) { product(id: 1) { name stock @include(if: $stock) { onHand } } }';
    expect(await run(text, { stock: false })).toEqual({ data: { product: { name: 'Product 1' } } });
    expect(shop.inventory.requests).toHaveLength(0);
    expect(await run(text, { stock: true })).toEqual({
      data: { product: { name: 'Product 1', stock: { onHand: 1 } } },
    });
  });

  it('answers aliases that objects have by themselves, and writes into no prototype', async () => {
    const { data } = await run('{ constructor: product(id: 1) { toString: name __proto__: id } }');
    expect(JSON.stringify(data)).toBe('{"constructor":{"toString":"Product 1","__proto__":"1"}}');
    const polluting = JSON.parse('{"_entities": [{"__proto__": {"polluted": true}}]}') as Record<
      string,
      unknown
    >;
    const product = { __typename: 'Product', id: '1', name: 'x' };
    shop.products.intercept = () => Promise.resolve({ data: { product } });
    shop.inventory.intercept = () => Promise.resolve({ data: polluting });
    await run('{ product(id: 1) { name stock { onHand } } }');
    expect('polluted' in {}).toBe(false);
  });

  it('answers a union by what each object is', async () => {
    const text =
      '{ a: found(id: 1) { ... on Product { name } ... on Missing { id } } b: found(id: 999) { __typename ... on Missing { id } } }';
    expect(await run(text)).toEqual({
      data: { a: { name: 'Product 1' }, b: { __typename: 'Missing', id: '999' } },
    });
  });

  it('answers a field that had to be fetched under another name, for its own was taken', async () => {
    const text = '{ found(id: 999) { ... on Product { id: name } ... on Missing { id } } }';
    expect(await run(text)).toEqual({ data: { found: { id: '999' } } });
  });
});
