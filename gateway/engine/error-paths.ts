import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { PreparedOperation } from './prepared-operation';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * Errors with paths that the client can find in its own operation. A plan also fetches fields for itself (keys, `@requires`);
 * an error at one of those is shown at the object that it belongs to, once.
 */
export function visibleErrors(
  errors: readonly GraphQLError[],
  operation: PreparedOperation,
): readonly GraphQLError[] {
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const path = error.path && visiblePath(error.path, operation);
    if (!path || path.length === error.path.length) return [error];
    const key = JSON.stringify([path, error.message]);
    if (seen.has(key)) return [];
    seen.add(key);
    const { message, extensions, originalError } = error;
    return [new GraphQLError(message, { path, extensions, originalError })];
  });
}

function visiblePath(
  path: readonly (string | number)[],
  operation: PreparedOperation,
): readonly (string | number)[] {
  let sets: readonly SelectionSetNode[] = [operation.definition.selectionSet];
  for (const [index, part] of path.entries()) {
    if (typeof part === 'number') continue;
    const selected = sets.flatMap((set) => childrenOf(set, part, operation.context.fragments));
    if (selected.length === 0) return path.slice(0, index);
    sets = selected.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return path;
}

function childrenOf(
  set: SelectionSetNode,
  key: string,
  fragments: Fragments,
): { selectionSet?: SelectionSetNode | undefined }[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return (selection.alias ?? selection.name).value === key ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fragment ? childrenOf(fragment.selectionSet, key, fragments) : [];
  });
}
