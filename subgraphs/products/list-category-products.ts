import DataLoader from 'dataloader';
import { statement } from '../../platform/database/transaction';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import type { Category } from './entities/category.entity';
import { PRODUCT_COLUMNS, type Product } from './entities/product.entity';
import type { CategoryProductsArgs } from './generated/resolver-types';
import type { ProductPage } from './list-products';
import { subtreeOf } from './product-filter';
import { cursorAt, orderBy, ORDERS, positionColumn, positionOf } from './product-orders';
import type { Read } from './read';

interface PageKey {
  readonly categoryId: string;
  readonly size: number;
  /** The cursor, and the place that it stands for. */
  readonly after: string | null;
  readonly position: readonly string[];
}

interface Row extends Product {
  readonly page: number;
  readonly position: string[];
}

export interface CategoryPages {
  readonly page: DataLoader<PageKey, Connection<Product>, string>;
  readonly total: DataLoader<string, number>;
}

const ORDER = ORDERS.NEWEST;

const PAGES = statement(
  'category-pages',
  `SELECT wanted.page::integer AS page, p.*
     FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::uuid[])
          WITH ORDINALITY AS wanted (category_id, size, after_created, after_id, page)
    CROSS JOIN LATERAL (
      SELECT ${PRODUCT_COLUMNS}, ${positionColumn(ORDER)} FROM product p
       WHERE p.status = 'ACTIVE' AND p.shown_category_id = ANY(ARRAY(${subtreeOf('wanted.category_id')}))
         AND (wanted.after_id IS NULL OR (p.created_at, p.id) < (wanted.after_created, wanted.after_id))
       ORDER BY ${orderBy(ORDER)} LIMIT wanted.size
    ) p
    ORDER BY wanted.page, p."createdAt" DESC, p.id DESC`,
);
const TOTALS = statement(
  'category-totals',
  `SELECT wanted.id, count(p.id)::integer AS total
     FROM unnest($1::uuid[]) AS wanted (id)
     LEFT JOIN product p
       ON p.status = 'ACTIVE' AND p.shown_category_id = ANY(ARRAY(${subtreeOf('wanted.id')}))
    GROUP BY wanted.id`,
);

/** Batched: the pages of any number of categories cost one statement, and their totals another. */
export function createCategoryPages(read: Read): CategoryPages {
  const page = new DataLoader<PageKey, Connection<Product>, string>(
    async (keys) => {
      const values = [
        keys.map((key) => key.categoryId),
        keys.map((key) => key.size + 1),
        keys.map(({ position: [created] }) => created ?? null),
        keys.map(({ position: [, id] }) => id ?? null),
      ];
      const rows = await read((transaction) => transaction.query<Row>(PAGES, values));
      const pages = keys.map((): Row[] => []);
      for (const row of rows) pages[row.page - 1]?.push(row);
      return keys.map((key, index) =>
        connectionOf(pages[index] ?? [], key, (row) => cursorAt(ORDER, key.categoryId, row.position)),
      );
    },
    { cacheKeyFn: ({ categoryId, size, after }) => JSON.stringify([categoryId, size, after]) },
  );
  const total = new DataLoader<string, number>(async (ids) => {
    const rows = await read((transaction) => transaction.query<{ id: string; total: number }>(TOTALS, [ids]));
    const totals = new Map(rows.map((row) => [row.id, row.total]));
    return ids.map((id) => totals.get(id) ?? 0);
  });
  return { page, total };
}

/** ACTIVE products of the category and of all below it, newest first. Throws BAD_USER_INPUT for arguments that break a rule. */
export async function listCategoryProducts(
  pages: CategoryPages,
  category: Category,
  args: CategoryProductsArgs,
): Promise<ProductPage> {
  const after = args.after ?? null;
  const position = after === null ? [] : positionOf(ORDER, category.id, after);
  const key = { categoryId: category.id, size: pageSize(args.first), after, position };
  return { ...(await pages.page.load(key)), countAll: () => pages.total.load(category.id) };
}
