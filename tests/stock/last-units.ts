import { randomUUID } from 'node:crypto';
import { clients } from './clients';
import { invariants } from './invariants';
import { exactly, told, type Scenario } from './scenario';
import { Shop, Tally } from './shop';

/** Many people at once, and fewer units than they want. */
export const lastUnits: Scenario = {
  name: 'last-units',
  title: 'The last units of a product, sold over two inventory processes',
  async run({ short, rounds = 20, progress, systems }) {
    const [runs, sales, people, units] = short ? [1, 600, 60, 60] : [rounds, 10_000, 200, 1_000];
    const system = await systems.distributed();
    const shop = await Shop.open(system.url, people);
    const tally = new Tally();
    let sellingMillis = 0;
    let again = 0;
    for (let run = 0; run < runs; run++) {
      const productId = await shop.product(units);
      const began = performance.now();
      await clients(people, sales, async (n) => {
        const input = { lines: [{ productId, quantity: 1 }], idempotencyKey: randomUUID() };
        let answer = await shop.ask('sell', { input });
        // What a machine that is too busy asks for, and what the key is for.
        for (; answer.outcome === 'SERVICE_UNAVAILABLE' && again < sales; again++) {
          answer = await shop.ask('sell', { input });
        }
        tally.add(answer);
        progress(run * sales + n, runs * sales);
      });
      sellingMillis += performance.now() - began;
    }
    await shop.close();
    const times = `${runs === 1 ? '' : `${runs} times `}${sales} sales of ${units} units by ${people} clients`;
    return [
      exactly(`${times}: sold`, tally.count('Order'), runs * units),
      exactly('refused as InsufficientStock', tally.count('InsufficientStock'), runs * (sales - units)),
      exactly('answered otherwise', tally.others('Order', 'InsufficientStock'), 0),
      told('asked again with the same key, for the service was too busy', again),
      told('sales asked for in a second', Math.round((1000 * runs * sales) / sellingMillis)),
      ...(await invariants(system)),
    ];
  },
};
