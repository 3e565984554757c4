import type { ProductSnapshot, Written } from '../jobs/job';
import type { WritingTask } from '../writing/provider';
import { Classifier } from './classifier';
import { OwnCategories } from './own-categories';
import { TRAINING_PRODUCTS } from './training-products';
import { composeDescription } from './compose-description';
import { wordsOf } from './tokens';

const MAX_KEYWORDS = 10;
const MAX_KEYWORD_LENGTH = 50;

/** The writer that is always there: sentences from templates, and a classifier of words. No network, no cost, no invention. */
export class BuiltinWriter {
  readonly name = 'builtin';
  readonly model = 'templates-1';
  readonly promptVersion = 'templates-1';
  #classifier: Classifier | undefined;

  write(task: WritingTask, own: OwnCategories = OwnCategories.NONE): Written {
    const { product, language } = task;
    this.#classifier ??= Classifier.standard().learn(TRAINING_PRODUCTS);
    const standard = this.#classifier.classify(product.name, product.keywords);
    return {
      ...(own.fit(product.name, product.keywords) ?? standard),
      description: composeDescription(product, language, standard.category),
      keywords: keywordsOf(product),
    };
  }
}

/** The seller's, then the words of the name: for those who search, so one of a kind. */
function keywordsOf({ name, keywords }: ProductSnapshot): string[] {
  const words = wordsOf(name).filter((word) => word.length > 3);
  const all = [...keywords, ...words].map((keyword) => keyword.toLowerCase());
  return [...new Set(all)].filter((keyword) => keyword.length <= MAX_KEYWORD_LENGTH).slice(0, MAX_KEYWORDS);
}
