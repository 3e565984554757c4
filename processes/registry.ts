import type { StartSubgraph } from '../platform/subgraph/dependencies';
import type { SubgraphName } from '../platform/subgraph/subgraph';

/* eslint-disable @typescript-eslint/no-require-imports -- import() leaves CommonJS, where neither tsx nor a path without extension follows */

/** How each subgraph starts. Loaded on demand: a process that runs one of them does not pay for the others. */
export const starters: Record<SubgraphName, () => Promise<StartSubgraph>> = {
  products: async () => {
    const module: typeof import('../subgraphs/products/products.subgraph') = require('../subgraphs/products/products.subgraph');
    return module.startProducts;
  },
  inventory: async () => {
    const module: typeof import('../subgraphs/inventory/inventory.subgraph') = require('../subgraphs/inventory/inventory.subgraph');
    return module.startInventory;
  },
  orders: async () => {
    const module: typeof import('../subgraphs/orders/orders.subgraph') = require('../subgraphs/orders/orders.subgraph');
    return module.startOrders;
  },
  auth: async () => {
    const module: typeof import('../subgraphs/auth/auth.subgraph') = require('../subgraphs/auth/auth.subgraph');
    return module.startAuth;
  },
  enrichment: async () => {
    const module: typeof import('../subgraphs/enrichment/enrichment.subgraph') = require('../subgraphs/enrichment/enrichment.subgraph');
    return module.startEnrichment;
  },
};
