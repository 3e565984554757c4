import { changeCart, EMPTY_CART, type Cart, type CartChange } from './cart';

const [soap, salt] = ['soap', 'salt'].map((id) => ({
  id,
  sku: id,
  name: id,
  price: { amount: '1.00', currency: 'USD' },
}));
if (!soap || !salt) throw new Error('There are two products');

const after = (...changes: CartChange[]): Cart => changes.reduce(changeCart, EMPTY_CART);
const units = ({ lines }: Cart) => lines.map(({ product, quantity }) => [product.id, quantity]);

it('a product that is scanned again is one line with one unit more', () => {
  const cart = after(
    { kind: 'add', product: soap },
    { kind: 'add', product: salt },
    { kind: 'add', product: soap },
  );
  expect(units(cart)).toEqual([
    ['soap', 2],
    ['salt', 1],
  ]);
});

it('keeps quantities whole, and between one and a million', () => {
  const add: CartChange = { kind: 'add', product: soap };
  for (const [given, kept] of [
    [0, 1],
    [-3, 1],
    [2.7, 2],
    [9_999_999, 1_000_000],
  ] as const)
    expect(units(after(add, { kind: 'set', productId: 'soap', quantity: given }))).toEqual([['soap', kept]]);
});

it('a refusal stays with its line until that line changes', () => {
  const refused = after(
    { kind: 'add', product: soap },
    { kind: 'add', product: salt },
    {
      kind: 'refuse',
      refusals: new Map([
        ['soap', { left: 0 }],
        ['salt', { left: null }],
      ]),
    },
  );
  const changed = changeCart(refused, { kind: 'set', productId: 'soap', quantity: 5 });
  expect([...changed.refusals.keys()]).toEqual(['salt']);
  expect([...changeCart(changed, { kind: 'remove', productId: 'salt' }).refusals.keys()]).toEqual([]);
  expect(changeCart(refused, { kind: 'clear' })).toBe(EMPTY_CART);
});
