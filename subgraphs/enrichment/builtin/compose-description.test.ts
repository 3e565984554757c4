import fc from 'fast-check';
import type { ProductSnapshot } from '../jobs/job';
import { composeDescription } from './compose-description';
import { wordsOf } from './tokens';

const product = (given: Partial<ProductSnapshot>): ProductSnapshot => ({
  ...{ sku: 'X-1', name: 'Mug', keywords: [], description: null, categoryName: null },
  ...given,
});

describe('the description of the built-in writer', () => {
  it('should say in English what the product says', () => {
    const text = composeDescription(
      product({
        sku: 'B1',
        name: 'Striped Blue and White Cotton Shirt for Men',
        keywords: ['breathable', 'machine washable'],
      }),
      'en',
      'Apparel & Accessories',
    );
    expect(text).toMatch(/Striped Blue and White Cotton Shirt for Men\./);
    expect(text).toMatch(/: striped, cotton, in white and blue, for men\./);
    expect(text).toMatch(/: breathable and machine washable\./);
  });

  it('should say it in Spanish, whatever language the name is in', () => {
    const text = composeDescription(
      product({ name: 'Blue Cotton Shirt for Women and Girls 500 g', keywords: ['fresca', 'ideal'] }),
      'es',
      'Apparel & Accessories',
    );
    expect(text).toMatch(/: algodón, en azul, 500 g, para mujer y niña\./);
    expect(text).toMatch(/: fresca e ideal\./);
  });

  it.each([
    ['Green Tea', 'Food, Beverages & Tobacco', /green\b(?! Tea)/i],
    ['Wood Screws', 'Hardware', /wood\b(?! Screws)/i],
    ['Leather Cleaner', 'Home & Garden', /leather\b(?! Cleaner)/i],
    ['Little Women', 'Media', /for women/],
    ['Hot Dog Mustard', 'Food, Beverages & Tobacco', /for dogs/],
  ])('should not take what %s contains for what it is', (name, category, claim) => {
    expect(composeDescription(product({ name }), 'en', category)).not.toMatch(claim);
  });

  it('should always be the same for the same product, and vary between products', () => {
    const texts = Array.from({ length: 40 }, (_, index) =>
      composeDescription(product({ sku: `S${index}` }), 'en', 'Media'),
    );
    expect(composeDescription(product({ sku: 'S0' }), 'en', 'Media')).toBe(texts[0]);
    expect(new Set(texts).size).toBeGreaterThan(5);
  });

  it('should keep its words apart from the markup, links and addresses of a name', () => {
    const name = '<b>Mug</b> https://evil.test ana@example.com `code` [x](y) &lt;script&gt;';
    expect(
      composeDescription(product({ name, keywords: ['<i>x</i>', 'www.evil.test'] }), 'en', 'Furniture'),
    ).not.toMatch(/[<>`[\]]|evil|example\.com|&lt;/);
  });

  it('should claim nothing that is not in the data, and hold its rules, for any product', () => {
    const own = new Set(
      wordsOf(
        ['en', 'es']
          .flatMap((language) =>
            Array.from({ length: 60 }, (_, index) =>
              composeDescription(
                product({ sku: `${index}`, name: 'qqq', keywords: ['zzz', 'yyy'] }),
                language === 'en' ? 'en' : 'es',
                'Furniture',
              ),
            ),
          )
          .join(' '),
      ),
    );
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 60 }),
        fc.constantFrom('en' as const, 'es' as const),
        (name, keywords, language) => {
          const description = composeDescription(product({ name, keywords }), language, 'Furniture');
          expect(description.length).toBeLessThan(1_000);
          expect(description).not.toMatch(/[<>\n]/);
          const said = new Set(wordsOf([name, ...keywords].join(' ')));
          const invented = wordsOf(description).filter((word) => !own.has(word) && !said.has(word));
          expect(invented).toEqual([]);
        },
      ),
    );
  });
});
