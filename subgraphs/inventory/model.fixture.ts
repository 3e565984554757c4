/*
 * Inventory as a child would do it with boxes: no database, no concurrency. What the real one answers is compared with it.
 */

export type Step =
  | { readonly do: 'take' | 'reserve'; readonly order: number; readonly lines: readonly Line[] }
  | { readonly do: 'confirm' | 'release' | 'expire'; readonly order: number }
  | { readonly do: 'adjust'; readonly product: number; readonly location: number; readonly delta: number }
  | { readonly do: 'transfer'; readonly product: number; readonly from: number; readonly quantity: number }
  | { readonly do: 'threshold'; readonly product: number; readonly threshold: number };

export interface Line {
  readonly product: number;
  readonly quantity: number;
}

/** A box at one location. */
interface Box {
  onHand: number;
  reserved: number;
}

interface ModelProduct {
  /** The default location first. */
  readonly boxes: Box[];
  threshold: number;
  level: string;
  /** Levels of the alerts raised, oldest first; the last one is open or not. */
  readonly alerts: string[];
  open: boolean;
}

interface ModelOrder {
  state: string;
  readonly held: { readonly box: Box; readonly quantity: number }[];
}

const SEVERITY = ['OK', 'LOW', 'OUT'];

export class ModelInventory {
  readonly orders = new Map<number, ModelOrder>();
  readonly products: ModelProduct[];

  constructor(initial: readonly number[], locations: number) {
    this.products = initial.map((units) => {
      const boxes = Array.from({ length: locations }, (_, n) => ({
        onHand: n === 0 ? units : 0,
        reserved: 0,
      }));
      return { boxes, threshold: 10, level: 'OK', alerts: [], open: false };
    });
    this.#followAll();
  }

  product(index: number): ModelProduct {
    const product = this.products[index];
    if (product === undefined) throw new Error(`The model has no product ${index}`);
    return product;
  }

  figures(index: number): { onHand: number; reserved: number; available: number } {
    const { boxes } = this.product(index);
    const onHand = boxes.reduce((sum, box) => sum + box.onHand, 0);
    const reserved = boxes.reduce((sum, box) => sum + box.reserved, 0);
    return { onHand, reserved, available: onHand - reserved };
  }

  /** Does the step, and says in one word what must be answered. */
  apply(step: Step): string {
    const answer = this.#answer(step);
    this.#followAll();
    return answer;
  }

  #answer(step: Step): string {
    switch (step.do) {
      case 'take':
      case 'reserve':
        return this.#hold(step.order, step.lines, step.do === 'take' ? 'TAKEN' : 'RESERVED');
      case 'confirm':
        return this.#end(step.order, 'TAKEN', { RESERVED: { onHand: -1, reserved: -1 } });
      case 'release':
        return this.#end(step.order, 'RELEASED', {
          RESERVED: { onHand: 0, reserved: -1 },
          TAKEN: { onHand: 1, reserved: 0 },
        });
      case 'expire':
        if (this.orders.get(step.order)?.state !== 'RESERVED') return 'nothing';
        return this.#end(step.order, 'EXPIRED', { RESERVED: { onHand: 0, reserved: -1 } });
      case 'adjust':
        return this.#move(step.product, [[step.location, step.delta]]);
      case 'transfer':
        return this.#move(step.product, [
          [step.from, -step.quantity],
          [1 - step.from, step.quantity],
        ]);
      case 'threshold':
        this.product(step.product).threshold = step.threshold;
        return 'Product';
    }
  }

  #hold(orderId: number, lines: readonly Line[], state: string): string {
    const known = this.orders.get(orderId);
    if (known) return known.state;
    const wanted = new Map<number, number>();
    for (const { product, quantity } of lines) wanted.set(product, (wanted.get(product) ?? 0) + quantity);
    for (const [product, quantity] of wanted) {
      const { available } = this.figures(product);
      if (available < quantity) return `InsufficientStock ${product} ${quantity} ${available}`;
    }
    const order: ModelOrder = { state, held: [] };
    for (const [product, quantity] of wanted) {
      let missing = quantity;
      for (const box of this.product(product).boxes) {
        const units = Math.min(missing, box.onHand - box.reserved);
        if (units === 0) continue;
        if (state === 'TAKEN') box.onHand -= units;
        else box.reserved += units;
        order.held.push({ box, quantity: units });
        missing -= units;
      }
    }
    this.orders.set(orderId, order);
    return state;
  }

  #end(orderId: number, to: string, from: Record<string, Box>): string {
    const order = this.orders.get(orderId) ?? { state: 'RELEASED', held: [] };
    this.orders.set(orderId, order);
    const change = from[order.state];
    if (change === undefined) return order.state;
    for (const { box, quantity } of order.held) {
      box.onHand += change.onHand * quantity;
      box.reserved += change.reserved * quantity;
    }
    order.state = to;
    return to;
  }

  #move(product: number, moves: readonly (readonly [number, number])[]): string {
    const { boxes } = this.product(product);
    for (const [location, delta] of moves) {
      const box = boxes[location];
      if (box && box.onHand + delta < box.reserved)
        return `InsufficientStock ${-delta} ${box.onHand - box.reserved}`;
    }
    for (const [location, delta] of moves) {
      const box = boxes[location];
      if (box) box.onHand += delta;
    }
    return 'Product';
  }

  #followAll(): void {
    for (const [index, product] of this.products.entries()) {
      const { available } = this.figures(index);
      const level = available === 0 ? 'OUT' : available < product.threshold ? 'LOW' : 'OK';
      if (SEVERITY.indexOf(level) > SEVERITY.indexOf(product.level)) {
        product.alerts.push(level);
        product.open = true;
      } else if (level === 'OK') {
        product.open = false;
      }
      product.level = level;
    }
  }
}
