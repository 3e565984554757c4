import { statement } from '../../platform/database/transaction';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import { PRODUCT_COLUMNS, type Product } from './entities/product.entity';
import type { ProductSort, QueryProductsArgs } from './generated/resolver-types';
import { allOf, selectionOf, type Selection } from './product-filter';
import { comesAfter, cursorAt, orderBy, ORDERS, positionColumn, positionOf } from './product-orders';
import type { ProductsContext } from './products.context';

/** A product and its place in the list. */
export interface ListedProduct extends Product {
  readonly position: string[];
}

export interface ProductPage extends Connection<Product> {
  /** Of the whole list. Costs a statement of its own, for those who ask. */
  countAll(): Promise<number>;
}

/**
 * One page of the catalogue. A page after a cursor begins behind that place in the order, whatever was added or removed
 * meanwhile.
 * @param sort null when the caller leaves it to us: the best match first when searching, otherwise the newest.
 * @throws BAD_USER_INPUT for arguments that break a rule.
 */
export async function listProducts(
  context: ProductsContext,
  args: Pick<QueryProductsArgs, 'first' | 'after' | 'filter'>,
  sort: ProductSort | null,
): Promise<ProductPage> {
  const size = pageSize(args.first);
  const selection = selectionOf(args.filter);
  const order = ORDERS[sortBy(sort, selection)];
  // Relevance says something about one search only.
  const list = order === ORDERS.RELEVANCE ? (selection.search ?? '') : '';
  const after = args.after == null ? [] : positionOf(order, list, args.after);

  const values = [...selection.values, size + 1, ...after];
  const limit = selection.values.length + 1;
  const conditions = [...selection.conditions, ...(after.length > 0 ? [comesAfter(order, limit + 1)] : [])];
  const page = statement(
    `products ${order.name} ${selection.name}${after.length > 0 ? ' after' : ''}`,
    `SELECT ${PRODUCT_COLUMNS}, ${positionColumn(order)} FROM ${selection.from}
      WHERE ${allOf(conditions)} ORDER BY ${orderBy(order)} LIMIT $${limit}`,
  );
  const rows = await context.read((transaction) => transaction.query<ListedProduct>(page, values));
  return {
    ...connectionOf(rows, { size, after: args.after }, ({ position }) => cursorAt(order, list, position)),
    countAll: () => countAll(context, selection),
  };
}

async function countAll(context: ProductsContext, selection: Selection): Promise<number> {
  const count = statement(
    `products count ${selection.name}`,
    `SELECT count(*)::integer AS total FROM ${selection.from} WHERE ${allOf(selection.conditions)}`,
  );
  const [row] = await context.read((transaction) =>
    transaction.query<{ total: number }>(count, selection.values),
  );
  return row?.total ?? 0;
}

function sortBy(sort: ProductSort | null, { search }: Selection): ProductSort {
  if (search === null) return sort === null || sort === 'RELEVANCE' ? 'NEWEST' : sort;
  return sort ?? 'RELEVANCE';
}
