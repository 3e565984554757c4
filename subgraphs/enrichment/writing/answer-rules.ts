import { z } from 'zod';
import { isStorable } from '../../../platform/validation/validate';
import { languageOf } from '../builtin/language';
import type { Written } from '../jobs/job';
import type { WritingTask } from './provider';

const MIN_LENGTH = 20;
const MAX_LENGTH = 1_500;
const MAX_KEYWORDS = 15;
const MAX_KEYWORD_LENGTH = 50;

const MARKUP =
  /[<>]|`|\*\*|\]\(|^\s*#|https?:|www\.|&(?:#\d+|[a-z]+);|[\p{L}\p{N}._-]+@[\p{L}\p{N}-]+\.\p{L}/imu;
const MONEY =
  /[$€£¥₹₡₲]|\b(?:usd|eur|cop|mxn|ars|clp|pen|inr|gbp)\b\s*\d|\d\s*(?:usd|eur|cop|mxn|ars|clp|pen|inr|gbp|euros?|d[oó]lares|pesos)\b/iu;
/** Promises that only the shop can make. Allowed where the product's own data uses the word. */
const PROMISES =
  /\d+\s?%|\b(?:in stock|out of stock|guarantee[ds]?|warranty|refunds?|money back|free shipping|free delivery|discounts?|on sale|best price|lowest price|limited offer|en existencias?|en stock|garant[ií]a|garantizad[oa]s?|reembolso|devoluci[oó]n|env[ií]o gratis|gratis|descuentos?|rebajas?|rebajad[oa]s?|mejor precio|oferta)\b/giu;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

const answer = z.object({
  description: z.string().trim(),
  category: z.string(),
  keywords: z.array(z.string()).max(1_000),
  confidence: z.number().min(0).max(1),
});

export type CheckedAnswer =
  | { readonly ok: true; readonly written: Written }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * What may be used of a model's text: these four fields, if they keep the rules. Anything else in it, and whatever it claims to
 * be, is dropped. `problems` are whole sentences, for the model that shall mend them and for the person who looks into it.
 */
export function checkAnswer(content: string, task: WritingTask): CheckedAnswer {
  const parsed = answer.safeParse(jsonOf(content));
  if (!parsed.success)
    return { ok: false, problems: ['It is not a JSON object with the fields that were asked for.'] };
  const { description, category, keywords, confidence } = parsed.data;
  const known = task.categories.find((name) => name.toLowerCase() === category.trim().toLowerCase());
  const problems = problemsOf(description, task);
  if (known === undefined) problems.push('The category is not one of the given names.');
  if (known === undefined || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    written: { description, category: known, keywords: usableKeywords(keywords), confidence },
  };
}

function problemsOf(description: string, task: WritingTask): string[] {
  const problems: string[] = [];
  if (description.length < MIN_LENGTH)
    problems.push(`The description has fewer than ${MIN_LENGTH} characters.`);
  if (description.length > MAX_LENGTH)
    problems.push(`The description has more than ${MAX_LENGTH} characters.`);
  if (!isStorable(description) || CONTROL.test(description))
    problems.push('The description has control characters.');
  if (MARKUP.test(description)) problems.push('The description contains markup, a link or an address.');
  if (MONEY.test(description)) problems.push('The description speaks of money or percentages.');
  const promise = newPromise(description, task);
  if (promise !== undefined)
    problems.push(`The description promises something that the data does not say: "${promise}".`);
  const language = languageOf(description);
  if (language !== null && language !== task.language) {
    problems.push(`The description is not in ${task.language === 'en' ? 'English' : 'Spanish'}.`);
  }
  return problems;
}

function newPromise(description: string, { product }: WritingTask): string | undefined {
  const said = [product.name, product.description ?? '', ...product.keywords].join(' ').toLowerCase();
  return [...description.matchAll(PROMISES)]
    .map(([words]) => words.toLowerCase())
    .find((words) => !said.includes(words));
}

/** Keywords are a help, not a reason to pay for another answer: what cannot be used is left out. */
function usableKeywords(keywords: readonly string[]): string[] {
  const usable = keywords
    .map((keyword) => keyword.trim().toLowerCase())
    .filter((keyword) => keyword.length > 0 && keyword.length <= MAX_KEYWORD_LENGTH)
    .filter((keyword) => isStorable(keyword) && ![MARKUP, MONEY, CONTROL].some((rule) => rule.test(keyword)));
  return [...new Set(usable)].slice(0, MAX_KEYWORDS);
}

/** Models without a schema like to wrap their JSON in a code block. */
function jsonOf(content: string): unknown {
  const text = content
    .trim()
    .replace(/^```(?:json)?\s*/i, '')
    .replace(/\s*```$/, '');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
