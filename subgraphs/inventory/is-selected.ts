import { Kind, type GraphQLResolveInfo, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Whether the operation asks for a subfield of the field that is being resolved; yes also where a directive leaves it out. */
export function isSelected(
  field: string,
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): boolean {
  const within = (set: SelectionSetNode | undefined): boolean => set?.selections.some(asksFor) ?? false;
  const asksFor = (selection: SelectionNode): boolean => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === field;
      case Kind.INLINE_FRAGMENT:
        return within(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return within(info.fragments[selection.name.value]?.selectionSet);
    }
  };
  return info.fieldNodes.some((node) => within(node.selectionSet));
}
