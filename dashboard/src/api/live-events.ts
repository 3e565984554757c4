import type { AlertPageFragment, OrderSummaryFragment } from '../../../schema/operations/generated/graphql';

/** What happened in the business, as the subscriptions tell it. */
export type LiveEvent =
  | { readonly kind: 'order'; readonly order: OrderSummaryFragment }
  | { readonly kind: 'stock'; readonly productId: string }
  | { readonly kind: 'alert'; readonly alert: AlertPageFragment }
  | { readonly kind: 'enrichment'; readonly productId: string }
  /** The connection is back: whatever was not told meanwhile has to be asked for. */
  | { readonly kind: 'resumed' };

/** Hands events to the parts of the page that asked for them. */
export class LiveEvents {
  readonly #listeners = new Set<(event: LiveEvent) => void>();

  readonly emit = (event: LiveEvent): void => {
    for (const listener of this.#listeners) listener(event);
  };

  readonly listen = (listener: (event: LiveEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
