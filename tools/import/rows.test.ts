import { CatalogueFileError, readRows, textOf } from './rows';

const HEADER = 'sku,name,price,currency,stock,keywords\n';

describe('the rows of a catalogue file', () => {
  it('become products, whatever the order of the columns', () => {
    const [row] = readRows('name,sku,stock,currency,price,keywords\n"Mug, red",M-1,8,USD,2.50,mug| red |\n');
    expect(row).toEqual({
      line: 2,
      sku: 'M-1',
      name: 'Mug, red',
      refusal: undefined,
      input: {
        sku: 'M-1',
        name: 'Mug, red',
        price: { amount: '2.50', currency: 'USD' },
        initialStock: 8,
        keywords: ['mug', 'red'],
        enrich: true,
      },
    });
  });

  it('are refused by the line on which they begin, also after a name of several lines', () => {
    const rows = readRows(
      `${HEADER}A,"two\nlines",1,USD,1,\n,no sku,1,USD,1,\nA,again,1,USD,1,\nB,b,1,USD,many,\nC,short\n`,
    );
    expect(rows.map(({ line, refusal }) => [line, refusal])).toEqual([
      [2, undefined],
      [4, 'sku must not be empty'],
      [5, 'the SKU stands already on line 2'],
      [6, 'stock must be a whole number'],
      [7, expect.any(String)],
    ]);
  });

  it('leave rules of the catalogue to the API: a price in words is sent as it is', () => {
    expect(readRows(`${HEADER}A,a,1e3,XXX,1,\n`)[0]?.input?.price).toEqual({
      amount: '1e3',
      currency: 'XXX',
    });
  });

  it('are not guessed from a file in another encoding than UTF-8', () => {
    expect(textOf(Buffer.from('Café'))).toBe('Café');
    for (const encoding of ['latin1', 'utf16le'] as const) {
      // A byte order mark, as whoever saves it in UTF-16 writes.
      const bytes = Buffer.from(encoding === 'latin1' ? 'Café' : '\ufeffCafé', encoding);
      expect(() => textOf(bytes)).toThrow('The file is not UTF-8.');
    }
  });

  it('have columns in any case and with blanks around them, but each once', () => {
    const [row] = readRows(' SKU ,Name,PRICE,Currency, Stock\nA,a,1,USD,7\n');
    expect(row).toMatchObject({ sku: 'A', name: 'a', refusal: undefined, input: { initialStock: 7 } });
    expect(() => readRows('sku,name,price,currency,stock,Price\n')).toThrow(
      'The file has the column price twice.',
    );
  });

  it('are refused when there is more of a product than the API can count', () => {
    const rows = readRows(`${HEADER}A,a,1,USD,1000000,\nB,b,1,USD,1000001,\nC,c,1,USD,9999999999,\n`);
    const tooMany = 'stock must be at most 1,000,000';
    expect(rows.map(({ refusal }) => refusal)).toEqual([undefined, tooMany, tooMany]);
  });

  it('need a file that is CSV and names its columns', () => {
    expect(() => readRows('a;b;c\n1;2;3\n')).toThrow(CatalogueFileError);
    expect(() => readRows('a;b;c\n')).toThrow('has no column sku, name, price, currency, stock');
    expect(() => readRows(`${HEADER}A,"never closed`)).toThrow('The file is not CSV');
    expect(() => readRows('')).toThrow('has no column');
    expect(readRows(HEADER)).toEqual([]);
    expect(readRows(`\ufeff${HEADER}A,a,1,USD,1,\n`)[0]?.sku).toBe('A');
  });
});
