import {
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import type { PreparedOperation } from '../prepared-operation';
import { isData, type Data } from './merge';

type Path = readonly (string | number)[];

/**
 * Data in which whatever does not even have the form of its type (an object where a list belongs, a list where an object
 * does, a `__typename` that is no name) is null, each with an error. Apollo's executor would give up the whole answer.
 */
export function mend(
  operation: PreparedOperation,
  data: Data,
): { readonly data: Data; readonly errors: readonly GraphQLError[] } {
  const errors: GraphQLError[] = [];
  const { schema } = operation.generation;

  const wrong = (path: Path): null => {
    const { message, extensions } = new PublicError(
      ErrorCode.SERVICE_UNAVAILABLE,
      'A service gave an answer that makes no sense.',
    );
    errors.push(new GraphQLError(message, { path, extensions }));
    return null;
  };

  const value = (
    type: GraphQLOutputType,
    given: unknown,
    fields: readonly FieldNode[],
    path: Path,
  ): unknown => {
    if (given === null || given === undefined) return null;
    if (isNonNullType(type)) return value(type.ofType, given, fields, path);
    if (isListType(type)) {
      if (!Array.isArray(given)) return wrong(path);
      return given.map((element, index) => value(type.ofType, element, fields, [...path, index]));
    }
    if (!isCompositeType(type)) return given;
    if (!isData(given)) return wrong(path);
    const typename = given['__typename'];
    if (typename !== undefined && typeof typename !== 'string') return wrong(path);
    const named = typename === undefined ? type : schema.getType(typename);
    const sets = fields.flatMap((field) => field.selectionSet ?? []);
    // A name that the schema does not know is something that Apollo's executor can tell of.
    return isObjectType(named) || isInterfaceType(named) ? object(named, given, sets, path) : given;
  };

  const object = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    given: Data,
    sets: readonly SelectionSetNode[],
    path: Path,
  ): Data => {
    const mended: Data = { ...given };
    for (const [key, fields] of grouped(sets.flatMap((set) => fieldsIn(operation, set)))) {
      const definition = type.getFields()[fields[0]?.name.value ?? ''];
      // Fields of other types that the operation selects under a fragment are not in this object.
      if (definition && Object.hasOwn(given, key))
        mended[key] = value(definition.type, given[key], fields, [...path, key]);
    }
    return mended;
  };

  const root = schema.getRootType(operation.definition.operation);
  return { data: root ? object(root, data, [operation.definition.selectionSet], []) : data, errors };
}

function fieldsIn(operation: PreparedOperation, set: SelectionSetNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : operation.context.fragments[selection.name.value];
    return fragment ? fieldsIn(operation, fragment.selectionSet) : [];
  });
}

function grouped(fields: readonly FieldNode[]): Map<string, FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  for (const field of fields) {
    const key = (field.alias ?? field.name).value;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  return groups;
}
