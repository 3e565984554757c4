import { readFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import fc from 'fast-check';
import { GraphQLError, parse, validate, type ExecutionResult } from 'graphql';
import { SUBGRAPHS } from '../../../platform/subgraph/subgraph';
import { silent } from '../../testing/door';
import { Random } from '../../testing/random';
import { randomOperation } from '../../testing/random-operation';
import { RandomSubgraph, type Faults } from '../../testing/random-subgraph';
import { randomSubgraphs, type SubgraphSdl } from '../../testing/random-supergraph';
import { executeByApollo } from '../apollo-executor';
import { createGeneration, type Generation } from '../generation';
import type { FetchContext, SubgraphSource } from '../source';
import { compilePlan } from './compiled-plan';
import { Unsupported } from './unsupported';

/**
 * The same cases every time, so that a red run can be run again. Other cases:
 * `DIFFERENTIAL_SEED=$RANDOM DIFFERENTIAL_RUNS=10000 npx jest differential`; the seed stands in the message of a failure.
 */
const RUNS = Number(process.env['DIFFERENTIAL_RUNS'] || 100);
const SEED = process.env['DIFFERENTIAL_SEED'];

function parameters(seed: number, numRuns: number): fc.Parameters<[number]> {
  return { seed: seedOf(seed), numRuns };
}

function seedOf(seed: number): number {
  return SEED ? Number(SEED) : seed;
}

const FAULTS: readonly [Faults, ...Faults[]] = [
  { throwing: 0, corrupting: 0, failing: 0 },
  { throwing: 12, corrupting: 0, failing: 0 },
  { throwing: 0, corrupting: 30, failing: 0 },
  { throwing: 30, corrupting: 0, failing: 5 },
  { throwing: 20, corrupting: 60, failing: 8 },
];

const own: SubgraphSdl[] = SUBGRAPHS.map((name) => ({
  name,
  typeDefs: parse(readFileSync(path.join(__dirname, '../../../schema', `${name}.graphql`), 'utf8')),
}));

const MEANINGLESS = 'A service gave an answer that makes no sense.';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override"])`;

/** `@provides`, `@interfaceObject`, `@override`, compound keys, `@requires` of a whole object, keys that differ. */
const RARER: SubgraphSdl[] = Object.entries({
  media: `${LINK}
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int author: Author }
    type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! author: Author }
    type Author @key(fields: "id") @key(fields: "email") { id: ID! email: String! name: String @shareable size: Size }
    type Size { width: Int height: Int! }
    type Query { media: [Media!]! book: Book film: Film authors: [Author] }`,
  ratings: `${LINK}
    type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! reviews: [Review!] }
    type Review { text: String author: Author @provides(fields: "name") media: Media }
    type Author @key(fields: "email") { email: String! name: String @external age: Int
      size: Size @external area: Int @requires(fields: "size { width height }") }
    type Size @external { width: Int height: Int! }
    type Query { best: Media reviews: [[Review]!] }`,
  archive: `${LINK}
    type Book @key(fields: "id") { id: ID! pages: Int @override(from: "media") shelf: Shelf }
    type Shelf @key(fields: "room number") { room: String! number: Int! books: [Book!] }
    type Query { shelves: [Shelf!] }`,
}).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));

interface Tally {
  compared: number;
  unsupported: number;
  invalid: number;
  rescued: number;
  withErrors: number;
}

/** A generation over random subgraphs; null when these do not compose. */
function generationOf(
  subgraphs: readonly SubgraphSdl[],
  sources: Map<string, SubgraphSource>,
): Generation | null {
  const { supergraphSdl } = composeServices(
    subgraphs.map((subgraph) => ({ ...subgraph, url: 'http://subgraph.invalid' })),
  );
  if (!supergraphSdl) return null;
  return createGeneration(supergraphSdl, ({ name }) => {
    const source: SubgraphSource = {
      name,
      fetch: (request, context) => sourceOf(sources, name).fetch(request, context),
      subscribe: (request, context) => sourceOf(sources, name).subscribe(request, context),
      health: async () => ({}),
      stop: async () => undefined,
    };
    return source;
  });
}

function sourceOf(sources: ReadonlyMap<string, SubgraphSource>, name: string): SubgraphSource {
  const source = sources.get(name);
  if (!source) throw new Error(`No source for ${name}`);
  return source;
}

/**
 * An answer without what may differ: the order of errors, and the positions in lists, which Apollo counts among the
 * representations and not among the elements when only some elements are of the type that is fetched; and what we tell of a
 * value that was mended, which Apollo may not have come to look at.
 */
function comparable({ data, errors }: ExecutionResult): unknown {
  const told = (errors ?? [])
    .filter(({ message }) => message !== MEANINGLESS)
    .map(({ message, path: at, extensions }) =>
      JSON.stringify([
        message,
        at?.map((part) => (typeof part === 'number' ? '#' : part)),
        extensions['code'],
      ]),
    );
  return { data, errors: told.sort() };
}

async function compare(
  generation: Generation,
  subgraphs: readonly SubgraphSdl[],
  sources: Map<string, SubgraphSource>,
  seed: number,
  tally: Tally,
): Promise<void> {
  const random = new Random(seed);
  const root = generation.schema.getMutationType() && random.oneIn(5) ? 'mutation' : 'query';
  const { text, variables } = randomOperation(generation.schema, random, root);
  const document = parse(text);
  if (validate(generation.schema, document).length > 0) {
    tally.invalid += 1;
    return;
  }
  const operation = generation.operation(document);
  let compiled;
  try {
    compiled = compilePlan(operation, operation.plan);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    tally.unsupported += 1;
    return;
  }
  const faults = random.pick(FAULTS);
  const fresh = (): RandomSubgraph[] =>
    subgraphs.map(({ name, typeDefs }) => {
      const source = new RandomSubgraph(name, typeDefs, seed, faults);
      sources.set(name, source);
      return source;
    });
  const context: FetchContext = {
    identity: null,
    traceId: '',
    clientAddress: null,
    deadline: Infinity,
    log: silent,
  };
  const forApollo = fresh();
  const expected = await executeByApollo(operation, operation.plan, variables, context);
  const forCompiled = fresh();
  const actual = await compiled(variables, context);
  if (expected.data === undefined) {
    // Where a subgraph's value has not even the form of its type Apollo gives up the answer, and we that value.
    expect(actual.errors?.some(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE')).toBe(true);
    tally.rescued += 1;
    return;
  }
  try {
    expect(comparable(actual)).toEqual(comparable(expected));
    expect(forCompiled.map(({ requests }) => requests)).toEqual(forApollo.map(({ requests }) => requests));
  } catch (error) {
    throw new Error(
      `${text}\n${JSON.stringify(variables)}\n${JSON.stringify(operation.plan, (key, value) => (key === 'operationDocumentNode' ? undefined : value))}`,
      { cause: error },
    );
  }
  tally.compared += 1;
  if (expected.errors?.some((error) => error instanceof GraphQLError)) tally.withErrors += 1;
}

/** A property that hardly compares anything proves nothing. */
function expectMany(tally: Tally, seed: number): void {
  if (tally.compared <= RUNS / 3)
    throw new Error(`Too little was compared with the seed ${seedOf(seed)}: ${JSON.stringify(tally)}`);
}

describe('the compiled executor answers as Apollo does', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

  it('over our own supergraph', async () => {
    const tally: Tally = { compared: 0, unsupported: 0, invalid: 0, rescued: 0, withErrors: 0 };
    const sources = new Map<string, SubgraphSource>();
    const generation = generationOf(own, sources);
    if (!generation) throw new Error('Our own supergraph does not compose');
    await fc.assert(
      fc.asyncProperty(seeds, (seed) => compare(generation, own, sources, seed, tally)),
      parameters(1, RUNS),
    );
    expectMany(tally, 1);
  }, 600_000);

  it('over generated supergraphs', async () => {
    const tally: Tally = { compared: 0, unsupported: 0, invalid: 0, rescued: 0, withErrors: 0 };
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const subgraphs = randomSubgraphs(new Random(seed));
        const sources = new Map<string, SubgraphSource>();
        const generation = generationOf(subgraphs, sources);
        if (!generation) {
          tally.invalid += 1;
          return;
        }
        for (let index = 0; index < 10; index += 1)
          await compare(generation, subgraphs, sources, seed + index, tally);
      }),
      parameters(2, Math.ceil(RUNS / 10)),
    );
    expectMany(tally, 2);
  }, 600_000);

  it('over a supergraph of the rarer directives', async () => {
    const tally: Tally = { compared: 0, unsupported: 0, invalid: 0, rescued: 0, withErrors: 0 };
    const sources = new Map<string, SubgraphSource>();
    const generation = generationOf(RARER, sources);
    if (!generation) throw new Error('The supergraph does not compose');
    await fc.assert(
      fc.asyncProperty(seeds, (seed) => compare(generation, RARER, sources, seed, tally)),
      parameters(3, RUNS),
    );
    expectMany(tally, 3);
  }, 600_000);
});
