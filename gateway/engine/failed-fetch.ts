import type { FetchNode } from '@apollo/query-planner';
import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type GraphQLFormattedError,
  type SelectionSetNode,
} from 'graphql';
import { PublicError, serviceUnavailable } from '../../platform/graphql/errors';
import type { SourceResult, Variables } from './source';

/** Whatever a fetch was rejected with, as an error that names the subgraph and nothing else of the inside. */
export function fetchFailure(error: unknown, subgraph: string): PublicError {
  return error instanceof PublicError ? error : serviceUnavailable(`The ${subgraph} service`);
}

/**
 * The answer of a subgraph that gave none: an error for each field that it was asked for, so that every null that
 * follows from the failure is explained at its own path.
 */
export function failedResult(
  fetch: FetchNode,
  document: DocumentNode,
  variables: Variables,
  failure: PublicError,
): SourceResult {
  const selections = getOperationAST(document)?.selectionSet;
  if (!selections) return { errors: [failure.toJSON()] };
  const at = (path: (string | number)[]): GraphQLFormattedError => ({
    message: failure.message,
    path,
    extensions: failure.extensions,
  });
  if (!fetch.requires) return { errors: responseKeys(selections, undefined).map((key) => at([key])) };

  const entities = selections.selections.find((field) => field.kind === Kind.FIELD)?.selectionSet;
  const representations = variables['representations'];
  if (!entities || !Array.isArray(representations)) return { errors: [at([])] };
  return {
    errors: representations.flatMap((representation: { __typename?: unknown }, index) =>
      responseKeys(entities, representation.__typename).map((key) => at(['_entities', index, key])),
    ),
  };
}

/** Keys that the selection writes into an object; conditions on another concrete type are taken as not met. */
function responseKeys(selectionSet: SelectionSetNode, typename: unknown): string[] {
  const keys = new Set<string>();
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') keys.add(selection.alias?.value ?? selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (typename !== undefined && condition !== undefined && condition !== typename) continue;
      for (const key of responseKeys(selection.selectionSet, typename)) keys.add(key);
    }
  }
  return [...keys];
}
