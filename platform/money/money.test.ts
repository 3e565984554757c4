import { currencyPlaces } from './currencies';
import { money, price, sum, times } from './money';

const refusals = (amount: string, currency = 'USD'): string[] =>
  price
    .safeParse({ amount, currency })
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

describe('money', () => {
  it('is written in the places of its currency', () => {
    expect(money('1234.5000', 'USD')).toEqual({ amount: '1234.50', currency: 'USD' });
    expect(money('1234', 'JPY')).toEqual({ amount: '1234', currency: 'JPY' });
    expect(money('1.5', 'KWD')).toEqual({ amount: '1.500', currency: 'KWD' });
  });

  it('multiplies and adds exactly where floats would not', () => {
    expect(times({ amount: '0.10', currency: 'USD' }, 3).amount).toBe('0.30');
    expect(times({ amount: '999999999999999.99', currency: 'USD' }, 1_000_000).amount).toBe(
      '999999999999999990000.00',
    );
    expect(sum([money('0.1', 'USD'), money('0.2', 'USD')]).amount).toBe('0.30');
  });

  it('has no sum over two currencies, or over nothing', () => {
    expect(() => sum([money('1', 'USD'), money('1', 'EUR')])).toThrow('one currency');
    expect(() => sum([])).toThrow('one currency');
  });

  it.each(['1e3', 'NaN', 'Infinity', '', ' 1', '1.', '.5', '1,5', '0x10', '+1', '1234567890123456', '１２'])(
    'refuses %p as a price',
    (amount) => {
      expect(refusals(amount)).toEqual([
        'amount: Price must be a plain decimal of at most 15 digits before the point, e.g. "1234.50".',
      ]);
    },
  );

  it('refuses negative prices, too many places and unknown currencies, each at its field', () => {
    expect(refusals('-1')).toEqual(['amount: Price must not be negative.']);
    expect(refusals('1.005')).toEqual(['amount: Price has more decimal places than USD has (2).']);
    expect(refusals('1.0', 'JPY')).toEqual(['amount: Price has more decimal places than JPY has (0).']);
    expect(refusals('1', 'usd')).toEqual(['currency: Currency must be an ISO 4217 code, e.g. "COP".']);
    expect(refusals('1', 'XXX')).toEqual(['currency: Currency must be an ISO 4217 code, e.g. "COP".']);
    expect(price.parse({ amount: '0', currency: 'COP' })).toEqual({ amount: '0.00', currency: 'COP' });
  });

  it('knows no currency but those of the standard', () => {
    expect(currencyPlaces('')).toBeUndefined();
    expect(currencyPlaces('USD EUR')).toBeUndefined();
    expect(currencyPlaces('CLP')).toBe(0);
  });
});
