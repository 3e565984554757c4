import { scalarResolvers } from '../../platform/graphql/scalars';
import { plainDecimal } from './plain-decimal';
import { setProductConfidential } from './set-product-confidential';
import { enrichmentSettings, updateEnrichmentSettings } from './settings';
import { listEnrichmentCalls } from './list-enrichment-calls';
import { enrichProduct } from './enrich-product';
import type { EnrichmentContext } from './enrichment.context';
import { enrichmentUsage } from './enrichment-usage';
import { changedEnrichment, subscribeToEnrichments } from './enrichment-updated';
import type { Resolvers } from './generated/resolver-types';
import { listWebhookDeliveries } from './webhooks/list-deliveries';
import { removeEnrichmentWebhook } from './webhooks/remove-webhook';
import { rotateEnrichmentWebhookSecret } from './webhooks/rotate-webhook-secret';
import { setEnrichmentWebhook } from './webhooks/set-webhook';
import { enrichmentWebhook } from './webhooks/webhook';
import type { JobChange } from './jobs/job-changes';

export const resolvers: Resolvers = {
  DateTime: scalarResolvers.DateTime,
  Decimal: scalarResolvers.Decimal,
  Query: {
    enrichmentWebhook: (_parent, _args, context) => enrichmentWebhook(context),
    enrichmentWebhookDeliveries: (_parent, args, context) => listWebhookDeliveries(context, args),
    enrichmentSettings: (_parent, _args, context) => enrichmentSettings(context),
    enrichmentCalls: (_parent, args, context) => listEnrichmentCalls(context, args),
    enrichmentUsage: (_parent, range, context) => enrichmentUsage(context, range),
  },
  Product: {
    enrichment: ({ id }, _args, { loaders }) => loaders.latest.load(id),
    confidential: ({ id }, _args, { loaders }) => loaders.confidential.load(id),
  },
  Enrichment: {
    product: ({ productId }) => ({ id: productId }),
  },
  EnrichmentCall: {
    product: ({ productId }) => ({ id: productId }),
    costUsd: ({ costUsd }) => plainDecimal(costUsd),
  },
  EnrichmentWebhookDelivery: {
    product: ({ productId }) => ({ id: productId }),
    nextAttemptAt: ({ status, dueAt }) => (status === 'PENDING' ? dueAt : null),
  },
  EnrichmentSettings: {
    language: ({ language }) => (language === null ? null : language === 'es' ? 'ES' : 'EN'),
    dailyTokens: ({ dailyTokens }) => (dailyTokens === null ? null : Number(dailyTokens)),
    dailyUsd: ({ dailyUsd }) => (dailyUsd === null ? null : plainDecimal(dailyUsd)),
  },
  Mutation: {
    setEnrichmentWebhook: (_parent, { url }, context) => setEnrichmentWebhook(context, url),
    rotateEnrichmentWebhookSecret: (_parent, _args, context) => rotateEnrichmentWebhookSecret(context),
    removeEnrichmentWebhook: (_parent, _args, context) => removeEnrichmentWebhook(context),
    updateEnrichmentSettings: (_parent, { input }, context) => updateEnrichmentSettings(context, input),
    setProductConfidential: (_parent, { productId, confidential }, context) =>
      setProductConfidential(context, productId, confidential),
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
