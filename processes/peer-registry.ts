import type { SubgraphName } from '../platform/subgraph/subgraph';

/** Whom each subgraph asks. A process that runs one of them must be given these addresses. */
export const PEERS: Record<SubgraphName, readonly SubgraphName[]> = {
  products: ['inventory'],
  inventory: [],
  orders: ['products', 'inventory'],
  auth: [],
  enrichment: ['products'],
};
