import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createSourceEventStream, execute, parse, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { mapStream } from '../async/push-stream';
import type { RequestContext } from '../context';
import { maskResult } from '../graphql/mask-errors';
import { guard, type GuardedContext } from '../graphql/permissions';
import type { DependencyStatus, Subgraph, SubgraphName } from './subgraph';

type SchemaModule = Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;
type Resolvers = Extract<SchemaModule, { resolvers?: unknown }>['resolvers'];

export interface SubgraphDefinition<Context extends GuardedContext> {
  readonly name: SubgraphName;
  /** Typed by the subgraph's generated `Resolvers`. */
  readonly resolvers: object;
  /** What resolvers get as their context: made anew for every operation and for every event, for its loaders remember. */
  createContext(request: RequestContext): Context;
  health(): Promise<Record<string, DependencyStatus>>;
  stop(): Promise<void>;
}

/** The executable, guarded schema of `schema/<name>.graphql`. */
export function buildSchema(name: SubgraphName, resolvers: object): GraphQLSchema {
  const typeDefs = parse(readFileSync(path.join(__dirname, '../../schema', `${name}.graphql`), 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as NonNullable<Resolvers> }]);
  guard(schema);
  return schema;
}

/** A subgraph from its resolvers. Every error that leaves it is masked and has its line in the log. */
export function createSubgraph<Context extends GuardedContext>(
  definition: SubgraphDefinition<Context>,
): Subgraph {
  const schema = buildSchema(definition.name, definition.resolvers);
  const argsOf = (request: Parameters<Subgraph['execute']>[0], context: RequestContext): ExecutionArgs => ({
    schema,
    document: request.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: definition.createContext(context),
  });
  return {
    name: definition.name,
    schema,
    async execute(request, context) {
      return maskResult(await execute(argsOf(request, context)), context);
    },
    async subscribe(request, context) {
      const source = await createSourceEventStream(argsOf(request, context));
      if (!(Symbol.asyncIterator in source)) return maskResult(source, context);
      return mapStream(source[Symbol.asyncIterator](), async (event) =>
        maskResult(await execute({ ...argsOf(request, context), rootValue: event }), context),
      );
    },
    health: () => definition.health(),
    stop: () => definition.stop(),
  };
}
