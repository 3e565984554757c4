import type { StartSubgraph } from '../platform/subgraph/dependencies';
import type { SubgraphName } from '../platform/subgraph/subgraph';

/** How each subgraph starts. Loaded on demand: a process that runs one of them does not pay for the others. */
export const starters: Record<SubgraphName, () => Promise<StartSubgraph>> = {
  products: async () => (await import('../subgraphs/products/products.subgraph')).startProducts,
  inventory: async () => (await import('../subgraphs/inventory/inventory.subgraph')).startInventory,
  orders: async () => (await import('../subgraphs/orders/orders.subgraph')).startOrders,
  auth: async () => (await import('../subgraphs/auth/auth.subgraph')).startAuth,
  enrichment: async () => (await import('../subgraphs/enrichment/enrichment.subgraph')).startEnrichment,
};
