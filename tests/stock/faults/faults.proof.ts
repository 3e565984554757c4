import { table } from '../report';
import { StockSystems } from '../systems';
import { embeddedCrashes, inventoryCrashes } from './crashes';
import { databaseKilledEmbedded } from './database-killed';
import { redisLost } from './redis-lost';
import { describeWithOwnRedis } from '../../support/test-redis';
import type { Scenario } from '../scenario';

const SEED = 20_260_101;

const systems = new StockSystems();
const tables: string[] = [];
afterAll(async () => {
  // Written as it is: Jest would put a place in front of each line.
  process.stdout.write(`\n${tables.join('\n\n')}\n`);
  await systems.stop();
});

function holds(scenarios: readonly Scenario[]): void {
  it.each(scenarios)(
    'is survived: $title',
    async (scenario) => {
      const figures = await scenario.run({ seed: SEED, short: true, progress: () => undefined, systems });
      tables.push(table(`${scenario.title} [${scenario.name}]`, figures));
      expect(figures.filter(({ ok }) => !ok)).toEqual([]);
    },
    180_000,
  );
}

describe('In one process', () => holds([embeddedCrashes, databaseKilledEmbedded]));

// The others are longer: npm run verify:stock has them all.
describeWithOwnRedis('In several processes', () => holds([inventoryCrashes, redisLost]));
