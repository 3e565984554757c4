import type { SubscriptionPolicies } from './engine/subscriptions/policy';

/** What Bodega's own subscriptions promise; any other field gets the engine's cautious policy. */
export const SUBSCRIPTION_POLICIES: SubscriptionPolicies = {
  stockAlert: { sharedBy: 'business', overflow: 'resync', mark: 'cursor' },
  stockChanged: { sharedBy: 'business', overflow: 'latest', mark: 'productId' },
};
