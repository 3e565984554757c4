import { z } from 'zod';
import type { PeerOperation } from '../../../platform/peers/peers';

/** Opens the stock of a new product. Idempotent by product, so that the event may follow. */
export const openStock: PeerOperation<{ openStock: boolean }> = {
  subgraph: 'inventory',
  document: `mutation OpenStock($productId: ID!, $name: String!, $initialStock: Int!, $lowStockThreshold: Int) {
    openStock(productId: $productId, name: $name, initialStock: $initialStock, lowStockThreshold: $lowStockThreshold)
  }`,
  data: z.object({ openStock: z.boolean() }),
};
