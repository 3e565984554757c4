import { money } from '../../platform/money/money';
import type { CatalogueItem } from './generated/resolver-types';
import type { ProductsContext } from './products.context';

/**
 * What other subgraphs price, sell and describe by: the catalogue's word at this moment, of a person alone, since
 * enrichment must not learn from itself. Each id once, unknown ones left out.
 */
export async function catalogueItems(
  context: ProductsContext,
  ids: readonly string[],
): Promise<CatalogueItem[]> {
  const { product: products, category: categories } = context.loaders;
  const items = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const product = await products.load(id);
      if (product === null) return null;
      const category = product.categoryId === null ? null : await categories.load(product.categoryId);
      return {
        productId: product.id,
        sku: product.sku,
        name: product.name,
        keywords: product.keywords,
        description: product.description,
        categoryName: category?.name ?? null,
        price: money(product.priceAmount, product.priceCurrency),
        status: product.status,
      };
    }),
  );
  return items.filter((item) => item !== null);
}
