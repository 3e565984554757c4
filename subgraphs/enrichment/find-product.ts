import { validate as isUuid } from 'uuid';
import type { EnrichmentContext } from './enrichment.context';
import { catalogueItems, type CatalogueItem } from './peers/catalogue-items';

export interface ProductNotFound {
  readonly __typename: 'ProductNotFound';
  readonly message: string;
  readonly productId: string;
}

/** The product as the catalogue has it at this moment; undefined when the business has none with that id. */
export async function findProduct(
  { services, request }: EnrichmentContext,
  productId: string,
): Promise<CatalogueItem | undefined> {
  if (!isUuid(productId)) return undefined;
  const answer = await services.peers.request(request, catalogueItems, { ids: [productId] });
  return answer.catalogueItems[0];
}

export function notFound(productId: string): ProductNotFound {
  return { __typename: 'ProductNotFound', message: 'There is no such product.', productId };
}
