import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that have the size; the field itself when there are none. */
  readonly sizedFields: readonly string[];
}

/** The `@cost` and `@listSize` directives of a supergraph, by field and type. */
export interface CostDirectives {
  weight(type: string, field: string): number | undefined;
  typeWeight(type: string): number | undefined;
  listSize(type: string, field: string): ListSize | undefined;
}

/** Reads the directives from the supergraph's text: the planner's schemas do not keep them. */
export function costDirectives(supergraph: DocumentNode): CostDirectives {
  const weights = new Map<string, number>();
  const typeWeights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  for (const definition of supergraph.definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    const typeWeight = weightIn(definition.directives);
    if (typeWeight !== undefined) typeWeights.set(type, typeWeight);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const field of definition.fields ?? []) {
      const key = `${type}.${field.name.value}`;
      const weight = weightIn(field.directives);
      if (weight !== undefined) weights.set(key, weight);
      const listSize = named(field.directives, 'listSize');
      if (listSize) sizes.set(key, sizeIn(listSize));
    }
  }
  return {
    weight: (type, field) => weights.get(`${type}.${field}`),
    typeWeight: (type) => typeWeights.get(type),
    listSize: (type, field) => sizes.get(`${type}.${field}`),
  };
}

type Directives = readonly { readonly name: { readonly value: string } }[] | undefined;

/** A directive by its name, whether or not the supergraph imports it from the cost specification. */
function named(directives: Directives, name: string): ConstDirectiveNode | undefined {
  return directives?.find(
    (directive): directive is ConstDirectiveNode =>
      directive.name.value === name || directive.name.value === `cost__${name}`,
  );
}

function weightIn(directives: Directives): number | undefined {
  const directive = named(directives, 'cost');
  return directive && integer(argument(directive, 'weight'));
}

function sizeIn(directive: ConstDirectiveNode): ListSize {
  return {
    assumedSize: integer(argument(directive, 'assumedSize')),
    slicingArguments: strings(argument(directive, 'slicingArguments')),
    sizedFields: strings(argument(directive, 'sizedFields')),
  };
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}

function integer(value: ConstValueNode | undefined): number | undefined {
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

function strings(value: ConstValueNode | undefined): string[] {
  return value?.kind === Kind.LIST
    ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    : [];
}
