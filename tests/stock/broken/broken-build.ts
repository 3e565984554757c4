import Module from 'node:module';
import path from 'node:path';

/** A deliberate mistake, which the proof must find: a module of the product is replaced in part while it is loaded. */
export interface BrokenBuild {
  readonly name: string;
  readonly mistake: string;
  /** The product's module, from the root of the repository. */
  readonly replaces: string;
  /** Name of a scenario that finds it. */
  readonly caughtBy: string;
}

/** Each stands in a file of its name in this folder, whose exports take the place of those of the product's module. */
export const BROKEN_BUILDS: readonly BrokenBuild[] = [
  {
    name: 'read-modify-write',
    mistake: 'stock is read, compared and written in three steps',
    replaces: 'subgraphs/inventory/units/take-units.ts',
    caughtBy: 'last-units',
  },
  {
    name: 'no-dedupe',
    mistake: 'a request with a known idempotency key is done again',
    replaces: 'platform/idempotency/idempotency.ts',
    caughtBy: 'keys',
  },
  {
    name: 'relay-by-id',
    mistake: 'events are published behind the last position, and late commits overlooked',
    replaces: 'platform/events/relay.ts',
    caughtBy: 'histories',
  },
  {
    name: 'compensation-twice',
    mistake: 'units that an order gives back come back twice',
    replaces: 'subgraphs/inventory/release-stock.ts',
    caughtBy: 'model',
  },
];

export interface ProcessSettings {
  /** Modules that are loaded before the program. Absolute paths. */
  readonly preload?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

type Load = (
  this: unknown,
  request: string,
  parent: { filename?: string } | undefined,
  main: boolean,
) => unknown;
type Resolve = (request: string, parent: unknown, main: boolean) => string;

const ROOT = path.join(__dirname, '../../..');

/** Breaks whatever this process loads from now on. */
export function breakTheBuild(name: string): void {
  const broken = BROKEN_BUILDS.find((build) => build.name === name);
  if (broken === undefined) throw new Error(`There is no mistake named "${name}"`);
  replaceModule(path.join(ROOT, broken.replaces), path.join(__dirname, `${name}.ts`));
}

/** How another process is broken in the same way. */
export function brokenProcess(name: string | undefined): ProcessSettings {
  if (name === undefined) return {};
  return { preload: [path.join(__dirname, 'preload.ts')], environment: { STOCK_MISTAKE: name } };
}

/** Whoever requires `file` gets it with the exports of `mistake` in their place; the mistake itself gets the real one. */
function replaceModule(file: string, mistake: string): void {
  const load = Reflect.get(Module, '_load') as Load;
  const resolve = Reflect.get(Module, '_resolveFilename') as Resolve;
  const broken: Load = function (request, parent, main) {
    const loaded = load.call(this, request, parent, main);
    if (parent?.filename === mistake || !request.endsWith(path.basename(file, '.ts'))) return loaded;
    if (resolve(request, parent, main) !== file) return loaded;
    return { ...(loaded as object), ...(load.call(this, mistake, parent, main) as object) };
  };
  Reflect.set(Module, '_load', broken);
}
