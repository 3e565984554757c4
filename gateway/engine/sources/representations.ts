import type { SourceResult, Variables } from '../source';

export interface Deduplicated {
  /** The variables as they are sent: equal representations once. */
  readonly json: string;
  /** Gives each representation its own copy of the one answer. */
  expand(result: SourceResult): SourceResult;
}

const asItIs = (result: SourceResult): SourceResult => result;

/** Equal representations in one `_entities` call are sent once. */
export function deduplicate(variables: Variables): Deduplicated {
  const { representations: given, ...others } = variables;
  if (!Array.isArray(given)) return { json: JSON.stringify(variables), expand: asItIs };
  const positions = new Map<string, number>();
  const positionOf: number[] = [];
  for (const representation of given) {
    const text = JSON.stringify(representation);
    const position = positions.get(text) ?? positions.size;
    if (position === positions.size) positions.set(text, position);
    positionOf.push(position);
  }
  const rest = JSON.stringify(others);
  const json = `${rest === '{}' ? '{' : `${rest.slice(0, -1)},`}"representations":[${[...positions.keys()].join()}]}`;
  if (positions.size === given.length) return { json, expand: asItIs };
  return { json, expand: (result) => expanded(result, positionOf) };
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
