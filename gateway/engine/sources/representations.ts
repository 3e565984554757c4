import type { SourceResult, Variables } from '../source';

export interface Deduplicated {
  readonly variables: Variables;
  /** Gives each representation its own copy of the one answer. */
  expand(result: SourceResult): SourceResult;
}

/** Equal representations in one `_entities` call are sent once. */
export function deduplicate(variables: Variables): Deduplicated {
  const given = variables['representations'];
  if (!Array.isArray(given) || given.length < 2) return { variables, expand: (result) => result };
  const positions = new Map<string, number>();
  const unique: unknown[] = [];
  const positionOf = given.map((representation) => {
    const key = JSON.stringify(representation);
    let position = positions.get(key);
    if (position === undefined) {
      position = unique.push(representation) - 1;
      positions.set(key, position);
    }
    return position;
  });
  if (unique.length === given.length) return { variables, expand: (result) => result };
  return {
    variables: { ...variables, representations: unique },
    expand: (result) => expanded(result, positionOf),
  };
}

function expanded(result: SourceResult, positionOf: readonly number[]): SourceResult {
  const entities = result.data?.['_entities'];
  const taken = new Set<number>();
  // The executor writes into what it is given: only one representation may have the original.
  const own = (position: number): unknown => {
    const entity: unknown = Array.isArray(entities) ? entities[position] : undefined;
    if (taken.has(position)) return structuredClone(entity);
    taken.add(position);
    return entity;
  };
  const errors = result.errors?.flatMap((error) => {
    const [root, position, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof position !== 'number') return [error];
    return positionOf.flatMap((of, index) =>
      of === position ? [{ ...error, path: ['_entities', index, ...rest] }] : [],
    );
  });
  return {
    ...result,
    ...(Array.isArray(entities) && { data: { ...result.data, _entities: positionOf.map(own) } }),
    ...(errors && { errors }),
  };
}
