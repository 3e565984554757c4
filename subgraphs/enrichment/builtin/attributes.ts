import type { Language } from './language';
import type { StandardCategory } from './standard-categories';
import { wordsOf } from './tokens';

/** A word of product names that says something on its own: in English, in Spanish, and the further words for the same. */
type Attribute = readonly [en: string, es: string, ...words: string[]];

const MATERIALS: readonly Attribute[] = [
  ['cotton', 'algodón', 'algodon'],
  ['leather', 'cuero', 'cuero'],
  ['wool', 'lana', 'lana'],
  ['silk', 'seda', 'seda'],
  ['linen', 'lino', 'lino'],
  ['denim', 'denim'],
  ['polyester', 'poliéster', 'poliester'],
  ['wood', 'madera', 'wooden', 'madera'],
  ['bamboo', 'bambú', 'bambu'],
  ['ceramic', 'cerámica', 'ceramica'],
  ['porcelain', 'porcelana', 'porcelana'],
  ['steel', 'acero', 'acero'],
  ['aluminium', 'aluminio', 'aluminum', 'aluminio'],
  ['plastic', 'plástico', 'plastico'],
  ['rubber', 'caucho', 'caucho'],
  ['silicone', 'silicona', 'silicona'],
  ['gold', 'oro', 'oro'],
  ['silver', 'plata', 'plata'],
  ['diamond', 'diamante', 'diamante'],
];

const COLOURS: readonly Attribute[] = [
  ['black', 'negro', 'negro', 'negra'],
  ['white', 'blanco', 'blanco', 'blanca'],
  ['red', 'rojo', 'rojo', 'roja'],
  ['blue', 'azul', 'azul'],
  ['green', 'verde', 'verde'],
  ['yellow', 'amarillo', 'amarillo', 'amarilla'],
  ['pink', 'rosado', 'rosado', 'rosada'],
  ['purple', 'morado', 'morado', 'morada'],
  ['brown', 'marrón', 'marron'],
  ['grey', 'gris', 'gray', 'gris'],
  ['beige', 'beige'],
];

const LOOKS: readonly Attribute[] = [
  ['printed', 'con estampado', 'estampado', 'estampada'],
  ['embroidered', 'con bordado', 'bordado', 'bordada'],
  ['striped', 'a rayas', 'rayas'],
  ['floral', 'floral'],
  ['casual', 'de estilo casual'],
  ['formal', 'de estilo formal'],
  ['handmade', 'hecho a mano', 'artesanal'],
  ['foldable', 'plegable', 'folding', 'plegable'],
];

const AUDIENCES: readonly Attribute[] = [
  ['women', 'mujer', 'womens', 'woman', 'mujer', 'mujeres', 'dama', 'damas'],
  ['men', 'hombre', 'mens', 'man', 'hombre', 'hombres', 'caballero'],
  ['girls', 'niña', 'girl', 'nina', 'ninas'],
  ['boys', 'niño', 'boy', 'nino'],
  ['children', 'niños', 'kids', 'kid', 'ninos'],
];

export interface Attributes {
  readonly materials: readonly string[];
  readonly colours: readonly string[];
  readonly looks: readonly string[];
  readonly audiences: readonly string[];
  /** As they are written: "500 g", "38.1 cm". */
  readonly measures: readonly string[];
}

/*
 * Where such words speak of the thing itself. Elsewhere they do not: green tea, black pepper, wood screws, leather cleaner,
 * "Little Women".
 */
const OF_VISIBLE_THINGS: ReadonlySet<string> = new Set<StandardCategory>([
  'Apparel & Accessories',
  'Baby & Toddler',
  'Furniture',
  'Home & Garden',
  'Luggage & Bags',
  'Toys & Games',
]);
const FOR_SOMEBODY: ReadonlySet<string> = new Set<StandardCategory>([
  'Apparel & Accessories',
  'Health & Beauty',
  'Luggage & Bags',
  'Sporting Goods',
  'Toys & Games',
]);
/** What is for a material, and not of it. */
const TREATMENTS =
  /\b(?:cleaner|cleaning|polish|conditioner|detergent|glue|paint|wax|care|wash|limpiador|limpieza|limpia|detergente|pegante|pintura|cera|cuidado|brillo|lavar)\b/;

const MEASURE =
  /(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)?\s?(?:x\s?\d+(?:[.,]\d+)?\s?)*(?:cm|mm|m|km|kg|g|gr|mg|l|lt|ml|cl|oz|lb|gb|tb|mb|mah|w|v|inch|inches|pulgadas|carats?|quilates)(?![\p{L}\p{N}])/giu;

/** What a product's texts say of it, in the words of the given language; nothing where that would be a guess. */
export function attributesOf(texts: readonly string[], language: Language, category: string): Attributes {
  const words = texts.flatMap(wordsOf);
  const visible = OF_VISIBLE_THINGS.has(category) && !TREATMENTS.test(words.join(' '));
  const found = (attributes: readonly Attribute[]): string[] =>
    attributes
      .filter(([en, , ...others]) => words.some((word) => word === en || others.includes(word)))
      .map(([en, es]) => (language === 'en' ? en : es));
  const measures = texts.flatMap((text) => [...text.matchAll(MEASURE)].map(([measure]) => measure.trim()));
  return {
    materials: visible ? found(MATERIALS) : [],
    colours: visible ? found(COLOURS) : [],
    looks: visible ? found(LOOKS) : [],
    audiences: FOR_SOMEBODY.has(category) ? found(AUDIENCES) : [],
    measures: [...new Set(measures)],
  };
}
