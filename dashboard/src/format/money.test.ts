import { formatMoney, parsePrice, times, totals } from './money';

const usd = (amount: string) => ({ amount, currency: 'USD' });

it('multiplies and adds exactly, where floating point would not', () => {
  expect(times(usd('0.10'), 3)).toEqual(usd('0.30'));
  expect(times(usd('999999999999999.99'), 1_000_000)).toEqual(usd('999999999999999990000.00'));
  expect(totals([usd('0.10'), usd('0.20'), { amount: '5', currency: 'CLP' }, usd('1')])).toEqual([
    usd('1.30'),
    { amount: '5', currency: 'CLP' },
  ]);
  expect(totals([])).toEqual([]);
});

it('writes an amount as the place does, without rounding it', () => {
  expect(formatMoney(usd('9007199254740993.01'), 'en-US')).toBe('$9,007,199,254,740,993.01');
  expect(formatMoney({ amount: '1500', currency: 'CLP' }, 'es-CL')).toBe('$1.500');
  expect(formatMoney({ amount: 'much', currency: 'USD' }, 'en')).toBe('much USD');
});

it.each([
  ['12.50', 'en-US', '12.50'],
  ['12,50', 'es-CO', '12.50'],
  ['12.50', 'es-CO', '12.50'],
  [' 7 ', 'en', '7'],
  ['1,234.50', 'en-US', null],
  ['1.234,50', 'es-CO', null],
  ['-1', 'en', null],
  ['1e3', 'en', null],
  ['', 'en', null],
])('reads the price %j in %s as %j', (typed, locale, expected) => {
  expect(parsePrice(typed, locale)).toBe(expected);
});
