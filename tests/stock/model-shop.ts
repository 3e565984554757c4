import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Client } from 'pg';
import { invariants } from './invariants';
import { ModelShop } from './model/model-shop';
import { RealShop } from './model/real-shop';
import type { Step } from './model/step';
import { anyStep, initialUnits } from './model/steps';
import { exactly, told, type Scenario } from './scenario';
import { Shop } from './shop';

/** A step as a command of fast-check, which shortens a sequence that goes wrong to the steps that matter. */
class Do implements fc.AsyncCommand<ModelShop, RealShop> {
  static done = 0;

  constructor(private readonly step: Step) {}

  check(): boolean {
    return true;
  }

  async run(model: ModelShop, real: RealShop): Promise<void> {
    Do.done += 1;
    const [wanted, answered] = [model.apply(this.step), await real.apply(this.step)];
    if (answered !== wanted)
      throw new Error(`${this.toString()} was answered ${answered}, the model says ${wanted}`);
    const [should, are] = [model.figures(), await real.figures()];
    if (!isDeepStrictEqual(are, should))
      throw new Error(
        `After ${this.toString()} stock is ${JSON.stringify(are)}, the model has ${JSON.stringify(should)}`,
      );
  }

  toString(): string {
    return JSON.stringify(this.step);
  }
}

/** What one person does, one step after the other, and what a plain model of the shop does at the same steps. */
export const modelShop: Scenario = {
  name: 'model',
  title: 'Sequences of commands, held against a plain model of a shop',
  async run({ seed, short, progress, systems }) {
    const [numRuns, maxCommands] = short ? [8, 30] : [150, 60];
    const system = await systems.embedded();
    const shop = await Shop.open(system.url, 4);
    const { id: attic = '' } = await shop.ask('location', { name: 'Attic' });
    const main = await shop.defaultLocation(await shop.product(1));
    const inventory = new Client({ connectionString: system.databases.inventory.superuserUrl });
    await inventory.connect();
    let runs = 0;
    const commands = fc.commands([anyStep.map((step) => new Do(step))], { maxCommands, size: 'max' });
    const property = fc.asyncProperty(initialUnits, commands, async (initial, steps) => {
      progress(runs++, numRuns);
      const real = await RealShop.open(shop, inventory, [main, attic], initial);
      await fc.asyncModelRun(() => ({ model: new ModelShop(initial), real }), steps);
    });
    const before = Do.done;
    const outcome = await fc.check(property, { numRuns, seed, endOnFailure: short });
    await Promise.all([inventory.end(), shop.close()]);
    const difference = exactly('sequences that went otherwise than in the model', Number(outcome.failed), 0);
    const steps = [
      told('sequences', outcome.numRuns),
      told('steps, after each of which all figures were compared', Do.done - before),
    ];
    if (outcome.failed) return [...steps, { ...difference, must: `0: ${fc.defaultReportMessage(outcome)}` }];
    return [...steps, difference, ...(await invariants(system))];
  },
};
