import { useState } from 'react';
import {
  BuyAtTillDocument,
  SellAtTillDocument,
  type OrderSummaryFragment,
  type SellAtTillMutation,
} from '../../../schema/operations/generated/graphql';
import { useAction, useAttempt } from '../api/use-action';
import { useMay } from '../session/use-session';
import type { Cart, CartChange, Refusal } from './cart';

export interface Sale {
  readonly placing: boolean;
  /** What is wrong with the sale as a whole. */
  readonly problem: string | undefined;
  place(cart: Cart, customer: string): Promise<void>;
}

type Result = NonNullable<SellAtTillMutation['sell']>;

/**
 * Sells what is in the cart, or places a shopper's order. Trying again after a lost answer cannot sell twice: the key is the
 * same for as long as the cart is.
 */
export function useSale(
  change: (change: CartChange) => void,
  placed: (order: OrderSummaryFragment) => void,
): Sale {
  const sells = useMay()('orders:sell');
  const [sell, selling] = useAction(SellAtTillDocument);
  const [buy, buying] = useAction(BuyAtTillDocument);
  const [problem, setProblem] = useState<string>();
  const attempt = useAttempt();
  const placing = selling || buying;

  async function ask(cart: Cart, customer: string): Promise<Result | null | undefined> {
    const lines = cart.lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
    if (!sells) return (await buy({ input: { lines, idempotencyKey: attempt.keyFor(lines) } }))?.purchase;
    const input = { lines, customerName: customer.trim() || null };
    return (await sell({ input: { ...input, idempotencyKey: attempt.keyFor(input) } }))?.sell;
  }

  return {
    placing,
    problem,
    async place(cart, customer) {
      if (placing || cart.lines.length === 0) return;
      setProblem(undefined);
      const result = await ask(cart, customer);
      if (!result) return;
      // A refusal is an answer: the next attempt is another one, with the stock of that moment.
      attempt.done();
      switch (result.__typename) {
        case 'Order':
          return placed(result);
        case 'InsufficientStock':
          return change({
            kind: 'refuse',
            refusals: new Map([[result.productId, { left: result.available }]]),
          });
        case 'ProductNotFound':
          return change({ kind: 'refuse', refusals: new Map([[result.productId, { left: null }]]) });
        case 'ValidationError': {
          const refusals = refusalsOf(result.fields, cart);
          if (refusals.size === 0) setProblem(result.message);
          return change({ kind: 'refuse', refusals });
        }
        default:
          return setProblem(result.message);
      }
    },
  };
}

/** `input.lines.2.productId` is about the third line. */
function refusalsOf(
  fields: readonly { readonly path: readonly string[]; readonly message: string }[],
  cart: Cart,
): Map<string, Refusal> {
  const refusals = new Map<string, Refusal>();
  for (const { path, message } of fields) {
    const line = path[1] === 'lines' ? cart.lines[Number(path[2])] : undefined;
    if (line) refusals.set(line.product.id, { left: null, message });
  }
  return refusals;
}
