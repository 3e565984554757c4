import { z } from 'zod';
import type { PeerOperation } from '../../../platform/peers/peers';
import { productSnapshot } from '../jobs/job';

const catalogueItem = productSnapshot.extend({ productId: z.uuid(), status: z.enum(['ACTIVE', 'ARCHIVED']) });

export type CatalogueItem = z.infer<typeof catalogueItem>;

/** What a writer needs to know of products at this moment; unknown ones are left out. */
export const catalogueItems: PeerOperation<{ catalogueItems: CatalogueItem[] }> = {
  subgraph: 'products',
  document: `query EnrichmentCatalogueItems($ids: [ID!]!) {
    catalogueItems(ids: $ids) { productId sku name keywords description categoryName status }
  }`,
  data: z.object({ catalogueItems: z.array(catalogueItem) }),
};
