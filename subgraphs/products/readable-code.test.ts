import { readableCode } from './readable-code';

describe('a readable code', () => {
  it.each([
    ['Red screws 5mm', 'red-screws-5mm'],
    ["Women's T-Shirt (2 pcs.)", 'womens-t-shirt-2-pcs'],
    ['Camión Ñandú', 'camion-nandu'],
    ['Straße Łódź Ærø', 'strasse-lodz-aero'],
    ['½ kg ﬁsh', '1-2-kg-fish'],
    ['  --__  ', ''],
    ['螺丝', ''],
  ])('of %j is %j', (name, code) => {
    expect(readableCode(name, 60)).toBe(code);
  });

  it('does not end with a hyphen where it is cut', () => {
    expect(readableCode('abc def ghi', 4)).toBe('abc');
    expect(readableCode('x'.repeat(200), 56)).toBe('x'.repeat(56));
  });
});
