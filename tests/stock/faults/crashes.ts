import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../gateway/testing/random';
import { withDeadline } from '../../../platform/resilience/deadline';
import { newProduct } from '../../support/api';
import { invariants } from '../invariants';
import { atMost, exactly, told, type Figure, type Scenario, type ScenarioOptions } from '../scenario';
import { Businesses, type Business } from './businesses';
import { CRASH_STEPS, type CrashStep, type Request } from './crash-steps';
import { arm, disarm, type Moment } from './failpoint';
import { untilAnswered } from './until-answered';
import { startFaultSystem, type FaultSystem } from './fault-system';

/** A business is used again when it is at rest; so many are enough that none is waited for. */
const BUSINESSES = 8;
/** Of one unit below that, an alert is raised: each sale crosses it. */
const INITIAL_STOCK = 12;
const REACHED_MILLIS = 60_000;
const RETRY_MILLIS = 100;
const TERMINAL_SECONDS = 30;

interface Crash {
  readonly step: CrashStep;
  readonly moment: Moment;
}

/** After a crash: how long it took until the order was at rest, and whether what was answered still holds. */
interface Aftermath {
  readonly millis: number;
  readonly answered: boolean;
  readonly lost: boolean;
  readonly repeated: boolean;
}

interface CrashPlan {
  readonly name: string;
  readonly mode: FaultSystem['mode'];
  readonly steps: readonly CrashStep[];
  /** How often each failpoint is reached in the long form, and how many of all are in the short one. */
  readonly kills: { readonly long: number; readonly short: number };
  /**
   * Whether the next crash waits until this one's order is at rest. Where it does not, what one crash left behind is cleared up
   * while the same process dies again and again.
   */
  readonly oneByOne: boolean;
}

function crashScenario(plan: CrashPlan): Scenario {
  const { name, mode, steps } = plan;
  return {
    name,
    title: `kill -9 at every moment of the steps ${steps.map((step) => step.name).join(', ')}, ${mode}`,
    async run(options) {
      const planned = crashesOf(options, plan);
      if (mode === 'distributed')
        return crashAll(await options.systems.faulty(options.seed), planned, plan.oneByOne, options);
      const system = await startFaultSystem({ mode, seed: options.seed });
      try {
        return await crashAll(system, planned, plan.oneByOne, options);
      } finally {
        await system.stop();
      }
    },
  };
}

const stepsIn = (subgraph: CrashStep['subgraph']): CrashStep[] =>
  CRASH_STEPS.filter((step) => step.subgraph === subgraph);

/** The process of one subgraph dies, and is started again; the others go on. */
export const inventoryCrashes = crashScenario({
  name: 'crashes-inventory',
  mode: 'distributed',
  steps: stepsIn('inventory'),
  kills: { long: 5, short: 3 },
  oneByOne: true,
});
export const ordersCrashes = crashScenario({
  name: 'crashes-orders',
  mode: 'distributed',
  steps: stepsIn('orders'),
  kills: { long: 5, short: 3 },
  oneByOne: false,
});
/** Everything dies at once. */
export const embeddedCrashes = crashScenario({
  name: 'crashes-embedded',
  mode: 'embedded',
  steps: CRASH_STEPS,
  kills: { long: 1, short: 2 },
  oneByOne: true,
});

/** All of them so often, in an order by lot; short: so many, of different steps. */
function crashesOf({ seed, short }: ScenarioOptions, { steps, kills }: CrashPlan): Crash[] {
  const random = new Random(seed);
  if (short) {
    return shuffled(steps, random)
      .slice(0, kills.short)
      .map((step, index) => {
        const moment = step.moments[(seed + index) % step.moments.length];
        if (moment === undefined) throw new Error('A step has moments');
        return { step, moment };
      });
  }
  const each = steps.flatMap((step) => step.moments.map((moment) => ({ step, moment })));
  return Array.from({ length: kills.long }, () => shuffled(each, random)).flat();
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const rest = [...values];
  return values.flatMap(() => rest.splice(random.below(rest.length), 1));
}

async function crashAll(
  system: FaultSystem,
  planned: readonly Crash[],
  oneByOne: boolean,
  { progress }: ScenarioOptions,
): Promise<Figure[]> {
  const businesses = await Businesses.open(system, BUSINESSES);
  const aftermaths: Promise<Aftermath>[] = [];
  try {
    for (const [index, crash] of planned.entries()) {
      const business = await businesses.next();
      const { aftermath } = await crashOnce(system, crash, business);
      aftermaths.push(aftermath.finally(() => businesses.giveBack(business)));
      if (oneByOne) await aftermath;
      progress(index + 1, planned.length);
    }
    const all = await Promise.all(aftermaths);
    const count = (test: (aftermath: Aftermath) => boolean): number => all.filter(test).length;
    const longest = Math.max(...all.map(({ millis }) => millis));
    const failpoints = new Set(planned.map(({ step, moment }) => `${step.name} ${moment}`));
    return [
      told('failpoints', failpoints.size),
      exactly('processes killed with -9 and started again', all.length, planned.length),
      atMost(
        'longest time from the restart until the order was at rest',
        ceil(longest),
        TERMINAL_SECONDS,
        's',
      ),
      told(
        'answers that arrived before the kill',
        count(({ answered }) => answered),
      ),
      exactly(
        'answered orders that were lost',
        count(({ lost }) => lost),
        0,
      ),
      exactly(
        'repetitions that were answered with the one order',
        count(({ repeated }) => repeated),
        all.length,
      ),
      ...(await invariants(system)),
    ];
  } finally {
    await Promise.allSettled(aftermaths);
    await businesses.close();
  }
}

const ceil = (millis: number): number => Math.ceil(millis / 100) / 10;

/** Resolves when the process runs again, to what comes after. */
async function crashOnce(
  system: FaultSystem,
  { step, moment }: Crash,
  business: Business,
): Promise<{ readonly aftermath: Promise<Aftermath> }> {
  const { api, tenantId } = business;
  const { id: productId } = await untilAnswered(() => newProduct(api, { initialStock: INITIAL_STOCK }));
  const key = `${step.name} of ${productId}`;
  const request = await step.prepare(api, productId, key);
  await business.published();
  const victim = system.process(step.subgraph);
  const { subgraph, statement } = step;
  const reached = victim.says('failpoint reached');
  arm(system.failpointFile, { tenantId, subgraph, statement, moment });
  const answer = answerBefore(victim.exited, request);
  const what = `The failpoint "${moment}" of ${step.name}`;
  if (moment.includes('publishing')) {
    const [orderId] = await withDeadline(Promise.all([answer, reached]), REACHED_MILLIS, what);
    if (orderId === null) throw new Error(`${what}: there was no answer`);
    await victim.kill();
  } else {
    await withDeadline(victim.exited, REACHED_MILLIS, what);
  }
  disarm(system.failpointFile);
  await victim.start();
  return { aftermath: aftermathOf(business, request, answer) };
}

/** An earlier crash may still keep the request from coming as far as the failpoint: then it is sent again. */
async function answerBefore(end: Promise<unknown>, request: Request): Promise<string | null> {
  let ended = false;
  void end.then(() => (ended = true));
  while (!ended) {
    const orderId = await request.send().catch(() => null);
    if (orderId !== null) return orderId;
    if (!ended) await sleep(RETRY_MILLIS);
  }
  return null;
}

async function aftermathOf(
  business: Business,
  request: Request,
  answer: Promise<string | null>,
): Promise<Aftermath> {
  const restarted = performance.now();
  const orderId = await answer;
  while (!(await business.atRest())) {
    if (performance.now() - restarted > 2 * TERMINAL_SECONDS * 1_000) break;
    await sleep(50);
  }
  const millis = performance.now() - restarted;
  const lost = orderId !== null && !(await business.hasOrder(orderId));
  const again = await untilAnswered(() => request.send()).catch(() => null);
  return {
    millis,
    answered: orderId !== null,
    lost,
    repeated: again !== null && (orderId ?? again) === again,
  };
}
