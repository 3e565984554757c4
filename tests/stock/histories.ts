import { clients } from './clients';
import { checkHistory } from './history/linearizable';
import { keyOf } from './history/sku';
import { Visit } from './history/visit';
import { invariants } from './invariants';
import { Random } from './random';
import { exactly, told, type Figure, type Scenario } from './scenario';
import type { StockSystem } from './servers/system';
import { Shop } from './shop';

const PRODUCTS = 8;
const UNITS = 40;
const PEOPLE = 24;
const EXPECTED = ['Order', 'InsufficientStock', 'InvalidOrderTransition', 'Product'];

/** What concurrent clients were answered must be explicable by one thing after the other, for each product. */
export const histories: Scenario = {
  name: 'histories',
  title: 'What concurrent clients are answered, held against a plain model of each product',
  async run({ seed, short, rounds: wanted = 10, progress, systems }) {
    const [rounds, requests] = short ? [1, 400] : [wanted, 2_000];
    const figures: Figure[] = [];
    for (const system of await systems.all()) {
      const counts: Counts = { answers: 0, unexplained: 0, givenUp: 0, without: 0, races: 0, undecided: 0 };
      for (let round = 0; round < rounds; round++) {
        const done = (n: number): void => progress(round * requests + n, rounds * requests);
        figures.push(...(await visit(system, seed + round, requests, counts, done)));
      }
      const where = system.mode;
      figures.push(
        told(`${where}: answers about a product, each checked`, counts.answers),
        exactly(`${where}: products whose answers nothing explains`, counts.unexplained, 0),
        exactly(`${where}: products for which the search was given up`, counts.givenUp, 0),
        exactly(
          `${where}: of ${counts.races} purchases confirmed and cancelled at once, both or neither`,
          counts.undecided,
          0,
        ),
        exactly(`${where}: requests without a result`, counts.without, 0),
        ...(await invariants(system)),
      );
    }
    return figures;
  },
};

interface Counts {
  answers: number;
  unexplained: number;
  givenUp: number;
  without: number;
  races: number;
  undecided: number;
}

/** A shop is visited; what nothing explains becomes a figure. */
async function visit(
  system: StockSystem,
  seed: number,
  requests: number,
  counts: Counts,
  progress: (done: number) => void,
): Promise<Figure[]> {
  const shop = await Shop.open(system.url, PEOPLE);
  const products = await Promise.all(Array.from({ length: PRODUCTS }, () => shop.product(UNITS)));
  const people = new Visit(shop, new Random(seed), products);
  await clients(PEOPLE, requests, async (n) => {
    await people.doSomething();
    progress(n);
  });
  await shop.close();
  counts.without += people.tally.others(...EXPECTED);
  counts.races += people.races;
  counts.undecided += people.undecidedRaces;
  const contradictions: Figure[] = [];
  for (const [productId, history] of people.recorder.histories) {
    const verdict = checkHistory(history, { onHand: UNITS, reserved: 0 }, keyOf);
    counts.answers += history.length;
    if (verdict.kind === 'undecided') counts.givenUp += 1;
    if (verdict.kind !== 'contradiction') continue;
    counts.unexplained += 1;
    const what = `${system.mode}: product ${productId}, seed ${seed}`;
    contradictions.push({ what, value: verdict.stuckAt, must: 'explicable', ok: false });
  }
  return contradictions;
}
