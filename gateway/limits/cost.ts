import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';
import type { CostDirectives, ListSize } from './cost-directives';
import { MAX_VISITED } from './limits';

/** Length assumed of a list that declares none. */
const ASSUMED_LIST_SIZE = 10;
/** What a mutation costs besides its answer: it writes. */
const MUTATION_COST = 10;

interface CostInput {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Upper bounds of what the operations of one schema touch. */
export class OperationCosts {
  /** Of operations whose cost no variable changes. */
  readonly #fixed = new WeakMap<OperationDefinitionNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly directives: CostDirectives,
  ) {}

  /**
   * The objects that an operation touches at most, after the GraphQL Cost Directives Specification (IBM): an object costs 1
   * and a leaf 0 unless `@cost` says otherwise, a list as many times as `@listSize` and its arguments allow; a mutation 10
   * more. Never less than 1. Infinity when the operation is too large to be looked through.
   */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number {
    const known = this.#fixed.get(operation);
    if (known !== undefined) return known;
    const { schema, directives } = this;
    const root = schema.getRootType(operation.operation);
    if (!root) return 1;
    const calculation = new Calculation({ schema, directives, operation, document, variables });
    const cost = Math.max(1, calculation.selections(operation.selectionSet, root, undefined));
    if (!calculation.dependsOnVariables) this.#fixed.set(operation, cost);
    return cost;
  }
}

/** The list that a parent has announced for some of its fields: a connection's `edges` and `nodes`. */
interface Announced {
  readonly fields: readonly string[];
  readonly size: number;
}

class Calculation {
  dependsOnVariables = false;
  #visited = 0;

  constructor(private readonly input: CostInput) {}

  selections(set: SelectionSetNode, type: GraphQLNamedType, announced: Announced | undefined): number {
    let cost = 0;
    for (const selection of set.selections) {
      if ((this.#visited += 1) > MAX_VISITED) return Infinity;
      if (selection.kind === Kind.FIELD) {
        cost += this.#field(selection, type, announced);
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragment(selection.name.value);
        const condition =
          fragment?.typeCondition && this.input.schema.getType(fragment.typeCondition.name.value);
        if (fragment) cost += this.selections(fragment.selectionSet, condition ?? type, announced);
      }
    }
    return cost;
  }

  #field(node: FieldNode, parent: GraphQLNamedType, announced: Announced | undefined): number {
    const name = node.name.value;
    if (name.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[name];
    if (!field) return 0;
    const type = getNamedType(field.type);
    const listSize = this.input.directives.listSize(parent.name, name);
    const size = listSize && this.#size(node, field, listSize);
    const children =
      listSize && size !== undefined && listSize.sizedFields.length > 0
        ? { fields: listSize.sizedFields, size }
        : undefined;
    const writes = parent === this.input.schema.getMutationType() ? MUTATION_COST : 0;
    const own = writes + (this.input.directives.weight(parent.name, name) ?? this.#weightOf(type));
    const each = own + (node.selectionSet ? this.selections(node.selectionSet, type, children) : 0);
    if (!isList(field.type)) return each;
    if (announced?.fields.includes(name)) return announced.size * each;
    return (children ? ASSUMED_LIST_SIZE : (size ?? ASSUMED_LIST_SIZE)) * each;
  }

  #fragment(name: string): FragmentDefinitionNode | undefined {
    return this.input.document.definitions.find(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
  }

  #weightOf(type: GraphQLNamedType): number {
    return this.input.directives.typeWeight(type.name) ?? (isCompositeType(type) ? 1 : 0);
  }

  #size(node: FieldNode, field: GraphQLField<unknown, unknown>, listSize: ListSize): number | undefined {
    const given = listSize.slicingArguments.flatMap((name) => {
      const written = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const value = written ? this.#number(written) : undefined;
      const fallback: unknown = field.args.find((argument) => argument.name === name)?.defaultValue;
      const size = value ?? (typeof fallback === 'number' ? fallback : undefined);
      return size === undefined ? [] : [Math.max(0, size)];
    });
    return given.length > 0 ? Math.max(...given) : listSize.assumedSize;
  }

  #number(value: ValueNode): number | undefined {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    this.dependsOnVariables = true;
    const name = value.name.value;
    const given = this.input.variables[name];
    if (typeof given === 'number') return given;
    // Null is not absent: the variable's default does not stand in for it.
    if (given !== undefined) return undefined;
    const declared = this.input.operation.variableDefinitions?.find(
      (definition) => definition.variable.name.value === name,
    );
    return declared?.defaultValue?.kind === Kind.INT ? Number(declared.defaultValue.value) : undefined;
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
