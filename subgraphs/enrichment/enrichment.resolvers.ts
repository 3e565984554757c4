import { scalarResolvers } from '../../platform/graphql/scalars';
import { enrichProduct } from './enrich-product';
import type { EnrichmentContext } from './enrichment.context';
import { enrichmentUsage } from './enrichment-usage';
import { changedEnrichment, subscribeToEnrichments } from './enrichment-updated';
import type { Resolvers } from './generated/resolver-types';
import type { JobChange } from './jobs/job-changes';

export const resolvers: Resolvers = {
  DateTime: scalarResolvers.DateTime,
  Decimal: scalarResolvers.Decimal,
  Query: {
    enrichmentUsage: (_parent, range, context) => enrichmentUsage(context, range),
  },
  Product: {
    enrichment: ({ id }, _args, { loaders }) => loaders.latest.load(id),
  },
  Enrichment: {
    product: ({ productId }) => ({ id: productId }),
  },
  Mutation: {
    enrichProduct: (_parent, { productId, wait }, context) => enrichProduct(context, productId, wait),
  },
  Subscription: {
    enrichmentUpdated: {
      subscribe: (_parent, { productIds }, context) => subscribeToEnrichments(context, productIds),
      resolve: (change: JobChange, _args: unknown, context: EnrichmentContext) =>
        changedEnrichment(context, change),
    },
  },
};
