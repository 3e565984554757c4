/** Written as one word or two, with or without a hyphen: one word here. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bt[\s-]?shirt/g, 'tshirt'],
  [/\be[\s-]?book/g, 'ebook'],
  [/\bwi[\s-]?fi\b/g, 'wifi'],
  [/\bhand[\s-]?bag/g, 'handbag'],
  [/\bback[\s-]?pack/g, 'backpack'],
  [/\bearphone|\bear[\s-]?bud/g, 'earbud'],
  [/\bcu[\s-]?ring\b/g, 'curing'],
  [/\bdvd\b|\bblu[\s-]?ray\b/g, 'dvd'],
];

/** The words of a text: lower case, without accents, each reduced to what its singular, plural and genders share. */
export function tokensOf(text: string): string[] {
  return wordsOf(text).map(stem);
}

/** The words of a text: lower case, without accents, numbers left out. */
export function wordsOf(text: string): string[] {
  let plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s\b/g, '');
  for (const [pattern, word] of COMPOUNDS) plain = plain.replace(pattern, word);
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !/\d/.test(word));
}

/** camisetas, camiseta → camiset; boxes → box; pantalones → pantalon; batteries, battery → batteri; lápices, lápiz → lapic. */
export function stem(word: string): string {
  let rest = word;
  if (/(?:x|ch|sh|ss)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (rest.length > 3 && rest.endsWith('s') && !rest.endsWith('ss')) rest = rest.slice(0, -1);
  // Shorter words would meet others: mes and mesa.
  if (rest.length > 4 && /[aeo]$/.test(rest)) rest = rest.slice(0, -1);
  return rest.length > 3 ? rest.replace(/y$/, 'i').replace(/z$/, 'c') : rest;
}
