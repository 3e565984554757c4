/** What a subscription field promises to a subscriber who cannot keep up, and with whom its events may be shared. */
export interface SubscriptionPolicy {
  /**
   * `business`: every identity of the business with the same scopes sees the same events. `person`: only the same
   * person, with the same scopes, does. Nothing is ever shared between businesses.
   */
  readonly sharedBy: 'business' | 'person';
  /**
   * `resync`: nothing is lost in silence; the subscription ends with RESYNC and the position of the last event that was
   * delivered. `latest`: while a subscriber is behind, an event takes the place of an older one about the same thing.
   */
  readonly overflow: 'resync' | 'latest';
  /**
   * A field of the event: with `resync` the position to resume from, with `latest` what the event is about. Fetched even
   * when the client did not select it.
   */
  readonly mark?: string;
}

/** For a field without a policy of its own: shares least and loses nothing. */
export const CAUTIOUS: SubscriptionPolicy = { sharedBy: 'person', overflow: 'resync' };

export type SubscriptionPolicies = Readonly<Record<string, SubscriptionPolicy>>;
