import fc from 'fast-check';
import type { Step } from './step';

export const PRODUCTS = 3;
const product = fc.nat(PRODUCTS - 1);
const order = fc.nat(7);
const location = fc.nat(1);
const key = fc.option(fc.nat(3), { freq: 1 });
const line = fc.record({ product, quantity: fc.integer({ min: 1, max: 9 }) });
const size = { minLength: 1, maxLength: 3 };
const lines = fc.oneof(
  { arbitrary: fc.uniqueArray(line, { ...size, selector: (each) => each.product }), weight: 8 },
  { arbitrary: fc.array(line, size), weight: 1 },
);

/** Steps that mostly can be done, and often meet: few products, orders and keys. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constantFrom('sell' as const, 'purchase' as const), lines, key }),
    weight: 12,
  },
  { arbitrary: fc.record({ do: fc.constantFrom('confirm' as const, 'cancel' as const), order }), weight: 6 },
  {
    arbitrary: fc.record({
      do: fc.constant('expire' as const),
      order,
      found: fc.constantFrom('by the worker' as const, ...Array<'by confirming'>(4).fill('by confirming')),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      product,
      location,
      delta: fc.integer({ min: -8, max: 12 }).filter((delta) => delta !== 0),
      key,
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      product,
      from: location,
      quantity: fc.integer({ min: 1, max: 8 }),
      key,
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('archive' as const), product }), weight: 1 },
);

export const initialUnits = fc.array(fc.nat(30), { minLength: PRODUCTS, maxLength: PRODUCTS });
