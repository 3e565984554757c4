import { ModelInventory, type Step as InventoryStep } from '../../../subgraphs/inventory/model.fixture';
import type { EndingStep, OrderStep, Step } from './step';

type Status = 'PENDING' | 'COMPLETED' | 'CANCELLED';

/** A shop as it would be kept with boxes and a notebook: no database, no concurrency, nothing that fails. */
export class ModelShop {
  readonly #inventory: ModelInventory;
  readonly #archived = new Set<number>();
  readonly #orders: Status[] = [];
  /** By mutation and key: what it was used for, and what is answered again. */
  readonly #keys = new Map<string, { input: string; answer: () => string }>();

  constructor(initial: readonly number[]) {
    this.#inventory = new ModelInventory(initial, 2);
  }

  /** Of each product. */
  figures(): { onHand: number; reserved: number; available: number; level: string }[] {
    return this.#inventory.products.map(({ level }, index) => ({ ...this.#inventory.figures(index), level }));
  }

  /** Does the step, and says in one word what must be answered. */
  apply(step: Step): string {
    switch (step.do) {
      case 'sell':
      case 'purchase':
        return this.#order(step);
      case 'confirm':
      case 'cancel':
      case 'expire':
        return this.#end(step);
      case 'adjust':
      case 'transfer': {
        const { key, ...moved } = step;
        return this.#once(step.do, key, moved, () => this.#inventory.apply(moved));
      }
      case 'archive':
        this.#archived.add(step.product);
        return 'Product';
    }
  }

  #order({ do: kind, lines, key }: OrderStep): string {
    const different = new Set(lines.map(({ product }) => product));
    if (different.size < lines.length) return 'ValidationError';
    const archived = lines.some(({ product }) => this.#archived.has(product));
    // What the catalogue refuses leaves the key as it was, and an earlier answer stands.
    if (archived && !this.#keys.has(`${kind} ${key}`)) return 'ValidationError';
    return this.#once(kind, key, lines, () => {
      const order = this.#orders.length;
      const held = this.#inventory.apply({ do: kind === 'sell' ? 'take' : 'reserve', order, lines });
      if (held !== 'TAKEN' && held !== 'RESERVED') return held;
      this.#orders.push(kind === 'sell' ? 'COMPLETED' : 'PENDING');
      return `Order ${order}`;
    });
  }

  #end({ do: wanted, order: number }: EndingStep): string {
    const order = number % Math.max(1, this.#orders.length);
    const status = this.#orders[order];
    if (status === undefined) return 'nothing';
    if (wanted === 'expire') {
      if (status !== 'PENDING') return 'nothing';
      return this.#move(order, 'expire', 'CANCELLED');
    }
    const to = wanted === 'confirm' ? 'COMPLETED' : 'CANCELLED';
    if (status === to) return `Order ${order} ${to}`;
    if (status !== 'PENDING') return 'InvalidOrderTransition';
    return this.#move(order, wanted === 'confirm' ? 'confirm' : 'release', to);
  }

  #move(order: number, step: Extract<InventoryStep, { order: number }>['do'], to: Status): string {
    if (step === 'take' || step === 'reserve') throw new Error('An order ends once');
    this.#inventory.apply({ do: step, order });
    this.#orders[order] = to;
    return `Order ${order} ${to}`;
  }

  /** An order is answered as it is now, everything else as it was. */
  #once(kind: string, key: number | null, input: object, effect: () => string): string {
    const known = key === null ? undefined : this.#keys.get(`${kind} ${key}`);
    if (known !== undefined)
      return known.input === JSON.stringify(input) ? known.answer() : 'IdempotencyConflict';
    const first = effect();
    const order = /^Order (\d+)$/.exec(first)?.[1];
    const answer = (): string => (order === undefined ? first : `${first} ${this.#orders[Number(order)]}`);
    if (key !== null) this.#keys.set(`${kind} ${key}`, { input: JSON.stringify(input), answer });
    return answer();
  }
}
