import type { Money } from '../format/money';

export interface CartProduct {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
}

export interface CartLine {
  readonly product: CartProduct;
  readonly quantity: number;
}

/** Why a line cannot be sold: what is left, or null when it is no longer for sale. */
export type Refusal = { readonly left: number } | { readonly left: null; readonly message?: string };

export interface Cart {
  readonly lines: readonly CartLine[];
  /** By product; gone as soon as the line changes. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

export type CartChange =
  | { readonly kind: 'add'; readonly product: CartProduct }
  | { readonly kind: 'set'; readonly productId: string; readonly quantity: number }
  | { readonly kind: 'remove'; readonly productId: string }
  | { readonly kind: 'refuse'; readonly refusals: ReadonlyMap<string, Refusal> }
  | { readonly kind: 'clear' };

export const EMPTY_CART: Cart = { lines: [], refusals: new Map() };
export const MOST_UNITS = 1_000_000;

export function changeCart(cart: Cart, change: CartChange): Cart {
  switch (change.kind) {
    case 'add': {
      const { product } = change;
      const known = cart.lines.find((line) => line.product.id === product.id);
      if (known)
        return changeCart(cart, { kind: 'set', productId: product.id, quantity: known.quantity + 1 });
      return { ...cart, lines: [...cart.lines, { product, quantity: 1 }] };
    }
    case 'set': {
      const quantity = Math.min(Math.max(1, Math.trunc(change.quantity)), MOST_UNITS);
      return {
        lines: cart.lines.map((line) =>
          line.product.id === change.productId ? { ...line, quantity } : line,
        ),
        refusals: without(cart.refusals, change.productId),
      };
    }
    case 'remove':
      return {
        lines: cart.lines.filter(({ product }) => product.id !== change.productId),
        refusals: without(cart.refusals, change.productId),
      };
    case 'refuse':
      return { ...cart, refusals: change.refusals };
    case 'clear':
      return EMPTY_CART;
  }
}

function without(refusals: Cart['refusals'], productId: string): Cart['refusals'] {
  return new Map([...refusals].filter(([id]) => id !== productId));
}
