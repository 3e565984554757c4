import { NIL, validate as isUuid } from 'uuid';
import { badUserInput } from '../../platform/graphql/errors';
import { isStorable } from '../../platform/validation/validate';
import type { ProductFilter } from './generated/resolver-types';

const MAX_SEARCH_LENGTH = 200;
const MAX_SKUS = 100;

/** Which products a list is of, as parts of a statement: `p` is the product, `f` what the search found. */
export interface Selection {
  /** Tells apart all texts that the other parts can have. */
  readonly name: string;
  readonly from: string;
  readonly conditions: readonly string[];
  /** The parameters from `$1` on. */
  readonly values: readonly unknown[];
  /** What is searched for; null when nothing is. */
  readonly search: string | null;
}

/** The category that `$place` names, and all below it. */
export const subtreeOf = (category: string): string => `
  WITH RECURSIVE subtree AS (
    SELECT id FROM category WHERE id = ${category}
    UNION ALL
    SELECT child.id FROM category child JOIN subtree ON child.parent_id = subtree.id
  ) SELECT id FROM subtree`;

/**
 * ACTIVE products unless the filter names a status (null: any); all of its conditions hold together. An unknown category has
 * no products. Throws BAD_USER_INPUT for text that cannot be searched for, and for more than 100 SKUs.
 */
export function selectionOf(filter: ProductFilter | null | undefined): Selection {
  const search = searchOf(filter?.search);
  const status = filter?.status === undefined ? 'ACTIVE' : filter.status;
  const parts: string[] = [];
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (part: string, value: unknown, condition: (parameter: string) => string): void => {
    parts.push(part);
    conditions.push(condition(`$${values.push(value)}`));
  };

  if (search !== null) values.push(search);
  if (status !== null) where('status', status, (parameter) => `p.status = ${parameter}`);
  if (filter?.categoryId != null) {
    const category = isUuid(filter.categoryId) ? filter.categoryId : NIL;
    where('category', category, (parameter) => `p.shown_category_id = ANY(ARRAY(${subtreeOf(parameter)}))`);
  }
  if (filter?.skus != null)
    where('skus', skusOf(filter.skus), (parameter) => `p.sku = ANY(${parameter}::text[])`);

  return {
    name: [search === null ? 'all' : 'search', ...parts].join('-'),
    from: search === null ? 'product p' : 'search_products($1) f JOIN product p ON p.id = f.product_id',
    conditions,
    values,
    search,
  };
}

/** For WHERE; nothing to hold is true. */
export function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

function searchOf(search: string | null | undefined): string | null {
  const wanted = search?.trim() ?? '';
  if (wanted === '') return null;
  if (!isStorable(wanted)) throw badUserInput('"search" contains characters that no text has.');
  if (wanted.length > MAX_SEARCH_LENGTH)
    throw badUserInput(`"search" must have at most ${MAX_SEARCH_LENGTH} characters.`);
  return wanted;
}

function skusOf(skus: readonly string[]): readonly string[] {
  if (skus.length > MAX_SKUS) throw badUserInput(`"skus" must have at most ${MAX_SKUS} entries.`);
  if (!skus.every(isStorable)) throw badUserInput('"skus" contains characters that no SKU has.');
  return skus;
}
