import { Classifier } from './classifier';
import { evaluate } from './evaluation';
import { OwnCategories } from './own-categories';
import { STANDARD_CATEGORIES } from './standard-categories';
import { TEST_PRODUCTS } from './test-products';
import { TRAINING_PRODUCTS } from './training-products';

const classifier = Classifier.standard().learn(TRAINING_PRODUCTS);

describe('the built-in classifier', () => {
  it('should be right about 85 % of the products that it has never seen, in each language', () => {
    for (const language of ['en', 'es']) {
      const products = TEST_PRODUCTS.filter((product) => product.language === language);
      expect(products.length).toBeGreaterThanOrEqual(90);
      expect(evaluate(classifier, products).accuracy).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('should be measured by products that it did not learn from', () => {
    const learned = new Set(TRAINING_PRODUCTS.map(({ name }) => name));
    expect(TEST_PRODUCTS.filter(({ name }) => learned.has(name))).toEqual([]);
    expect(new Set(TEST_PRODUCTS.map(({ category }) => category))).toEqual(new Set(STANDARD_CATEGORIES));
  });

  it.each([
    ['a brand alone', 'Zenfluss Aeron'],
    ['another script', '北京烤鸭'],
    ['digits', '12345 678'],
    ['nothing', ''],
  ])('should say Uncategorized rather than guess: %s', (_what, name) => {
    expect(classifier.classify(name)).toEqual({ category: 'Uncategorized', confidence: 0 });
  });

  it.each([
    ['Dog Shampoo', 'Animals & Pet Supplies'],
    ['Shampoo for Dogs', 'Animals & Pet Supplies'],
    ['Shampoo', 'Health & Beauty'],
    ['Collar de cuero para perro', 'Animals & Pet Supplies'],
    ['Collar de perlas', 'Apparel & Accessories'],
    ['Aceite de oliva', 'Food, Beverages & Tobacco'],
    ['Aceite de motor', 'Vehicles & Parts'],
    ['CAMISETAS', 'Apparel & Accessories'],
    ['Lápices', 'Office Supplies'],
  ])('should know %s', (name, category) => {
    expect(classifier.classify(name).category).toBe(category);
  });

  it('should listen to keywords where the name says nothing', () => {
    expect(classifier.classify('Zenfluss', ['running', 'shoes']).category).toBe('Apparel & Accessories');
  });

  it('should not be slowed down by ten thousand keywords', () => {
    const keywords = Array.from({ length: 10_000 }, (_, index) => `keyword ${index}`);
    const started = performance.now();
    classifier.classify('Mug', keywords);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe("a business's own categories", () => {
  const own = new OwnCategories([
    ...['Taza roja', 'Taza azul', 'Taza con dibujo'].map((name) => ({ name, category: 'Tazas' })),
    ...['Afiche de cine', 'Afiche vintage'].map((name) => ({ name, category: 'Afiches' })),
  ]);

  it('should be learned from where the business has put its products', () => {
    expect(own.names).toEqual(['Tazas', 'Afiches']);
    expect(own.fit('Taza verde', [])?.category).toBe('Tazas');
    expect(own.fit('Afiche de viaje', [])?.category).toBe('Afiches');
  });

  it('should not be taken where nothing, or a coincidence, speaks for them', () => {
    expect(own.fit('Bicicleta', [])).toBeNull();
    expect(own.fit('Dibujo enmarcado', [])).toBeNull();
    expect(OwnCategories.NONE.fit('Taza', [])).toBeNull();
  });
});
