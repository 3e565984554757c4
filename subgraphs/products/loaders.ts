import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import { statement, type Statement } from '../../platform/database/transaction';
import { CATEGORY_COLUMNS, type Category } from './entities/category.entity';
import { PRODUCT_COLUMNS, type Product } from './entities/product.entity';
import { createCategoryPages, type CategoryPages } from './list-category-products';
import type { Read } from './read';

/** Reads of one request, batched: a list of any length costs one statement for each kind. */
export interface Loaders {
  /** By id; null where there is none, and for an id that could not be one. Archived products too. */
  readonly product: DataLoader<string, Product | null>;
  /** By id, likewise. Brings the ancestors along, so that walking up the tree costs nothing more. */
  readonly category: DataLoader<string, Category | null>;
  readonly categoryPages: CategoryPages;
}

const PRODUCTS = statement(
  'products-by-id',
  `SELECT ${PRODUCT_COLUMNS} FROM product p WHERE p.id = ANY($1::uuid[])`,
);
const CATEGORIES = statement(
  'categories-by-id',
  `WITH RECURSIVE line AS (
     SELECT id, parent_id FROM category WHERE id = ANY($1::uuid[])
     UNION
     SELECT parent.id, parent.parent_id FROM category parent JOIN line ON parent.id = line.parent_id
   )
   SELECT ${CATEGORY_COLUMNS} FROM category c WHERE c.id IN (SELECT id FROM line)`,
);

export function createLoaders(read: Read): Loaders {
  const category = byId<Category>(read, CATEGORIES, (rows) => {
    for (const row of rows) category.prime(row.id, row);
  });
  return { product: byId<Product>(read, PRODUCTS), category, categoryPages: createCategoryPages(read) };
}

function byId<Row extends { readonly id: string }>(
  read: Read,
  sql: Statement,
  onRows: (rows: readonly Row[]) => void = () => undefined,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const possible = ids.filter((id) => isUuid(id));
    if (possible.length === 0) return ids.map(() => null);
    const rows = await read((transaction) => transaction.query<Row>(sql, [possible]));
    onRows(rows);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id.toLowerCase()) ?? null);
  });
}
