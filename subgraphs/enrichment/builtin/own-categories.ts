import { Classifier, type Classification, type Example } from './classifier';
import { UNCATEGORIZED } from './standard-categories';

/** Names that a model is given to choose from, beside the standard ones. */
const MAX_NAMES = 60;

/** Where a business itself has put its products: what a new one most likely belongs to. */
export class OwnCategories {
  static readonly NONE = new OwnCategories([]);

  /** The most used first. */
  readonly names: readonly string[];
  readonly #classifier: Classifier;

  constructor(examples: readonly Example[]) {
    const counts = new Map<string, number>();
    for (const { category } of examples) counts.set(category, (counts.get(category) ?? 0) + 1);
    this.names = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_NAMES)
      .map(([name]) => name);
    // One shared word with one product is a coincidence: it must be more than that.
    this.#classifier = new Classifier({ coincidences: 1 }).learn(examples);
  }

  /** The business's category that fits; null when none clearly does. */
  fit(name: string, keywords: readonly string[]): Classification | null {
    const answer = this.#classifier.classify(name, keywords);
    return answer.category === UNCATEGORIZED || answer.confidence < 0.6 ? null : answer;
  }
}
