import { InMemoryCache, type FieldPolicy, type Reference } from '@apollo/client';

interface Page {
  readonly nodes: readonly Reference[];
}

/** A list that grows page by page: what comes `after` is added, a first page begins anew. */
function pages(...keyArgs: string[]): FieldPolicy<Page | null> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      if (!existing || !incoming || args?.['after'] == null) return incoming;
      return { ...incoming, nodes: joined(existing.nodes, incoming.nodes) };
    },
  };
}

function joined(before: readonly Reference[], next: readonly Reference[]): Reference[] {
  const known = new Set(before.map(({ __ref }) => __ref));
  return [...before, ...next.filter(({ __ref }) => !known.has(__ref))];
}

const lowStock: FieldPolicy<readonly Reference[] | null> = {
  keyArgs: ['level', 'first'],
  merge: (existing, incoming, { args }) =>
    existing && incoming && args?.['after'] != null ? joined(existing, incoming) : incoming,
};

/** What the page knows: each thing once, whoever tells of it. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: {},
    typePolicies: {
      Query: {
        fields: {
          products: pages('filter', 'sort', 'first'),
          orders: pages('status', 'kind', 'first'),
          stockAlerts: pages('status', 'productId', 'first'),
          lowStock,
        },
      },
      Product: { fields: { stock: { merge: true } } },
      Stock: { keyFields: false, fields: { movements: pages() } },
      Enrichment: { keyFields: ['productId'] },
      DailySales: { keyFields: false },
    },
  });
}
