import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('Canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('sorts at every depth and leaves undefined members out', () => {
    expect(canonicalJson({ b: [{ z: 1, a: undefined, y: null }], a: 'ä' })).toBe(
      '{"a":"ä","b":[{"y":null,"z":1}]}',
    );
  });

  it('refuses what JSON has no form for', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [undefined, NaN, Infinity, 1n, () => 1, Symbol('s'), cycle]) {
      expect(() => canonicalJson(value)).toThrow('JSON has no form for');
    }
  });
});
