import type { Written } from '../jobs/job';
import type { WritingTask } from '../writing/provider';
import { attributesOf } from './attributes';
import { Classifier } from './classifier';
import { OwnCategories } from './own-categories';
import { TRAINING_PRODUCTS } from './training-products';
import { composeDescription } from './compose-description';
import { wordsOf } from './tokens';

const MAX_KEYWORDS = 10;

/** The writer that is always there: sentences from templates, and a classifier of words. No network, no cost, no invention. */
export class BuiltinWriter {
  readonly name = 'builtin';
  readonly model = 'templates-1';
  readonly promptVersion = 'templates-1';
  #classifier: Classifier | undefined;

  write(task: WritingTask, own: OwnCategories = OwnCategories.NONE): Written {
    const { product, language } = task;
    this.#classifier ??= Classifier.standard().learn(TRAINING_PRODUCTS);
    const classification =
      own.fit(product.name, product.keywords) ?? this.#classifier.classify(product.name, product.keywords);
    return {
      ...classification,
      description: composeDescription(product, language),
      keywords: keywordsOf(task),
    };
  }
}

/** The seller's, then what the name says: search words, so one of a kind. */
function keywordsOf({ product, language }: WritingTask): string[] {
  const attributes = attributesOf([product.name], language);
  const words = wordsOf(product.name).filter((word) => word.length > 3);
  const all = [...product.keywords, ...attributes.material, ...attributes.colour, ...words];
  return [...new Set(all.map((keyword) => keyword.toLowerCase()))].slice(0, MAX_KEYWORDS);
}
