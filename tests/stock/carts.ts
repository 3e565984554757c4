import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { HttpPeers } from '../../platform/peers/http-peers';
import { releaseStock, takeStock } from '../../subgraphs/orders/peers/order-stock';
import type { StockSystem } from './servers/system';
import { clients } from './clients';
import { invariants } from './invariants';
import { queryAs } from './query-as';
import { Random } from './random';
import { exactly, told, type Scenario } from './scenario';
import { Shop, Tally } from './shop';

const PRODUCTS = 6;
const PEOPLE = 32;

/** Carts with the same products in different orders, and with two lines of one product. */
export const carts: Scenario = {
  name: 'carts',
  title: 'Carts with the same products in opposite order, and twice the same product',
  async run({ seed, short, progress, systems }) {
    const count = short ? 300 : 5_000;
    const system = await systems.distributed();
    const shop = await Shop.open(system.url, PEOPLE);
    const products = await Promise.all(Array.from({ length: PRODUCTS }, () => shop.product(10 * count)));
    const random = new Random(seed);
    const tally = new Tally();
    const twice = new Tally();
    const before = await deadlocks(system);
    await clients(PEOPLE, count, async (n) => {
      const lines = random
        .shuffle(products)
        .slice(0, random.whole(2, PRODUCTS))
        .map((productId) => ({ productId, quantity: random.whole(1, 3) }));
      const what = random.chance(0.2) ? 'purchase' : 'sell';
      tally.add(await shop.ask(what, { input: { lines } }));
      if (n % 10 === 0) twice.add(await shop.ask(what, { input: { lines: [...lines, ...lines.slice(-1)] } }));
      progress(n, count);
    });
    const refused = Math.ceil(count / 10);
    const added = Math.ceil(count / 20);
    const right = system.tokens && (await linesThatAddUp(system, await shop.product(5), added));
    await shop.close();
    return [
      exactly(`orders of ${count} carts`, tally.count('Order'), count),
      exactly('errors shown to a client, deadlocks among them', tally.others('Order'), 0),
      exactly(
        'carts with a product twice, refused before anything was taken',
        twice.count('ValidationError'),
        refused,
      ),
      ...(right === null ? [] : [exactly('and asked of inventory itself, checked together', right, added)]),
      told('deadlocks that PostgreSQL had to break', (await deadlocks(system)) - before),
      ...(await invariants(system)),
    ];
  },
};

/** Inventory itself, asked as orders asks it for a cart with two lines of one product, checks them together. */
async function linesThatAddUp(system: StockSystem, productId: string, carts: number): Promise<number> {
  const { tokens } = system;
  if (tokens === null) throw new Error('Inventory can be asked directly in a process of its own only');
  const log = pino({ level: 'silent' });
  const [url = ''] = system.addresses('inventory');
  const peers = new HttpPeers('orders', new Map([['inventory', url]]), tokens, log);
  const tenantId = await businessOf(system, productId);
  let right = 0;
  for (let cart = 0; cart < carts; cart++) {
    const request = {
      identity: { tenantId, userId: uuidv7(), role: 'SERVICE', scopes: [] },
      traceId: '0'.repeat(32),
      clientAddress: null,
      deadline: Date.now() + 8_000,
      log,
    };
    // Of 5 units: 3 and 3 are too many, 3 and 2 are all.
    const orderId = uuidv7();
    const take = async (quantities: number[]): Promise<string> => {
      const lines = quantities.map((quantity) => ({ productId, quantity }));
      const { result } = await peers.request(request, takeStock, { orderId, lines });
      return result.__typename === 'OrderStock' ? result.state : result.__typename;
    };
    const outcomes = [await take([3, 3]), await take([3, 2])];
    await peers.request(request, releaseStock, { orderId });
    if (outcomes.join() === 'InsufficientStock,TAKEN') right += 1;
  }
  await peers.close();
  return right;
}

async function businessOf({ databases }: StockSystem, productId: string): Promise<string> {
  const sql = 'SELECT tenant_id FROM stock WHERE product_id = $1';
  const [row] = await queryAs<{ tenant_id: string }>(databases.inventory.superuserUrl, sql, [productId]);
  return row?.tenant_id ?? '';
}

/** So far, in the databases of inventory and orders. */
async function deadlocks({ databases }: StockSystem): Promise<number> {
  const sql = 'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()';
  let sum = 0;
  for (const { superuserUrl } of [databases.inventory, databases.orders]) {
    const [row] = await queryAs<{ deadlocks: number }>(superuserUrl, sql);
    sum += row?.deadlocks ?? 0;
  }
  return sum;
}
