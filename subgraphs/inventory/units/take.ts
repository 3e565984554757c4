import type { Cause } from '../cause';
import type { OrderStock } from '../order-stock';

/** Units that an order wants, all of them or none. */
export interface Take {
  readonly cause: Cause;
  readonly orderId: string;
  /** At least one line, and one for each product. */
  readonly lines: readonly TakeLine[];
  /** The units stay on hand, reserved for so long; null when they leave at once. */
  readonly reserveForSeconds: number | null;
}

export interface TakeLine {
  readonly productId: string;
  readonly quantity: number;
}

export type TakeOutcome =
  | ({ readonly kind: 'held' } & OrderStock)
  | { readonly kind: 'unknown-product'; readonly productId: string }
  | {
      readonly kind: 'short';
      readonly productId: string;
      readonly name: string;
      readonly requested: number;
      readonly available: number;
    };
