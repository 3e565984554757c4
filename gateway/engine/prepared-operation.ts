import type { buildOperationContext } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import type { Generation } from './generation';
import { refuseNeededNames } from './needed-names';
import type { Variables } from './source';

type OperationContext = ReturnType<typeof buildOperationContext>;

/** One operation of one document, planned over one generation. */
export interface PreparedOperation {
  readonly generation: Generation;
  readonly document: DocumentNode;
  readonly name: string | undefined;
  readonly definition: OperationDefinitionNode;
  readonly context: OperationContext;
  readonly plan: QueryPlan;
  /** Variables with defaults applied and input types checked, or what is wrong with them. */
  coerce(variables: Variables): { values: Variables } | { errors: readonly GraphQLError[] };
}

/** What Apollo's executor calls so, without loading that executor: most operations never need it. */
function operationContext(
  { schema }: Generation,
  document: DocumentNode,
  operationName: string,
): OperationContext {
  const operation = getOperationAST(document, operationName || null);
  if (!operation) {
    throw new GraphQLError('The document has no operation of that name, or several and no name was given.');
  }
  const fragments: OperationContext['fragments'] = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return { schema, operation, fragments };
}

/** Plans an operation; throws a GraphQLError when that cannot be done, or not so that the answer would be right. */
export function prepareOperation(
  generation: Generation,
  document: DocumentNode,
  operationName: string,
): PreparedOperation {
  const selected = operationName === '' ? {} : { operationName };
  const context = operationContext(generation, document, operationName);
  const plan = generation.planner.buildQueryPlan(operationFromDocument(generation.api, document, selected));
  refuseNeededNames({ generation, ...context }, plan);
  const definitions = context.operation.variableDefinitions ?? [];
  return {
    generation,
    document,
    name: context.operation.name?.value,
    definition: context.operation,
    context,
    plan,
    coerce(variables) {
      if (definitions.length === 0) return { values: {} };
      const { coerced, errors } = getVariableValues(generation.schema, definitions, variables);
      if (coerced) return { values: coerced };
      return { errors: errors.map((error) => new PublicError(ErrorCode.BAD_USER_INPUT, error.message)) };
    },
  };
}
