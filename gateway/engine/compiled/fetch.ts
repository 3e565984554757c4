import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { documentOf, type Answered } from '../apollo-executor';
import { failedResult, fetchFailure } from '../failed-fetch';
import type { FetchContext, SourceResult, SubgraphSource, Variables } from '../source';
import { entitiesAt, pathsTo } from './entities';
import { isData, merge, type Data } from './merge';
import { compileRepresentation } from './representations';
import { compileRewrites } from './rewrites';
import { Unsupported } from './unsupported';

/** One execution of a plan, as far as it has come. */
export interface Run {
  readonly data: Data;
  readonly errors: GraphQLError[];
  readonly variables: Variables;
  readonly context: FetchContext;
  readonly answered: Answered | undefined;
}

export type Step = (run: Run) => Promise<void> | void;

type ErrorPath = readonly (string | number)[] | undefined;

/** A fetch of the plan as a function: what it sends is picked from the data, what comes back is written into it. */
export function compileFetch(
  node: FetchNode,
  path: ResponsePath,
  source: SubgraphSource,
  schema: GraphQLSchema,
): Step {
  if (node.contextRewrites?.length) throw new Unsupported('Contexts');
  if (path.some((part) => typeof part !== 'string' || part.includes('|')))
    throw new Unsupported('A conditional path');
  const document = documentOf(node);
  return node.requires
    ? entityFetch(node, path, document, source, schema)
    : rootFetch(node, path, document, source, schema);
}

function rootFetch(
  node: FetchNode,
  path: ResponsePath,
  document: DocumentNode,
  source: SubgraphSource,
  schema: GraphQLSchema,
): Step {
  const received = compileRewrites(node.outputRewrites, schema);
  if (path.length > 0) throw new Unsupported('A fetch from the root for objects below it');
  return async (run) => {
    const { data, errors } = await ask(node, document, source, usedVariables(node, run.variables), run);
    if (errors) report(run, node, errors, (at) => at);
    if (!data) return;
    received?.(data);
    merge(run.data, data);
  };
}

function entityFetch(
  node: FetchNode,
  path: ResponsePath,
  document: DocumentNode,
  source: SubgraphSource,
  schema: GraphQLSchema,
): Step {
  const [sent, received] = [node.inputRewrites, node.outputRewrites].map((some) =>
    compileRewrites(some, schema),
  );
  const represent = compileRepresentation(node.requires ?? [], schema);
  if (node.variableUsages?.includes('representations'))
    throw new Unsupported('A variable named representations');
  return async (run) => {
    const entities = entitiesAt(run.data, path);
    const asked: number[] = [];
    const representations: Data[] = [];
    for (const [index, entity] of entities.entries()) {
      const representation = represent(entity);
      if (!representation?.['__typename']) continue;
      sent?.(representation);
      asked.push(index);
      representations.push(representation);
    }
    if (representations.length === 0) return;
    const variables = { ...usedVariables(node, run.variables), representations };
    const usable = ({ data }: SourceResult): boolean =>
      !data || areEntities(data['_entities'], representations.length);
    const { data, errors } = await ask(node, document, source, variables, run, usable);
    if (errors) report(run, node, errors, entityPaths(run, path, asked));
    const answers = data?.['_entities'];
    if (!Array.isArray(answers)) return;
    for (const [position, index] of asked.entries()) {
      const entity = entities[index];
      const answer: unknown = answers[position];
      if (!entity || !isData(answer)) continue;
      if (received) {
        answer['__typename'] ??= entity['__typename'];
        received(answer);
      }
      merge(entity, answer);
    }
  };
}

function areEntities(received: unknown, count: number): boolean {
  if (!Array.isArray(received) || received.length !== count) return false;
  return received.every((entity) => entity === null || isData(entity));
}

/** Turns a path in the subgraph's answer into one in the client's: at the object that the representation stands for. */
function entityPaths(run: Run, path: ResponsePath, asked: readonly number[]): (at: ErrorPath) => ErrorPath {
  let paths: (string | number)[][] | undefined;
  return (at) => {
    const [, position, ...rest] = at ?? [];
    if (typeof position !== 'number') return at && [...path, ...at];
    paths ??= pathsTo(run.data, path);
    return [...(paths[asked[position] ?? -1] ?? []), ...rest];
  };
}

async function ask(
  node: FetchNode,
  document: DocumentNode,
  source: SubgraphSource,
  variables: Variables,
  run: Run,
  usable: (result: SourceResult) => boolean = () => true,
): Promise<SourceResult> {
  const ready = run.answered?.(node.operation);
  if (ready) return ready;
  const { operation: text, operationKind: kind, operationName } = node;
  try {
    const result = await source.fetch({ kind, text, document, operationName, variables }, run.context);
    if (!usable(result)) throw new Error('The answer does not have the entities that were asked for');
    return result;
  } catch (error) {
    if (!(error instanceof GraphQLError))
      run.context.log.error({ err: error, subgraph: source.name }, 'fetch failed');
    return failedResult(node, document, variables, fetchFailure(error, source.name));
  }
}

function report(
  run: Run,
  node: FetchNode,
  errors: readonly GraphQLFormattedError[],
  pathOf: (at: ErrorPath) => ErrorPath,
): void {
  for (const error of errors) {
    const { message, path, extensions } = error;
    run.errors.push(
      new GraphQLError(message || `Error while fetching subquery from service "${node.serviceName}"`, {
        path: pathOf(path),
        originalError: error instanceof Error ? error : undefined,
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: node.serviceName },
      }),
    );
  }
}

function usedVariables(node: FetchNode, variables: Variables): Data {
  const used: Data = {};
  for (const name of node.variableUsages ?? []) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name];
  }
  return used;
}
