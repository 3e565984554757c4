import { statement } from '../../platform/database/transaction';
import { badUserInput } from '../../platform/graphql/errors';
import { isStorable } from '../../platform/validation/validate';
import { PRODUCT_COLUMNS, type Product } from './entities/product.entity';
import type { ProductsContext } from './products.context';

const BY_SKU = statement('product-by-sku', `SELECT ${PRODUCT_COLUMNS} FROM product p WHERE p.sku = $1`);

/** The product with exactly that SKU, archived or not. Throws BAD_USER_INPUT for text that cannot be one. */
export async function findProductBySku(context: ProductsContext, sku: string): Promise<Product | null> {
  if (!isStorable(sku)) throw badUserInput('"sku" contains characters that no SKU has.');
  const [product] = await context.read((transaction) => transaction.query<Product>(BY_SKU, [sku.trim()]));
  return product ?? null;
}
