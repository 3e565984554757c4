/** Letters that Unicode does not decompose into a base letter and a mark. */
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/**
 * The words of a name in lower-case ASCII letters and digits with hyphens between, e.g. "camion-de-juguete", cut after `limit`
 * characters. Empty when the name has neither letters nor digits that ASCII knows.
 */
export function readableCode(name: string, limit: number): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(
      /[^\p{ASCII}]/gu,
      (letter) => WITHOUT_DECOMPOSITION[letter] ?? (/\p{M}/u.test(letter) ? '' : '-'),
    )
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limit)
    .replace(/^-+|-+$/g, '');
}
