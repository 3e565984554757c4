import { createHash } from 'node:crypto';
import type { ProductSnapshot } from '../jobs/job';
import { attributesOf, type Attributes } from './attributes';
import type { Language } from './language';
import { wordsOf } from './tokens';

interface Phrases {
  readonly openings: readonly string[];
  readonly details: readonly string[];
  readonly keywords: readonly string[];
  readonly closings: readonly string[];
  readonly and: string;
  readonly inColour: (colours: string) => string;
  readonly forWhom: (people: string) => string;
}

/*
 * Sentences without a verb or article that would have to agree with a noun nobody here understands, and without a claim
 * that is not in the data.
 */
const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    openings: [
      'Meet {name}.',
      'Introducing {name}.',
      'Say hello to {name}.',
      'Take a closer look at {name}.',
    ],
    details: ['At a glance: {details}.', 'The details: {details}.', 'What to know first: {details}.'],
    keywords: [
      'Good to know: {keywords}.',
      'Also worth a mention: {keywords}.',
      'In a few words: {keywords}.',
    ],
    closings: [
      'Add it to your order whenever you are ready.',
      'See whether it is the one you have been looking for.',
      'Take your time to look, and choose what suits you.',
    ],
    and: 'and',
    inColour: (colours) => `in ${colours}`,
    forWhom: (people) => `for ${people}`,
  },
  es: {
    openings: ['Te presentamos: {name}.', 'Míralo de cerca: {name}.', 'Descúbrelo aquí: {name}.'],
    details: [
      'De un vistazo: {details}.',
      'Los detalles: {details}.',
      'Lo primero que hay que saber: {details}.',
    ],
    keywords: [
      'Para tener en cuenta: {keywords}.',
      'También vale la pena mencionar: {keywords}.',
      'En pocas palabras: {keywords}.',
    ],
    closings: [
      'Agrégalo a tu pedido cuando quieras.',
      'Mira si es lo que estabas buscando.',
      'Tómate tu tiempo para mirar y elige lo que va contigo.',
    ],
    and: 'y',
    inColour: (colours) => `en ${colours}`,
    forWhom: (people) => `para ${people}`,
  },
};

const MAX_NAME = 200;
const MAX_MEASURES = 3;
const MAX_KEYWORDS = 50;
const MAX_KEYWORDS_SAID = 6;
const MAX_KEYWORD = 40;

/**
 * A product page's text that says nothing but what the data says. The same data always gives the same text.
 * @param category standard category of the product: it decides which words are about the thing itself.
 */
export function composeDescription(product: ProductSnapshot, language: Language, category: string): string {
  const phrases = PHRASES[language];
  const choose = chooser(`${product.sku}\n${product.name}`);
  const name = plain(product.name).slice(0, MAX_NAME) || plain(product.sku);
  const details = detailsOf(
    attributesOf([product.name, ...product.keywords.slice(0, MAX_KEYWORDS)], language, category),
    phrases,
  );
  const keywords = newWords(product);
  const sentences = [choose(phrases.openings).replace('{name}', () => withoutFullStop(name))];
  if (details.length > 0)
    sentences.push(choose(phrases.details).replace('{details}', () => details.join(', ')));
  if (keywords.length > 0)
    sentences.push(choose(phrases.keywords).replace('{keywords}', () => listOf(keywords, phrases.and)));
  sentences.push(choose(phrases.closings));
  return sentences.join(' ');
}

/** Looks, material, colours, measures, and for whom: "striped, cotton, in blue and white, for men and boys". */
function detailsOf(attributes: Attributes, { and, inColour, forWhom }: Phrases): string[] {
  const { materials, colours, looks, audiences, measures } = attributes;
  return [
    ...looks,
    ...(materials.length > 0 ? [listOf(materials, and)] : []),
    ...(colours.length > 0 ? [inColour(listOf(colours, and))] : []),
    ...measures.slice(0, MAX_MEASURES),
    ...(audiences.length > 0 ? [forWhom(listOf(audiences, and))] : []),
  ];
}

/** Keywords that the name has not said already, as the seller wrote them. */
function newWords(product: ProductSnapshot): string[] {
  const said = new Set(wordsOf(product.name));
  return product.keywords
    .map(plain)
    .filter((keyword) => keyword.length > 0 && keyword.length <= MAX_KEYWORD)
    .filter((keyword) => wordsOf(keyword).some((word) => !said.has(word)))
    .slice(0, MAX_KEYWORDS_SAID);
}

/** Whatever a name contains, the text has no markup, links or line breaks. */
function plain(text: string): string {
  return text
    .replace(/https?:\/\/\S*|www\.\S*/gi, ' ')
    .replace(/[<>`*#[\]{}\\|_]|\p{C}/gu, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(/&(?=#?\w+;)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}

function listOf(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  // "y" becomes "e" before the sound of i.
  const last = items.at(-1) ?? '';
  const word = and === 'y' && /^h?i(?!e)/i.test(last) ? 'e' : and;
  return `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Variety without chance: the choices follow from the product. */
function chooser(seed: string): (items: readonly string[]) => string {
  const bytes = createHash('sha256').update(seed).digest();
  let next = 0;
  return (items) => items[(bytes[next++ % bytes.length] ?? 0) % items.length] ?? '';
}
