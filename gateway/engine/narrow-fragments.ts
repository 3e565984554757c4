import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PreparedOperation } from './prepared-operation';

type Context = PreparedOperation['context'];

/** Selects nothing, where every fragment has turned out not to apply. */
const NOTHING: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
};

const narrowed = new WeakMap<PreparedOperation, Context>();

/**
 * The operation with the same meaning, but without fragments on abstract types where the type of the object is known.
 *
 * Whether a fragment applies depends on the object alone (DoesFragmentTypeApply, section 6.3.2 of the GraphQL
 * specification). Apollo's executor goes by the condition of the fragment around it when the plan had no need of
 * `__typename`: of `book { ... on Media { ... on Book { pages } } }` it loses `pages`, for not every Media is a Book.
 * Fragments that cannot apply fall away with them, because Apollo takes none that contradict the type around them.
 */
export function narrowFragments(operation: PreparedOperation): Context {
  let context = narrowed.get(operation);
  if (!context) narrowed.set(operation, (context = narrow(operation)));
  return context;
}

function narrow({ generation: { schema }, context, definition }: PreparedOperation): Context {
  const root = schema.getRootType(definition.operation);
  if (!root) return context;
  const inSet = (set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode => {
    const selections = set.selections.flatMap((selection) => inSelection(selection, type) ?? []);
    return { ...set, selections: selections.length > 0 ? selections : [NOTHING] };
  };
  const inSelection = (selection: SelectionNode, type: GraphQLCompositeType): SelectionNode | undefined => {
    if (selection.kind === Kind.FIELD) {
      const below = fieldType(type, selection.name.value);
      if (!below || !selection.selectionSet) return selection;
      return { ...selection, selectionSet: inSet(selection.selectionSet, below) };
    }
    const spread =
      selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments[selection.name.value] : undefined;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : spread;
    if (!fragment) return selection;
    const condition = conditionOf(schema, fragment.typeCondition?.name, type);
    if (isObjectType(type) && condition !== type) {
      if (!isAbstractType(condition) || !schema.isSubType(condition, type)) return undefined;
      const { directives } = selection;
      const selectionSet = inSet(fragment.selectionSet, type);
      return { kind: Kind.INLINE_FRAGMENT, ...(directives && { directives }), selectionSet };
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    return { ...selection, selectionSet: inSet(selection.selectionSet, condition) };
  };
  const inDefinition = (fragment: FragmentDefinitionNode): FragmentDefinitionNode => ({
    ...fragment,
    selectionSet: inSet(fragment.selectionSet, conditionOf(schema, fragment.typeCondition.name, root)),
  });
  return {
    ...context,
    operation: { ...definition, selectionSet: inSet(definition.selectionSet, root) },
    fragments: Object.fromEntries(
      Object.entries(context.fragments).map(([name, fragment]) => [name, inDefinition(fragment)]),
    ),
  };
}

/** The type of a condition; without one, the type around it. */
export function conditionOf(
  schema: GraphQLSchema,
  condition: NameNode | undefined,
  around: GraphQLCompositeType,
): GraphQLCompositeType {
  const type = condition && schema.getType(condition.value);
  return isCompositeType(type) ? type : around;
}

/** The type of the objects in a field; undefined for leaves and introspection. */
export function fieldType(type: GraphQLCompositeType, name: string): GraphQLCompositeType | undefined {
  const field = isUnionType(type) ? undefined : type.getFields()[name];
  const named = field && getNamedType(field.type);
  return isCompositeType(named) ? named : undefined;
}
