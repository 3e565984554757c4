import { z } from 'zod';
import type { PeerOperation } from '../../../platform/peers/peers';

const catalogueItem = z.object({
  productId: z.uuid(),
  name: z.string(),
  status: z.enum(['ACTIVE', 'ARCHIVED']),
  price: z.object({ amount: z.string(), currency: z.string() }),
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

/** Names, prices and states at this moment; unknown products are left out. */
export const catalogueItems: PeerOperation<{ catalogueItems: CatalogueItem[] }> = {
  subgraph: 'products',
  document: `query OrdersCatalogueItems($ids: [ID!]!) {
    catalogueItems(ids: $ids) { productId name status price { amount currency } }
  }`,
  data: z.object({ catalogueItems: z.array(catalogueItem) }),
};
