// Measurements: `npm run bench` runs all, `npm run bench -- NAME…` those. A folder with a scenario.ts is one.
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine, UsageError } from '../platform/process/command-line';
import type { Scenario } from './support/scenario';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const known = readdirSync(__dirname).filter((name) => existsSync(path.join(__dirname, name, 'scenario.ts')));

const USAGE = `Usage: npm run bench -- [NAME…]

  Runs the named measurements, or all: ${known.join(', ')}. docs/performance.md explains them.`;

function readArguments(asked: string[]): string[] {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no ${unknown}: it must be of ${known.join(', ')}`);
  return asked;
}

async function main(asked: readonly string[]): Promise<void> {
  const [cpu] = os.cpus();
  console.log(`Node ${process.version}, ${os.cpus().length} × ${cpu?.model ?? 'an unknown CPU'}`);
  for (const name of asked.length > 0 ? asked : known) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() leaves CommonJS, where tsx does not follow
    const { scenario } = require(path.join(__dirname, name, 'scenario')) as { scenario: Scenario };
    console.log(`\n${name}: ${scenario.title}`);
    await scenario.run((text) => process.stderr.write(`  ${text}\n`));
  }
}

main(commandLine(USAGE, readArguments)).catch((error: unknown) => {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
