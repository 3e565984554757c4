import { statement } from '../../platform/database/transaction';
import { CATEGORY_COLUMNS, type Category } from './entities/category.entity';
import type { ProductsContext } from './products.context';

const ALL = statement(
  'categories',
  `SELECT ${CATEGORY_COLUMNS} FROM category c ORDER BY c.depth, c.name_key, c.id`,
);

/** All categories of the business, the top of the tree first, then by name. */
export async function listCategories(context: ProductsContext): Promise<Category[]> {
  const categories = await context.read((transaction) => transaction.query<Category>(ALL));
  for (const category of categories) context.loaders.category.prime(category.id, category);
  return categories;
}
