import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RequestContext } from '../../platform/context';
import { serviceUnavailable } from '../../platform/graphql/errors';
import type { PeerOperation, Peers } from '../../platform/peers/peers';

interface Product {
  readonly id: string;
  readonly tenantId: string;
  name: string;
  amount: string;
  currency: string;
  status: 'ACTIVE' | 'ARCHIVED';
  onHand: number;
  reserved: number;
}

type State = 'RESERVED' | 'TAKEN' | 'RELEASED' | 'EXPIRED';
interface Held {
  state: State;
  readonly tenantId: string;
  readonly lines: readonly { productId: string; quantity: number }[];
  readonly expiresAt: Date | null;
}

export interface Call {
  /** Name of the operation without its subgraph, e.g. `TakeStock`. */
  readonly name: string;
  readonly variables: Record<string, unknown>;
  readonly context: RequestContext;
}

const line = z.object({ productId: z.string(), quantity: z.int().positive() });
const arguments_ = z.object({
  ids: z.array(z.string()).default([]),
  orderId: z.uuid().default(() => randomUUID()),
  lines: z.array(line).default([]),
  expiresInSeconds: z.int().positive().optional(),
});

/** What a request meets on its way: it passes unless the test says otherwise. */
export type Wire = (call: Call, effect: () => unknown) => unknown;

export const lost = (): never => {
  throw serviceUnavailable('The inventory service');
};

/**
 * Products and inventory in memory, faithful to what their SDL promises: all lines or none, idempotent by order, late
 * takes refused after a release, confirm, release and expiry exclude one another.
 */
export class FakePeers implements Peers {
  readonly calls: Call[] = [];
  readonly #products = new Map<string, Product>();
  readonly #held = new Map<string, Held>();
  wire: Wire = (_call, effect) => effect();

  product(tenantId: string, onHand = 100, change: Partial<Product> = {}): Product {
    const id = uuidv7();
    const made = {
      id,
      tenantId,
      name: `Product ${this.#products.size + 1}`,
      amount: '2.50',
      currency: 'USD',
    };
    const product: Product = { ...made, status: 'ACTIVE', onHand, reserved: 0, ...change };
    this.#products.set(id, product);
    return product;
  }

  callsOf(name: string): Call[] {
    return this.calls.filter((call) => call.name === name);
  }

  stateOf(orderId: string): State | undefined {
    return this.#held.get(orderId)?.state;
  }

  /** Every order that holds or took units. */
  holding(state: State): string[] {
    return [...this.#held].filter(([, held]) => held.state === state).map(([id]) => id);
  }

  expire(orderId: string): void {
    this.#end(orderId, 'EXPIRED');
  }

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    const name = /^(?:query|mutation) Orders(\w+)/.exec(operation.document)?.[1] ?? 'unnamed';
    // A request is on its way for a moment, so that others come in between.
    await new Promise((resolve) => setImmediate(resolve));
    const call = { name, variables, context };
    this.calls.push(call);
    return operation.data.parse(await this.wire(call, () => this.#answer(call)));
  }

  #answer({ name, variables, context }: Call): unknown {
    const { ids, orderId, lines, expiresInSeconds } = arguments_.parse(variables);
    const tenantId = context.identity?.tenantId ?? '';
    switch (name) {
      case 'CatalogueItems':
        return { catalogueItems: this.#items(tenantId, ids) };
      case 'TakeStock':
        return { result: this.#hold(tenantId, orderId, lines, 'TAKEN', null) };
      case 'ReserveStock':
        return {
          result: this.#hold(
            tenantId,
            orderId,
            lines,
            'RESERVED',
            new Date(Date.now() + 1000 * (expiresInSeconds ?? 0)),
          ),
        };
      case 'ConfirmReservation':
        return { result: this.#end(orderId, 'TAKEN') };
      case 'ReleaseStock':
        return { result: this.#end(orderId, 'RELEASED') };
      default:
        throw new Error(`Nobody answers ${name}`);
    }
  }

  #items(tenantId: string, ids: readonly string[]): unknown[] {
    return ids.flatMap((id) => {
      const product = this.#products.get(id);
      if (product?.tenantId !== tenantId) return [];
      const { name, status, amount, currency } = product;
      return [{ productId: id, name, status, price: { amount, currency } }];
    });
  }

  #hold(
    tenantId: string,
    orderId: string,
    lines: Held['lines'],
    state: State,
    expiresAt: Date | null,
  ): unknown {
    if (this.#held.has(orderId)) return this.#stock(orderId);
    for (const { productId, quantity } of lines) {
      const product = this.#products.get(productId);
      if (product?.tenantId !== tenantId)
        return { __typename: 'ProductNotFound', message: 'Unknown.', productId };
      const available = product.onHand - product.reserved;
      if (available >= quantity) continue;
      return {
        __typename: 'InsufficientStock',
        message: 'Not enough.',
        productId,
        requested: quantity,
        available,
      };
    }
    this.#held.set(orderId, { state, tenantId, lines, expiresAt });
    this.#move(lines, state === 'TAKEN' ? [-1, 0] : [0, 1]);
    return this.#stock(orderId);
  }

  #end(orderId: string, to: State): unknown {
    const held = this.#held.get(orderId);
    if (held === undefined) {
      this.#held.set(orderId, { state: 'RELEASED', tenantId: '', lines: [], expiresAt: null });
    } else if (held.state === 'RESERVED') {
      this.#move(held.lines, to === 'TAKEN' ? [-1, -1] : [0, -1]);
      held.state = to;
    } else if (held.state === 'TAKEN' && to === 'RELEASED') {
      this.#move(held.lines, [1, 0]);
      held.state = to;
    }
    return this.#stock(orderId);
  }

  #move(lines: Held['lines'], [onHand, reserved]: readonly [number, number]): void {
    for (const { productId, quantity } of lines) {
      const product = this.#products.get(productId);
      if (product === undefined) continue;
      product.onHand += onHand * quantity;
      product.reserved += reserved * quantity;
    }
  }

  #stock(orderId: string): unknown {
    const held = this.#held.get(orderId);
    return {
      __typename: 'OrderStock',
      state: held?.state,
      expiresAt: held?.expiresAt?.toISOString() ?? null,
    };
  }
}
