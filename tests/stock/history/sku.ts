import type { Answer, Stock } from '../shop';

/** One product as a single box: what it holds, and how much of it is reserved. */
export interface Sku {
  readonly onHand: number;
  readonly reserved: number;
}

type Apply = (sku: Sku) => Sku | null;

const change = (sku: Sku, onHand: number, reserved: number): Sku => ({
  onHand: sku.onHand + onHand,
  reserved: sku.reserved + reserved,
});
const availableOf = ({ onHand, reserved }: Sku): number => onHand - reserved;

export const keyOf = ({ onHand, reserved }: Sku): string => `${onHand} ${reserved}`;

/** A refusal tells exactly what was available at its moment. */
export function refused(answer: Answer): Apply {
  const { requested = 0, available = 0 } = answer;
  return (sku) => (availableOf(sku) === available && available < requested ? sku : null);
}

export function sold(quantity: number): Apply {
  return (sku) => (availableOf(sku) >= quantity ? change(sku, -quantity, 0) : null);
}

export function reserved(quantity: number): Apply {
  return (sku) => (availableOf(sku) >= quantity ? change(sku, 0, quantity) : null);
}

export function confirmed(quantity: number): Apply {
  return (sku) => (sku.reserved >= quantity ? change(sku, -quantity, -quantity) : null);
}

export function cancelled(quantity: number): Apply {
  return (sku) => (sku.reserved >= quantity ? change(sku, 0, -quantity) : null);
}

export function adjusted(delta: number): Apply {
  return (sku) => (availableOf(sku) + delta >= 0 ? change(sku, delta, 0) : null);
}

export function read(stock: Stock): Apply {
  return (sku) => (sku.onHand === stock.onHand && sku.reserved === stock.reserved ? sku : null);
}
