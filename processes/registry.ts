import type { StartSubgraph } from '../platform/subgraph/dependencies';
import type { SubgraphName } from '../platform/subgraph/subgraph';

/* eslint-disable @typescript-eslint/no-require-imports -- import() leaves CommonJS, where neither tsx nor a path without extension follows */

/** How each subgraph starts. Loaded on demand: a process that runs one of them does not pay for the others. */
export const starters: Record<SubgraphName, () => Promise<StartSubgraph>> = {
  products: async () => {
    const { startProducts } =
      require('../subgraphs/products/products.subgraph') as typeof import('../subgraphs/products/products.subgraph');
    return startProducts;
  },
  inventory: async () => {
    const { startInventory } =
      require('../subgraphs/inventory/inventory.subgraph') as typeof import('../subgraphs/inventory/inventory.subgraph');
    return startInventory;
  },
  orders: async () => {
    const { startOrders } =
      require('../subgraphs/orders/orders.subgraph') as typeof import('../subgraphs/orders/orders.subgraph');
    return startOrders;
  },
  auth: async () => {
    const { startAuth } =
      require('../subgraphs/auth/auth.subgraph') as typeof import('../subgraphs/auth/auth.subgraph');
    return startAuth;
  },
  enrichment: async () => {
    const { startEnrichment } =
      require('../subgraphs/enrichment/enrichment.subgraph') as typeof import('../subgraphs/enrichment/enrichment.subgraph');
    return startEnrichment;
  },
};
