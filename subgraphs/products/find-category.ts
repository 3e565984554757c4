import { validate as isUuid } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import { CATEGORY_COLUMNS, type Category } from './entities/category.entity';

const BY_ID = statement('category-by-id', `SELECT ${CATEGORY_COLUMNS} FROM category c WHERE c.id = $1`);

/** The category, inside a transaction that is going to refer to it; null where there is none. */
export async function findCategory(transaction: Transaction, id: string): Promise<Category | null> {
  if (!isUuid(id)) return null;
  const [category] = await transaction.query<Category>(BY_ID, [id]);
  return category ?? null;
}
