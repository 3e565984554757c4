import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import { CATEGORY_COLUMNS, type Category } from './entities/category.entity';
import { readableCode } from './readable-code';

// Categories are made seldom: one at a time in a business, so that counting them and choosing a slug is not a race.
const LOCK = statement('category-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))');
const SLUGS = statement(
  'category-slugs',
  `SELECT slug FROM category WHERE parent_id IS NOT DISTINCT FROM $1 AND (slug = $2 OR (slug > $2 || '-' AND slug < $2 || '.'))`,
);
const INSERT = statement(
  'category-insert',
  `INSERT INTO category AS c (tenant_id, id, parent_id, depth, name, slug, origin) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT ON CONSTRAINT category_name DO NOTHING RETURNING ${CATEGORY_COLUMNS}`,
);
const LONGEST_CODE = 70;

/** Makes the transaction the only one that inserts categories of this business until it ends. */
export async function lockCategories(transaction: Transaction): Promise<void> {
  await transaction.query(LOCK, [`categories ${transaction.tenantId}`]);
}

/**
 * Inserts a category with a slug of its name; null when its parent has one of that name already, whatever the case of its
 * letters. To be called under {@link lockCategories}.
 */
export async function insertCategory(
  transaction: Transaction,
  category: { readonly name: string; readonly parent: Category | null; readonly origin: Category['origin'] },
): Promise<Category | null> {
  const { name, parent, origin } = category;
  const code = readableCode(name, LONGEST_CODE) || 'category';
  const taken = await transaction.query<{ slug: string }>(SLUGS, [parent?.id ?? null, code]);
  const slug = freeSlug(code, new Set(taken.map((row) => row.slug)));
  const [inserted] = await transaction.query<Category>(INSERT, [
    transaction.tenantId,
    uuidv7(),
    parent?.id ?? null,
    (parent?.depth ?? 0) + 1,
    name,
    slug,
    origin,
  ]);
  return inserted ?? null;
}

function freeSlug(code: string, taken: ReadonlySet<string>): string {
  let slug = code;
  for (let number = 2; taken.has(slug); number++) slug = `${code}-${number}`;
  return slug;
}
