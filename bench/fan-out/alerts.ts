import { setTimeout as pause } from 'node:timers/promises';

/** The one event of these measurements, and how many are raised how fast. */
export const ALERT_SDL = `
  type Alert { id: ID! cursor: String! level: String! available: Int! message: String! at: Float! product: Product! }
  type Change { productId: ID! onHand: Int! available: Int! level: String! at: Float! product: Product! }
  type Product @key(fields: "id") { id: ID! }
  type Query { alive: Boolean }
  type Mutation { raise(count: Int!, perSecond: Int!): Boolean }
  type Subscription { stockAlert: Alert! stockChanged: Change! }`;

/** The second subgraph, which completes an alert. */
export const PRODUCTS_SDL = `
  type Product @key(fields: "id") { id: ID! name: String! price: String! }
  type Query { products: [Product!] }`;

const PRODUCTS = 200;

export const ALERTS =
  'subscription { stockAlert { id cursor level available message at product { name price } } }';
export const CHANGES =
  'subscription { stockChanged { productId onHand available level at product { name price } } }';

export const product = (id: string) => ({
  __typename: 'Product',
  id,
  name: `Product ${id}`,
  price: `${id}.90`,
});

let last = 0;

/** Whoever has it later than `at` compares with `now()` of its own process on the same machine. */
export function nextEvent() {
  last += 1;
  const id = String(last % PRODUCTS);
  const at = now();
  const level = last % 10 === 0 ? 'OUT' : 'LOW';
  return {
    stockAlert: {
      id: `alert-${last}`,
      cursor: `cursor-${last}`,
      level,
      available: last % 10,
      message: `"Product ${id}" is running low: ${last % 10} left (alert below 10).`,
      at,
      product: product(id),
    },
    stockChanged: { productId: id, onHand: last % 10, available: last % 10, level, at, product: product(id) },
  };
}

/** Milliseconds, on the clock that all processes of the machine have. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Raises so many, evenly. What a timer was late with comes at once, a tenth of a second's at most: then it is slower. */
export async function raise(
  count: number,
  perSecond: number,
  emit: (event: ReturnType<typeof nextEvent>) => void,
): Promise<void> {
  const mostAtOnce = Math.ceil(perSecond / 10);
  let due = 1;
  let last = performance.now();
  for (let raised = 0; raised < count;) {
    const time = performance.now();
    due = Math.min(due + ((time - last) * perSecond) / 1000, mostAtOnce);
    last = time;
    for (; due >= 1 && raised < count; due -= 1, raised += 1) emit(nextEvent());
    if (raised < count) await pause(1);
  }
}
