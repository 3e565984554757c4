import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

const CONDITIONS: ReadonlySet<string> = new Set(['skip', 'include']);

/**
 * A subscription has one root field whatever its variables are, so nothing at its root may depend on one: GraphQL
 * specification, section 5.2.4.1, as of September 2025, which graphql-js 16 does not know yet.
 */
export const noRootConditions: ValidationRule = (context) => {
  const hidden = new Map<SelectionNode, SelectionNode['directives']>();
  let last: SelectionSetNode | undefined;
  const refuse = ({ selections }: SelectionSetNode, seen: Set<string>): void => {
    for (const selection of selections) {
      const condition = selection.directives?.find(({ name }) => CONDITIONS.has(name.value));
      if (condition) {
        const message = `@${condition.name.value} is not allowed at the root of a subscription.`;
        context.reportError(new GraphQLError(message, { nodes: condition }));
        hidden.set(selection, selection.directives);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) refuse(selection.selectionSet, seen);
      if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue;
      const fragment = context.getFragment(selection.name.value);
      if (fragment) refuse(fragment.selectionSet, seen.add(selection.name.value));
    }
  };
  return {
    Document({ definitions }) {
      for (const definition of definitions) {
        const isSubscription =
          definition.kind === Kind.OPERATION_DEFINITION &&
          definition.operation === OperationTypeNode.SUBSCRIPTION;
        if (!isSubscription) continue;
        last = definition.selectionSet;
        refuse(last, new Set());
      }
      // graphql-js's own rule throws at an operation where a condition is a variable: it does not see them until then.
      for (const selection of hidden.keys()) Object.assign(selection, { directives: [] });
    },
    SelectionSet(selectionSet) {
      if (selectionSet !== last) return;
      for (const [selection, directives] of hidden) Object.assign(selection, { directives });
    },
  };
};
