import { statement, type Transaction } from '../../platform/database/transaction';
import { badUserInput } from '../../platform/graphql/errors';
import { text, validate } from '../../platform/validation/validate';
import { MAX_CATEGORY_DEPTH, type Category } from './entities/category.entity';
import { findCategory } from './find-category';
import type { MutationCreateCategoryArgs } from './generated/resolver-types';
import { insertCategory, lockCategories } from './insert-category';
import type { ProductsContext } from './products.context';

/** They are listed whole. */
const MAX_CATEGORIES = 1_000;

const COUNT = statement('category-count', 'SELECT count(*)::integer AS total FROM category');
const name = text('Name', 1, 200);

/**
 * Adds a category to the tree. Throws BAD_USER_INPUT for a name that breaks a rule or exists beside it already, an unknown parent,
 * a sixth level, and the category after the thousandth.
 */
export async function createCategory(
  context: ProductsContext,
  args: MutationCreateCategoryArgs,
): Promise<Category> {
  const checked = validate(name, args.name, 'name');
  if (!checked.ok) throw badUserInput(checked.error.message);
  return context.transaction(async (transaction) => {
    await lockCategories(transaction);
    const parent = args.parentId == null ? null : await parentOf(transaction, args.parentId);
    const [count] = await transaction.query<{ total: number }>(COUNT);
    if ((count?.total ?? 0) >= MAX_CATEGORIES) throw badUserInput('There are 1,000 categories already.');
    const category = await insertCategory(transaction, { name: checked.value, parent, origin: 'PERSON' });
    if (category === null) throw badUserInput(`There is a category "${checked.value}" here already.`);
    return category;
  });
}

async function parentOf(transaction: Transaction, id: string): Promise<Category> {
  const parent = await findCategory(transaction, id);
  if (parent === null) throw badUserInput('"parentId" is no category.');
  if (parent.depth === MAX_CATEGORY_DEPTH)
    throw badUserInput(`Categories have at most ${MAX_CATEGORY_DEPTH} levels.`);
  return parent;
}
