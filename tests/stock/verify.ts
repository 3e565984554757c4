// The proof that stock is never wrong: npm run verify:stock
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { commandLine, UsageError } from '../../platform/process/command-line';
import globalSetup from '../support/global-setup';
import { runTearDown } from '../support/tear-down';
import { BROKEN_BUILDS, breakTheBuild, brokenProcess } from './broken/broken-build';
import { ProgressBar, table } from './report';
import type { Figure, Scenario } from './scenario';

// It would otherwise ask the hosts of several clouds who they are.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const USAGE = `Usage: npm run verify:stock -- [--seed N] [--only NAME] [--short] [--rounds N] [--embedded] [--broken NAME]

  Tries to prove that stock goes wrong; docs/verification.md tells how.
  --broken NAME breaks the build on purpose first: ${BROKEN_BUILDS.map(({ name }) => name).join(', ')}`;

interface Wanted {
  readonly seed: number;
  readonly only: string | undefined;
  readonly short: boolean;
  readonly rounds: number | undefined;
  readonly embedded: boolean;
  readonly broken: string | undefined;
}

function readArguments(args: string[]): Wanted {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      embedded: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      broken: { type: 'string' },
    },
  });
  const seed = wholeNumber('--seed', values.seed) ?? randomInt(2 ** 31);
  const rounds = wholeNumber('--rounds', values.rounds);
  const { only, short, embedded, broken } = values;
  if (broken !== undefined && !BROKEN_BUILDS.some(({ name }) => name === broken))
    throw new UsageError(`--broken must be one of ${BROKEN_BUILDS.map(({ name }) => name).join(', ')}`);
  return { seed, only, short, rounds, embedded, broken };
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,10}$/.test(value)) throw new UsageError(`${option} must be a whole number`);
  return Number(value);
}

/** What broke in a scenario that threw is a figure like any other. */
async function figuresOf(run: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    return await run();
  } catch (error) {
    const value = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ what: 'ran to its end', value, must: 'yes', ok: false }];
  }
}

async function main(): Promise<boolean> {
  const { seed, only, short, rounds, embedded, broken } = commandLine(USAGE, readArguments);
  if (broken !== undefined) breakTheBuild(broken);
  // Loaded only now, when what is to be broken is broken.
  /* eslint-disable @typescript-eslint/no-require-imports -- import() leaves CommonJS, where tsx does not follow */
  const { SCENARIOS } = require('./scenarios') as typeof import('./scenarios');
  const { StockSystems } = require('./systems') as typeof import('./systems');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const chosen = SCENARIOS.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new Error(`--only must be one of ${SCENARIOS.map(({ name }) => name).join(', ')}`);
  const how = `${short ? ' --short' : ''}${embedded ? ' --embedded' : ''}${broken === undefined ? '' : ` --broken ${broken}`}`;
  console.log(
    `Proof that stock is never wrong. Repeat it with: npm run verify:stock -- --seed ${seed}${how}\n`,
  );
  // The tests have a server already.
  const own = process.env['BODEGA_TEST_POSTGRES_URL'] === undefined;
  if (own) await globalSetup();
  const systems = new StockSystems({ processes: brokenProcess(broken), embeddedOnly: embedded });
  const failed: Scenario[] = [];
  try {
    for (const scenario of chosen) {
      const bar = new ProgressBar(process.stdout, scenario.title);
      const began = performance.now();
      const progress = (done: number, of: number): void => bar.draw(done, of);
      const figures = await figuresOf(() => scenario.run({ seed, short, rounds, progress, systems }));
      bar.clear();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${table(`${scenario.title} [${scenario.name}, ${seconds} s]`, figures)}\n`);
      if (figures.some(({ ok }) => !ok)) failed.push(scenario);
    }
  } finally {
    await systems.stop();
    if (own) await runTearDown();
  }
  console.log(
    failed.length === 0
      ? 'Everything holds.'
      : `Does not hold: ${failed.map(({ name }) => name).join(', ')}. Seed ${seed}.`,
  );
  return failed.length === 0;
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(`verify:stock: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
