import type { Language } from './language';
import { stem, wordsOf } from './tokens';

/** Words of product names that say something on their own, in both languages: what it is made of, how it looks, for whom it is. */
const ATTRIBUTES: Readonly<
  Record<AttributeKind, readonly (readonly [en: string, es: string, ...words: string[]])[]>
> = {
  material: [
    ['cotton', 'algodón', 'algodon'],
    ['leather', 'cuero'],
    ['wool', 'lana'],
    ['silk', 'seda'],
    ['linen', 'lino'],
    ['denim', 'denim'],
    ['polyester', 'poliéster', 'poliester'],
    ['wood', 'madera', 'wooden'],
    ['bamboo', 'bambú', 'bambu'],
    ['ceramic', 'cerámica', 'ceramica'],
    ['porcelain', 'porcelana'],
    ['glass', 'vidrio', 'cristal'],
    ['steel', 'acero'],
    ['aluminium', 'aluminio', 'aluminum'],
    ['plastic', 'plástico', 'plastico'],
    ['rubber', 'caucho'],
    ['silicone', 'silicona'],
    ['gold', 'oro'],
    ['silver', 'plata'],
    ['diamond', 'diamante'],
    ['alloy', 'aleación', 'aleacion'],
    ['cast iron', 'hierro', 'hierro'],
  ],
  colour: [
    ['black', 'negro', 'negra'],
    ['white', 'blanco', 'blanca'],
    ['red', 'rojo', 'roja'],
    ['blue', 'azul'],
    ['green', 'verde'],
    ['yellow', 'amarillo', 'amarilla'],
    ['pink', 'rosado', 'rosada', 'rosa'],
    ['purple', 'morado', 'morada'],
    ['brown', 'café', 'marron'],
    ['grey', 'gris', 'gray'],
    ['beige', 'beige'],
    ['multicolour', 'multicolor', 'multicolor'],
  ],
  look: [
    ['printed', 'con estampado', 'estampado', 'estampada'],
    ['embroidered', 'con bordado', 'bordado', 'bordada'],
    ['striped', 'a rayas', 'rayas'],
    ['checked', 'a cuadros', 'checkered', 'cuadros'],
    ['floral', 'con flores', 'flores'],
    ['plain', 'en un solo tono', 'liso', 'lisa', 'solid'],
    ['casual', 'de estilo casual'],
    ['formal', 'de estilo formal'],
    ['handmade', 'hecho a mano', 'artesanal'],
    ['portable', 'portátil', 'portatil'],
    ['wireless', 'sin cables', 'inalambrico', 'inalambrica'],
    ['folding', 'plegable', 'foldable', 'plegable'],
    ['organic', 'orgánico', 'organico', 'organica'],
  ],
  audience: [
    ['for women', 'para mujer', 'women', 'womens', 'woman', 'mujer', 'mujeres', 'dama', 'damas'],
    ['for men', 'para hombre', 'men', 'mens', 'man', 'hombre', 'hombres', 'caballero'],
    ['for girls', 'para niña', 'girls', 'girl', 'nina', 'ninas'],
    ['for boys', 'para niño', 'boys', 'boy', 'nino'],
    ['for babies', 'para bebé', 'baby', 'babies', 'bebe', 'bebes'],
    ['for children', 'para niños', 'kids', 'kid', 'children', 'ninos'],
    ['for dogs', 'para perro', 'dog', 'dogs', 'perro', 'perros'],
    ['for cats', 'para gato', 'cat', 'cats', 'gato', 'gatos'],
  ],
};

type AttributeKind = 'material' | 'colour' | 'look' | 'audience';
export type Attributes = Readonly<Record<AttributeKind, readonly string[]>> & {
  /** Measures as they are written: "500 g", "38.1 cm". */
  readonly measures: readonly string[];
};

const MEASURE =
  /(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)?\s?(?:x\s?\d+(?:[.,]\d+)?\s?)*(?:cm|mm|m|km|kg|g|gr|mg|l|lt|ml|cl|oz|lb|gb|tb|mb|mah|w|v|inch|inches|pulgadas|carats?|quilates)(?![\p{L}\p{N}])/giu;

/*
 * By language: words that mean one thing in the other one ("sin", "red", "real") are only read in their own. A text whose
 * language is not known is read with both, the product's own first.
 */
const INDEX = indexOf();

function indexOf(): Map<string, { kind: AttributeKind; en: string; es: string }> {
  const index = new Map<string, { kind: AttributeKind; en: string; es: string }>();
  for (const kind of ['material', 'colour', 'look', 'audience'] as const) {
    for (const [en, es, ...words] of ATTRIBUTES[kind]) {
      for (const word of [en.split(' ').at(-1) ?? en, ...words]) index.set(word, { kind, en, es });
    }
  }
  return index;
}

/** What a name and its keywords say, in the words of the given language. */
export function attributesOf(texts: readonly string[], language: Language): Attributes {
  const found: Record<AttributeKind, Set<string>> = {
    material: new Set(),
    colour: new Set(),
    look: new Set(),
    audience: new Set(),
  };
  for (const word of texts.flatMap(wordsOf)) {
    const attribute = INDEX.get(word);
    if (attribute !== undefined) found[attribute.kind].add(attribute[language]);
  }
  const measures = texts.flatMap((text) => [...text.matchAll(MEASURE)].map(([measure]) => measure.trim()));
  return {
    material: [...found.material],
    colour: [...found.colour],
    look: [...found.look],
    audience: [...found.audience],
    measures: [...new Set(measures)],
  };
}

/** Every word that the attributes are made of, for telling them from other words. */
export function isAttributeWord(word: string): boolean {
  return INDEX.has(word) || INDEX.has(stem(word));
}
