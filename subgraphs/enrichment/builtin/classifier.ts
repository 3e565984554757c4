import { LEXICON } from './lexicon';
import { UNCATEGORIZED } from './standard-categories';
import { stem, tokensOf, wordsOf } from './tokens';

/** A product whose category is known. */
export interface Example {
  readonly name: string;
  readonly keywords?: readonly string[];
  readonly category: string;
}

export interface Classification {
  readonly category: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How many examples a word of the lexicon is worth, and a pair of words, which is rarer and says more. */
const LEXICON_WEIGHT = 5;
const PHRASE_WEIGHT = 12;
/** A word that hardly ever stands elsewhere has the vote of two. */
const DECISIVE_WEIGHT = 250;
/** What is granted to every category for every word: more would believe a rare word less. */
const SMOOTHING = 0.1;
/** Below this the answer is Uncategorized. */
const LEAST_CONFIDENCE = 0.4;
/** Keywords are about the product as often as about its use. */
const KEYWORD_WEIGHT = 0.7;
const MAX_KEYWORDS = 50;
const MAX_CHARACTERS = 500;

/** Left out, so that "aceite de oliva" is the pair of its two nouns. */
const FUNCTION_WORDS = new Set(
  `the of and in on to by an at or from for with without de del la el los las un una en al su para con sin por`.split(
    ' ',
  ),
);
/** What things of every kind have: no vote of their own, but part of pairs ("tool set"). */
const ATTRIBUTES = new Set(
  `set pack kit pcs piece pieces unidades cm mm kg gr ml oz cl lt und new nuevo nueva black white blue red green negro negra blanco
   blanca azul rojo roja verde men man women woman hombre mujer boys girls large small grande pequeno pequena mini premium`
    .split(/\s+/)
    .map(stem),
);

interface Feature {
  readonly key: string;
  readonly weight: number;
}

/**
 * Says what kind of thing a product is from the words of its name and keywords, English or Spanish, and how sure it is. Each word
 * votes with the share of each category among what is known of it; unknown words do not vote.
 */
export class Classifier {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #categories = new Set<string>();

  /** @param coincidences how many examples a word must count for to say more than nothing. */
  constructor(private readonly options: { readonly coincidences: number } = { coincidences: 0 }) {}

  /** One that knows the standard categories from the lexicon. */
  static standard(): Classifier {
    const classifier = new Classifier();
    for (const [category, words] of Object.entries(LEXICON)) {
      for (const entry of new Set(words.trim().split(/\s+/))) {
        const parts = entry.split('+').flatMap(tokensOf);
        const usual = parts.length > 1 ? PHRASE_WEIGHT : LEXICON_WEIGHT;
        classifier.#add(parts.join(' '), category, entry.endsWith('!') ? DECISIVE_WEIGHT : usual);
      }
    }
    return classifier;
  }

  learn(examples: Iterable<Example>): this {
    for (const { name, keywords, category } of examples) {
      for (const { key, weight } of featuresOf(name, keywords)) this.#add(key, category, weight);
    }
    return this;
  }

  classify(name: string, keywords: readonly string[] = []): Classification {
    const scores = new Map<string, number>();
    const categories = this.#categories.size;
    for (const { key, weight } of featuresOf(name, keywords)) {
      const counts = this.#counts.get(key) ?? new Map<string, number>();
      // A category without this word is the measure: its share is the smoothing alone.
      for (const [category, count] of counts) {
        scores.set(category, (scores.get(category) ?? 0) + weight * voteOf(count));
      }
    }
    if (scores.size === 0) return { category: UNCATEGORIZED, confidence: 0 };
    const others = categories - scores.size;
    const nothing = this.options.coincidences === 0 ? 0 : voteOf(this.options.coincidences);
    const total = [...scores.values()].reduce(
      (sum, score) => sum + Math.exp(score),
      others + Math.exp(nothing) - 1,
    );
    const [category, score] = [...scores].reduce((best, next) => (next[1] > best[1] ? next : best));
    const confidence = Math.exp(score) / total;
    return confidence < LEAST_CONFIDENCE ? { category: UNCATEGORIZED, confidence } : { category, confidence };
  }

  #add(key: string, category: string, weight: number): void {
    this.#categories.add(category);
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    counts.set(category, (counts.get(category) ?? 0) + weight);
    this.#counts.set(key, counts);
  }
}

function voteOf(count: number): number {
  return Math.log((count + SMOOTHING) / SMOOTHING);
}

/**
 * Words and pairs of neighbours. Where in the name a word stands was tried as a weight and told nothing: "dog bed" and "bed for
 * dogs" are the same thing.
 */
function featuresOf(name: string, keywords: readonly string[] = []): Feature[] {
  return [
    ...keysOf(name).map((key) => ({ key, weight: 1 })),
    ...keywords
      .slice(0, MAX_KEYWORDS)
      .flatMap(keysOf)
      .map((key) => ({ key, weight: KEYWORD_WEIGHT })),
  ];
}

function keysOf(text: string): string[] {
  const words = wordsOf(text.slice(0, MAX_CHARACTERS)).filter((word) => !FUNCTION_WORDS.has(word));
  const stems = words.map(stem);
  const pairs = stems.slice(1).map((next, index) => `${stems[index]} ${next}`);
  return [...stems.filter((key) => !ATTRIBUTES.has(key)), ...pairs];
}
