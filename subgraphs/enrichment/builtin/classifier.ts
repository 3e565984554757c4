import { LEXICON } from './lexicon';
import { stem, tokensOf, wordsOf } from './tokens';
import { UNCATEGORIZED } from './standard-categories';

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

/** How many examples a word of the lexicon is worth. */
const LEXICON_WEIGHT = 4;
const PHRASE_WEIGHT = 12;
/** What is granted to every category for every word: high values believe a rare word less. */
const SMOOTHING = 0.25;
/** Words that a product name gives for whom or with what it is: they say less than what it is. */
const TURNING_WORDS = new Set(['for', 'with', 'para', 'con', 'sin', 'without', 'from', 'por']);
/** Held together by nothing: left out, so that "aceite de oliva" is the pair of its two nouns. */
const FUNCTION_WORDS = new Set(
  'the of and in on to by an at or from de del la el los las un una en al su for with without para con sin por'.split(
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
const KEYWORD_WEIGHT = 0.7;
const AFTER_TURN_WEIGHT = 0.45;
const FIRST_OR_LAST_WEIGHT = 1.25;

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

  /** @param lessThan below this confidence the answer is Uncategorized. */
  constructor(private readonly lessThan = 0.4) {}

  /** One that knows the standard categories from the lexicon. */
  static standard(lessThan?: number): Classifier {
    const classifier = new Classifier(lessThan);
    for (const [category, words] of Object.entries(LEXICON)) {
      for (const entry of new Set(words.trim().split(/\s+/))) {
        const parts = entry.split('+').flatMap(tokensOf);
        classifier.#add(parts.join(' '), category, parts.length > 1 ? PHRASE_WEIGHT : LEXICON_WEIGHT);
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
    let votes = 0;
    for (const { key, weight } of featuresOf(name, keywords)) {
      const counts = this.#counts.get(key);
      if (counts === undefined) continue;
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const nothing = SMOOTHING / (total + SMOOTHING * categories);
      votes += weight;
      for (const [category, count] of counts) {
        const share = (count + SMOOTHING) / (total + SMOOTHING * categories);
        scores.set(category, (scores.get(category) ?? 0) + weight * Math.log(share / nothing));
      }
    }
    if (votes === 0) return { category: UNCATEGORIZED, confidence: 0 };
    return this.#best(scores);
  }

  #best(scores: ReadonlyMap<string, number>): Classification {
    const unscored = this.#categories.size - scores.size;
    const total = [...scores.values()].reduce((sum, score) => sum + Math.exp(score), unscored);
    const [category, score] = [...scores].reduce((best, next) => (next[1] > best[1] ? next : best));
    const confidence = Math.exp(score) / total;
    return confidence < this.lessThan ? { category: UNCATEGORIZED, confidence } : { category, confidence };
  }

  #add(key: string, category: string, weight: number): void {
    this.#categories.add(category);
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    counts.set(category, (counts.get(category) ?? 0) + weight);
    this.#counts.set(key, counts);
  }
}

/** Words, and pairs of neighbours, each with how much its place in the name makes it say. */
function featuresOf(name: string, keywords: readonly string[] = []): Feature[] {
  const features = nameFeatures(name);
  for (const keyword of keywords.slice(0, 50)) {
    for (const { key, weight } of nameFeatures(keyword))
      features.push({ key, weight: weight * KEYWORD_WEIGHT });
  }
  return features;
}

function nameFeatures(text: string): Feature[] {
  const words = wordsOf(text.slice(0, 500));
  const turn = words.findIndex((word) => TURNING_WORDS.has(word));
  const stemsOf = (part: readonly string[]): string[] =>
    part.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
  const isSaying = (key: string): boolean => !ATTRIBUTES.has(key);
  const head = stemsOf(words.slice(0, turn === -1 ? words.length : turn));
  const rest = stemsOf(turn === -1 ? [] : words.slice(turn));
  const saying = head.filter(isSaying);
  const all = [...head, ...rest];
  return [
    ...saying.map((key, index) => {
      const atAnEnd = index === 0 || index === saying.length - 1;
      return { key, weight: atAnEnd ? FIRST_OR_LAST_WEIGHT : 1 };
    }),
    ...rest.filter(isSaying).map((key) => ({ key, weight: AFTER_TURN_WEIGHT })),
    ...all.slice(1).map((key, index) => ({ key: `${all[index]} ${key}`, weight: 1 })),
  ];
}
