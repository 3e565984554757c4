import { z } from 'zod';
import { statement, type Transaction } from '../../platform/database/transaction';
import { eventHandler } from '../../platform/events/event-handler';
import { CATEGORY_COLUMNS, type Category } from './entities/category.entity';
import { insertCategory, lockCategories } from './insert-category';
import { STANDARD_CATEGORIES, UNCATEGORIZED } from './standard-categories';

const payload = z.object({
  productId: z.uuid(),
  description: z.string().max(5_000).nullable(),
  category: z.string().max(200).nullable(),
  keywords: z.array(z.string().max(100)).max(50),
});

const FILL = statement(
  'product-fill',
  `UPDATE product SET enriched_description = $2, enriched_keywords = $3, enriched_category_id = $4, updated_at = now()
    WHERE id = $1`,
);
// A person's category before one that enrichment made, the nearest to the top of the tree before those below.
const BY_NAME = statement(
  'category-by-name',
  `SELECT ${CATEGORY_COLUMNS} FROM category c WHERE c.name_key = lower($1)
    ORDER BY c.origin = 'ENRICHMENT', c.depth, c.id LIMIT 1`,
);

/** Fills in enrichment's own words, which show where a person has written none. An unknown product is nothing to fill. */
export const applyEnrichment = eventHandler({
  version: 1,
  payload,
  async handle(transaction, _event, { productId, description, category, keywords }) {
    const shelf = category === null ? null : await shelfNamed(transaction, category);
    await transaction.query(FILL, [productId, description, keywords, shelf?.id ?? null]);
  },
});

async function shelfNamed(transaction: Transaction, name: string): Promise<Category | null> {
  const standard = STANDARD_CATEGORIES.find((each) => each.toLowerCase() === name.toLowerCase());
  if (name.toLowerCase() === UNCATEGORIZED.toLowerCase()) return null;
  const existing = await findByName(transaction, name);
  if (existing !== null || standard === undefined) return existing;
  await lockCategories(transaction);
  const created = await insertCategory(transaction, { name: standard, parent: null, origin: 'ENRICHMENT' });
  // Another transaction may have created it while this one waited for the lock.
  return created ?? findByName(transaction, standard);
}

async function findByName(transaction: Transaction, name: string): Promise<Category | null> {
  const [category] = await transaction.query<Category>(BY_NAME, [name]);
  return category ?? null;
}
