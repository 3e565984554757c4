import type { Example } from './classifier';
import type { Language } from './language';
import { STANDARD_CATEGORIES, type StandardCategory } from './standard-categories';

export interface LabelledProduct extends Example {
  readonly language: Language;
  readonly keywords: readonly string[];
}

/** Products from lines of `language|name|keyword, keyword` under their category. */
export function labelled(lines: Readonly<Record<StandardCategory, string>>): LabelledProduct[] {
  return STANDARD_CATEGORIES.flatMap((category) =>
    lines[category]
      .trim()
      .split('\n')
      .map((line) => {
        const [language, name = '', keywords = ''] = line.trim().split('|');
        return {
          language: language === 'es' ? ('es' as const) : ('en' as const),
          name,
          keywords: keywords.split(',').flatMap((keyword) => keyword.trim() || []),
          category,
        };
      }),
  );
}
