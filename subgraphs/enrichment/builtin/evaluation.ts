import type { Classifier, Classification } from './classifier';
import type { LabelledProduct } from './labelled-product';
import { UNCATEGORIZED } from './standard-categories';

export interface Evaluation {
  readonly products: number;
  /** Share of all products whose category is right; Uncategorized is right for what belongs nowhere, and wrong for the others. */
  readonly accuracy: number;
  /** Share of the products with a category that were given one, right or wrong. */
  readonly coverage: number;
  /** Share that is right of what was given a category. */
  readonly precision: number;
  /** Wrong answers by the expected and the given category, the most frequent first. */
  readonly confusions: readonly {
    readonly expected: string;
    readonly given: string;
    readonly names: readonly string[];
  }[];
}

export function evaluate(classifier: Classifier, products: readonly LabelledProduct[]): Evaluation {
  const answers = products.map((product) => ({
    product,
    given: classifier.classify(product.name, product.keywords),
  }));
  const right = answers.filter(({ product, given }) => product.category === given.category);
  const categorised = answers.filter(({ product }) => product.category !== UNCATEGORIZED);
  const covered = categorised.filter(({ given }) => given.category !== UNCATEGORIZED);
  const answered = answers.filter(({ given }) => given.category !== UNCATEGORIZED);
  const rightlyAnswered = right.filter(({ given }) => given.category !== UNCATEGORIZED);
  return {
    products: products.length,
    accuracy: right.length / answers.length,
    coverage: covered.length / categorised.length,
    precision: rightlyAnswered.length / answered.length,
    confusions: confusionsOf(answers),
  };
}

function confusionsOf(
  answers: readonly { readonly product: LabelledProduct; readonly given: Classification }[],
): Evaluation['confusions'] {
  const byPair = new Map<string, { expected: string; given: string; names: string[] }>();
  for (const { product, given } of answers) {
    if (product.category === given.category) continue;
    const key = `${product.category}\n${given.category}`;
    const pair = byPair.get(key) ?? { expected: product.category, given: given.category, names: [] };
    pair.names.push(product.name);
    byPair.set(key, pair);
  }
  return [...byPair.values()].sort((a, b) => b.names.length - a.names.length);
}
