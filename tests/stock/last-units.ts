import { SellDocument } from '../../schema/operations/generated/graphql';
import { newBusiness, newProduct } from '../support/api';
import { clients } from './clients';
import { exactly, told, type Figure, type Scenario } from './scenario';

/** Many people at once, and fewer units than they want. */
export const lastUnits: Scenario = {
  name: 'last-units',
  title: 'The last units of a product, sold over two inventory processes',
  async run({ short, progress, systems }) {
    const [runs, sales, people, units] = short ? [1, 1_000, 50, 100] : [20, 10_000, 200, 1_000];
    const system = await systems.distributed();
    const owner = await newBusiness(system.url);
    const outcomes = new Map<string, number>();
    const began = performance.now();
    for (let run = 0; run < runs; run++) {
      const { id: productId } = await newProduct(owner, { initialStock: units });
      await clients(people, sales, async (n) => {
        const { sell } = await owner.request(SellDocument, {
          input: { lines: [{ productId, quantity: 1 }] },
        });
        const outcome = sell?.__typename ?? 'nothing';
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        progress(run * sales + n, runs * sales);
      });
    }
    const seconds = (performance.now() - began) / 1000;
    const count = (name: string): number => outcomes.get(name) ?? 0;
    const figures: Figure[] = [
      exactly(`orders, in ${runs} runs of ${sales} sales by ${people} clients`, count('Order'), runs * units),
      exactly('refused as InsufficientStock', count('InsufficientStock'), runs * (sales - units)),
      told('sales tried in a second', Math.round((runs * sales) / seconds)),
    ];
    return figures;
  },
};
