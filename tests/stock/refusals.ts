import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { invariants } from './invariants';
import { queryAs } from './query-as';
import { exactly, type Figure, type Scenario } from './scenario';
import type { StockSystem } from './servers/system';
import { Shop, type Answer } from './shop';

const UNITS = 50;
const EXPIRE = `UPDATE order_stock SET expires_at = clock_timestamp() - interval '1 second' WHERE order_id = $1`;
/** An event that no version of its consumer can read. */
const POISON = `
  INSERT INTO outbox (id, type, version, tenant_id, aggregate_id, trace_id, payload)
  VALUES ($1, 'products.archived', 1, $2, 'poison', $3, '{"productId": "no id"}')`;
const HANDLED = 'SELECT error FROM dead_letter JOIN inbox USING (event_id, consumer) WHERE event_id = $1';
const WAIT_MILLIS = 20_000;
const POLL_MILLIS = 50;

/** What cannot be done is refused by its type, with nothing written and nothing stuck. */
export const refusals: Scenario = {
  name: 'refusals',
  title: 'Bad input and bad moments: a typed refusal, nothing written, nothing stuck',
  async run({ systems, progress }) {
    const figures: Figure[] = [];
    const all = await systems.all();
    for (const [index, system] of all.entries()) {
      progress(index, all.length);
      const [shop, other] = [await Shop.open(system.url, 2), await Shop.open(system.url, 2)];
      figures.push(...(await refused(system, shop, other)), await poison(system, shop));
      await Promise.all([shop.close(), other.close()]);
      figures.push(...(await invariants(system)));
    }
    return figures;
  },
};

async function refused(system: StockSystem, shop: Shop, other: Shop): Promise<Figure[]> {
  const productId = await shop.product(UNITS);
  const lines = [{ productId, quantity: 2 }];
  const archived = await shop.product(UNITS);
  await shop.ask('archive', { id: archived });
  const own = await shop.defaultLocation(productId);
  const foreign = await other.defaultLocation(await other.product(1));
  const [idempotencyKey, adjustKey] = [randomUUID(), randomUUID()];
  const sale = await shop.ask('sell', { input: { lines, idempotencyKey } });
  await shop.ask('adjust', { input: { productId, delta: 2, reason: 'Found', idempotencyKey: adjustKey } });
  const purchase = await shop.ask('purchase', { input: { lines } });
  await queryAs(system.databases.inventory.superuserUrl, EXPIRE, [purchase.id]);
  const late = await shop.ask('confirm', { id: purchase.id });

  const line = (quantity: number, id = productId): object => ({
    input: { lines: [{ productId: id, quantity }] },
  });
  const change = (input: object): object => ({ input: { productId, delta: 1, reason: 'Counted', ...input } });
  const move = (input: object): object => ({
    input: { productId, fromLocationId: own, toLocationId: foreign, quantity: 1, ...input },
  });
  const before = await shop.stock(productId);
  const ledger = await shop.ledger(productId);
  const cases: [string, string, Answer][] = [
    ['confirming after the expiry', 'InvalidOrderTransition', late],
    ['cancelling a completed order', 'InvalidOrderTransition', await shop.ask('cancel', { id: sale.id })],
    [
      'a key of a sale with another input',
      'IdempotencyConflict',
      await shop.ask('sell', { input: { lines: [{ productId, quantity: 3 }], idempotencyKey } }),
    ],
    [
      'a key of an adjustment with another input',
      'IdempotencyConflict',
      await shop.ask('adjust', change({ idempotencyKey: adjustKey })),
    ],
    ['selling an archived product', 'ValidationError', await shop.ask('sell', line(1, archived))],
    ['buying an archived product', 'ValidationError', await shop.ask('purchase', line(1, archived))],
    [
      'adjusting at a foreign location',
      'LocationNotFound',
      await shop.ask('adjust', change({ locationId: foreign })),
    ],
    ['transferring to a foreign location', 'LocationNotFound', await shop.ask('transfer', move({}))],
    [
      'transferring from a foreign location',
      'LocationNotFound',
      await shop.ask('transfer', move({ fromLocationId: foreign, toLocationId: own })),
    ],
    ['selling a foreign product', 'ProductNotFound', await other.ask('sell', line(1))],
    ['a quantity beyond a line', 'ValidationError', await shop.ask('sell', line(1_000_001))],
    ['a quantity beyond 32 bits', 'BAD_USER_INPUT', await shop.ask('sell', line(2_147_483_648))],
    ['a change beyond a million', 'ValidationError', await shop.ask('adjust', change({ delta: 1_000_001 }))],
    [
      'a change beyond 32 bits',
      'BAD_USER_INPUT',
      await shop.ask('adjust', change({ delta: -2_147_483_649 })),
    ],
  ];
  const after = await shop.stock(productId);
  const same = JSON.stringify([before, ledger]) === JSON.stringify([after, await shop.ledger(productId)]);
  return [
    ...cases.map(([what, must, { outcome }]): Figure => {
      return { what: `${system.mode}: ${what}`, value: outcome, must, ok: outcome === must };
    }),
    exactly(`${system.mode}: units and ledger lines that these changed`, Number(!same), 0),
    exactly(`${system.mode}: units still reserved`, after.reserved, 0),
  ];
}

/** The event becomes a dead letter, and the next one has its turn. */
async function poison(system: StockSystem, shop: Shop): Promise<Figure> {
  const { products, inventory } = system.databases;
  const [id, trace] = [uuidv7(), '0'.repeat(32)];
  await queryAs(products.superuserUrl, POISON, [id, uuidv7(), trace]);
  const next = await shop.product(1);
  await shop.ask('archive', { id: next });
  const end = performance.now() + WAIT_MILLIS;
  let done = false;
  while (!done && performance.now() < end) {
    await sleep(POLL_MILLIS);
    const dead = await queryAs(inventory.superuserUrl, HANDLED, [id]);
    const sql = 'SELECT FROM stock WHERE product_id = $1 AND archived';
    done = dead.length === 1 && (await queryAs(inventory.superuserUrl, sql, [next])).length === 1;
  }
  return exactly(`${system.mode}: poison events set aside, and the next handled`, Number(done), 1);
}
