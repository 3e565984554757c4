import type { PlanNode, QueryPlan, QueryPlanSelectionNode, ResponsePath } from '@apollo/query-planner';
import {
  isObjectType,
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { badUserInput, type PublicError } from '../../platform/graphql/errors';
import { isOfType } from './compiled/types';
import type { Generation } from './generation';
import { conditionOf, fieldType } from './narrow-fragments';

export interface Selected {
  readonly generation: Generation;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What the operation selects of the objects at one place. */
interface Selection {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
  /** Names of the object types that it is selected of. */
  readonly of: readonly string[];
}

interface Field {
  readonly node: FieldNode;
  readonly type: GraphQLCompositeType;
  readonly of: readonly string[];
}

/**
 * Throws BAD_USER_INPUT when the operation gives another field the response name of something that the plan fetches
 * there for itself, as in `product { id: name stock { onHand } }`, where the stock is found by the product's `id`. Both
 * would be kept under one name: the planner lets the client's field fall away, or a failed fetch leaves the key in its place.
 */
export function refuseNeededNames(selected: Selected, plan: QueryPlan): void {
  const { generation, operation, fragments } = selected;
  // Whatever it stands on, an object tells its type under this name.
  for (const definition of [operation, ...Object.values(fragments)])
    visit(definition, {
      Field(node) {
        if (node.alias?.value === '__typename' && node.name.value !== '__typename') throw needed(node);
      },
    });
  const type = generation.schema.getRootType(operation.operation);
  if (!type) return;
  const root: Selection = { set: operation.selectionSet, type, of: [type.name] };
  for (const { path, requires } of requirements(plan.node, [])) {
    let at: readonly Selection[] = [root];
    for (const part of path) {
      if (typeof part === 'string' && part !== '@') at = below(selected, at, part.split('|')[0] ?? part);
    }
    check(selected, at, requires);
  }
}

function check(
  selected: Selected,
  at: readonly Selection[],
  requires: readonly QueryPlanSelectionNode[],
): void {
  for (const required of requires) {
    if (required.kind === 'InlineFragment') {
      const { supergraphSchema } = selected.generation;
      const { typeCondition, selections } = required;
      check(selected, ofType(supergraphSchema, at, typeCondition), selections);
      continue;
    }
    const key = required.alias ?? required.name;
    const taken = named(selected, at, key).find(({ node }) => node.name.value !== required.name);
    if (taken) throw needed(taken.node);
    if (required.selections) check(selected, below(selected, at, key), required.selections);
  }
}

function ofType(
  schema: GraphQLSchema,
  at: readonly Selection[],
  condition: string | undefined,
): readonly Selection[] {
  if (condition === undefined) return at;
  return at.map((selection) => ({
    ...selection,
    of: selection.of.filter((name) => isOfType(schema, name, condition)),
  }));
}

function below(selected: Selected, at: readonly Selection[], key: string): Selection[] {
  return named(selected, at, key).flatMap(({ node, type: parent }) => {
    const type = fieldType(parent, node.name.value);
    if (!type || !node.selectionSet) return [];
    return [{ set: node.selectionSet, type, of: objectTypes(selected.generation.schema, type) }];
  });
}

function named(selected: Selected, at: readonly Selection[], key: string): Field[] {
  return at
    .flatMap((selection) => fieldsOf(selected, selection))
    .filter(({ node }) => (node.alias ?? node.name).value === key);
}

function fieldsOf(selected: Selected, { set, type, of }: Selection): Field[] {
  if (of.length === 0) return [];
  const { schema } = selected.generation;
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ node: selection, type, of }];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : selected.fragments[selection.name.value];
    if (!fragment) return [];
    const condition = conditionOf(schema, fragment.typeCondition?.name, type);
    const possible = objectTypes(schema, condition);
    const narrowed = of.filter((name) => possible.includes(name));
    return fieldsOf(selected, { set: fragment.selectionSet, type: condition, of: narrowed });
  });
}

function objectTypes(schema: GraphQLSchema, type: GraphQLCompositeType): string[] {
  return isObjectType(type) ? [type.name] : schema.getPossibleTypes(type).map(({ name }) => name);
}

interface Requirement {
  readonly path: ResponsePath;
  readonly requires: readonly QueryPlanSelectionNode[];
}

function requirements(node: QueryPlan['node'] | PlanNode, path: ResponsePath): Requirement[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => requirements(child, path));
    case 'Flatten':
      return requirements(node.node, [...path, ...node.path]);
    case 'Condition':
      return [...requirements(node.ifClause, path), ...requirements(node.elseClause, path)];
    case 'Subscription':
      return requirements(node.rest, path);
    case 'Fetch':
      return node.requires ? [{ path, requires: node.requires }] : [];
    default:
      return [];
  }
}

function needed({ alias, name }: FieldNode): PublicError {
  const key = (alias ?? name).value;
  const field = alias ? `${alias.value}: ${name.value}` : name.value;
  return badUserInput(`"${field}": the name \`${key}\` is needed by the gateway here; choose another alias.`);
}
