import { SCENARIOS } from './scenarios';
import { FAULT_SCENARIOS } from './faults/fault-scenarios';
import { table } from './report';
import { StockSystems } from './systems';

const SEED = 20_260_101;

const systems = new StockSystems();
const tables: string[] = [];
afterAll(async () => {
  // Written as it is: Jest would put a place in front of each line.
  process.stdout.write(`\n${tables.join('\n\n')}\n`);
  await systems.stop();
});

describe('The short form of npm run verify:stock', () => {
  it.each(SCENARIOS.filter((scenario) => !FAULT_SCENARIOS.includes(scenario)))(
    'holds: $title',
    async (scenario) => {
      const figures = await scenario.run({ seed: SEED, short: true, progress: () => undefined, systems });
      tables.push(table(`${scenario.title} [${scenario.name}]`, figures));
      expect(figures.filter(({ ok }) => !ok)).toEqual([]);
    },
    120_000,
  );
});
