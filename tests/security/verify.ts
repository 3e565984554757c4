// The long forms of two promises: npm run verify:security
import { parseArgs } from 'node:util';
import { commandLine, UsageError } from '../../platform/process/command-line';
import globalSetup from '../support/global-setup';
import { runTearDown } from '../support/tear-down';
import { loginFlood } from './login-flood';
import { mixedTenants } from './mixed-tenants';

const LONGEST_RATIO = 2;

interface Outcome {
  readonly figures: object;
  readonly holds: boolean;
}

const CHECKS: Readonly<Record<string, (requests: number) => Promise<Outcome>>> = {
  async 'mixed-tenants'(requests) {
    await globalSetup();
    try {
      const figures = await mixedTenants(requests, (done) => showProgress(done / requests));
      return { figures, holds: figures.foreignRows === 0 };
    } finally {
      await runTearDown();
    }
  },
  async 'login-flood'() {
    const figures = await loginFlood(showProgress);
    return { figures, holds: figures.ratio < LONGEST_RATIO };
  },
};

function showProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor(share * 100)} % \r`);
}

const USAGE = `Usage: npm run verify:security -- [--only NAME] [--requests N]

  NAME is one of ${Object.keys(CHECKS).join(', ')}; --requests is 100000 unless given.`;

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, requests: { type: 'string', default: '100000' } },
  });
  const requests = Number(values.requests);
  if (!Number.isSafeInteger(requests) || requests < 1)
    throw new UsageError('--requests must be a whole number');
  const chosen = Object.entries(CHECKS).filter(([name]) => values.only === undefined || values.only === name);
  if (chosen.length === 0) throw new UsageError(`--only must be one of ${Object.keys(CHECKS).join(', ')}`);
  return { requests, chosen };
}

async function main(): Promise<boolean> {
  const { requests, chosen } = commandLine(USAGE, readArguments);
  let holds = true;
  for (const [name, check] of chosen) {
    const outcome = await check(requests);
    console.log(`${outcome.holds ? 'holds' : 'DOES NOT HOLD'}  ${name}`, outcome.figures);
    holds &&= outcome.holds;
  }
  return holds;
}

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
