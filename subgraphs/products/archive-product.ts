import { validate as isUuid } from 'uuid';
import { statement } from '../../platform/database/transaction';
import type { Product } from './entities/product.entity';
import { productArchived, productAudited } from './product-events';
import type { ProductsContext } from './products.context';
import { productNotFound, type ProductNotFound } from './refusals';

const ARCHIVE = statement(
  'product-archive',
  `UPDATE product SET status = 'ARCHIVED', updated_at = now() WHERE id = $1 AND status = 'ACTIVE' RETURNING id, sku`,
);

/** Takes a product out of sale; it can still be read by its id. Repeated, it changes nothing. */
export async function archiveProduct(
  context: ProductsContext,
  id: string,
): Promise<(Product & { __typename: 'Product' }) | ProductNotFound> {
  if (!isUuid(id)) return productNotFound(id);
  await context.transaction(async (transaction) => {
    const [archived] = await transaction.query<{ id: string; sku: string }>(ARCHIVE, [id]);
    if (archived === undefined) return;
    await context.outbox.add(transaction, context.request, [
      productArchived(archived.id),
      productAudited(context.request, archived.id, 'product.archived', { sku: archived.sku }),
    ]);
  });
  const product = await context.loaders.product.clear(id).load(id);
  return product === null ? productNotFound(id) : { ...product, __typename: 'Product' };
}
