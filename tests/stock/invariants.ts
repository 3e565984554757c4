import { Client } from 'pg';
import type { SubgraphName } from '../../platform/subgraph/subgraph';
import type { TestDatabase } from '../support/test-database';
import { alertFacts } from './invariants/alert-facts';
import { eventFacts } from './invariants/event-facts';
import type { Fact } from './invariants/fact';
import { orderFacts } from './invariants/order-facts';
import { settled } from './invariants/settled';
import { stockFacts } from './invariants/stock-facts';
import { atMost, type Figure } from './scenario';

/** What is looked at: the databases as superuser, whom no policy binds, and the bus where it can be read. */
export interface StockRecords {
  readonly databases: Readonly<
    Record<Extract<SubgraphName, 'inventory' | 'orders'>, Pick<TestDatabase, 'superuserUrl'>>
  >;
  readonly redisUrl: string | null;
}

/** Every order must be at rest, and every event published, within this time after the last request. */
const SETTLE_MILLIS = 30_000;

/**
 * Waits until nothing is on its way any more, and then holds every business against every invariant. A fact of which
 * nothing was found to check does not hold either.
 */
export async function invariants(
  { databases, redisUrl }: StockRecords,
  settleMillis = SETTLE_MILLIS,
): Promise<Figure[]> {
  const [inventory, orders] = [databases.inventory, databases.orders].map(
    ({ superuserUrl }) => new Client({ connectionString: superuserUrl }),
  );
  if (inventory === undefined || orders === undefined) throw new Error('There are two databases');
  await Promise.all([inventory.connect(), orders.connect()]);
  try {
    const waited = await settled(inventory, orders, settleMillis);
    const facts = [
      ...(await stockFacts(inventory)),
      ...(await orderFacts(inventory, orders)),
      ...(await alertFacts(inventory)),
      ...(await eventFacts({ inventory, orders }, redisUrl)),
    ];
    return [
      atMost('at rest after', Math.ceil(waited / 100) / 10, SETTLE_MILLIS / 1000, 's'),
      ...facts.map(figureOf),
    ];
  } finally {
    await Promise.all([inventory.end(), orders.end()]);
  }
}

function figureOf({ name, checked, violations }: Fact): Figure {
  const count = checked.toLocaleString('en-US');
  const value = violations.length === 0 ? `${count} of ${count}` : `${violations.length} of ${count} do not`;
  const ok = checked > 0 && violations.length === 0;
  const example = violations[0] === undefined ? 'something to check' : `none, e.g. ${violations[0]}`;
  return { what: name, value, must: ok ? value : example, ok };
}
