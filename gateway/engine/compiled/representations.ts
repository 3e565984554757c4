import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData, merge, type Data } from './merge';
import { isOfType } from './types';
import { safeKey } from './unsupported';

/** Picks what a subgraph needs to know of an entity; null when the entity has not got all of it. */
export type Represent = (entity: Data) => Data | null;

/** Compiles the `requires` of a fetch against the supergraph's types. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Represent {
  const parts = selections.map((selection) =>
    selection.kind === 'Field' ? compileField(selection, schema) : compileFragment(selection, schema),
  );
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

/** Writes its part into the representation; false when the entity lacks it. */
type Part = (entity: Data, representation: Data) => boolean;

function compileField(
  field: Extract<QueryPlanSelectionNode, { kind: 'Field' }>,
  schema: GraphQLSchema,
): Part {
  const key = safeKey(field.alias ?? field.name);
  const below = field.selections && compileRepresentation(field.selections, schema);
  const picked = (value: unknown): unknown => {
    if (!below || value === null) return value;
    if (Array.isArray(value)) return value.map(picked);
    return isData(value) ? below(value) : null;
  };
  return (entity, representation) => {
    const value = entity[key];
    if (value === undefined) return false;
    representation[key] = picked(value);
    return true;
  };
}

function compileFragment(
  fragment: Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>,
  schema: GraphQLSchema,
): Part {
  const { typeCondition } = fragment;
  const below = compileRepresentation(fragment.selections, schema);
  const verdicts = new Map<unknown, boolean>();
  return (entity, representation) => {
    const typename = entity['__typename'];
    let applies = verdicts.get(typename);
    if (applies === undefined) verdicts.set(typename, (applies = isOfType(schema, typename, typeCondition)));
    const picked = applies ? below(entity) : null;
    if (picked) merge(representation, picked);
    return true;
  };
}
