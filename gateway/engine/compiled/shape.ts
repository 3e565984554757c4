import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type Conditions } from './conditions';
import type { Data } from './merge';
import { safeKey, Unsupported } from './unsupported';

class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

/**
 * Thrown by a shape for data that is not plainly valid: a null where the schema allows none, a value of the wrong type,
 * an unknown `__typename`. What then becomes null, and with which error, is for the complete executor to say. One for
 * all, for nobody reads its stack.
 */
export const NOT_PLAIN = new NotPlain('The data is not plainly valid');

/** Makes of gathered data what the client asked for; the fields that the plan fetched for itself fall away. */
export type Shape = (value: unknown) => unknown;

export interface ShapeInput {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: Conditions;
}

export function compileShape(
  input: ShapeInput,
  root: GraphQLObjectType,
  selectionSet: SelectionSetNode,
): Shape {
  return objectShape(input, root, [selectionSet]);
}

function shapeOf(input: ShapeInput, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Shape {
  if (isNonNullType(type)) {
    const present = presentShape(input, type.ofType, sets);
    return (value) => {
      if (value === null || value === undefined) throw NOT_PLAIN;
      return present(value);
    };
  }
  const present = presentShape(input, type, sets);
  return (value) => (value === null || value === undefined ? null : present(value));
}

/** The shape of a value that is not null. */
function presentShape(input: ShapeInput, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Shape {
  if (isListType(type)) {
    const element = shapeOf(input, type.ofType, sets);
    return (value) => {
      if (!Array.isArray(value)) throw NOT_PLAIN;
      const list = new Array<unknown>(value.length);
      for (let index = 0; index < value.length; index += 1) list[index] = element(value[index]);
      return list;
    };
  }
  if (isObjectType(type)) return objectShape(input, type, sets);
  if (isAbstractType(type)) return abstractShape(input, type, sets);
  const valid = leafCheck(type);
  return (value) => {
    if (!valid(value)) throw NOT_PLAIN;
    return value;
  };
}

/** Conservative: what it does not accept, the complete executor still may. */
function leafCheck(type: GraphQLOutputType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  switch (type) {
    case GraphQLString:
      return (value) => typeof value === 'string';
    case GraphQLID:
      return (value) => typeof value === 'string' || Number.isSafeInteger(value);
    case GraphQLInt:
      return Number.isSafeInteger;
    case GraphQLFloat:
      return Number.isFinite;
    case GraphQLBoolean:
      return (value) => typeof value === 'boolean';
    default:
      // The values of a scalar that the gateway does not know are its subgraph's affair.
      if (isScalarType(type)) return () => true;
      throw new Unsupported(`The type ${String(type)}`);
  }
}

function abstractShape(
  input: ShapeInput,
  type: GraphQLAbstractType,
  sets: readonly SelectionSetNode[],
): Shape {
  const shapes = new Map<unknown, Shape>();
  // Of the few possible types most operations meet one or two.
  const lazily = (typename: unknown): Shape => {
    const concrete = typeof typename === 'string' ? input.schema.getType(typename) : undefined;
    if (!isObjectType(concrete) || !input.schema.isSubType(type, concrete)) throw NOT_PLAIN;
    const shape = objectShape(input, concrete, sets);
    shapes.set(typename, shape);
    return shape;
  };
  return (value) => {
    if (typeof value !== 'object' || value === null) throw NOT_PLAIN;
    const typename = '__typename' in value ? value.__typename : undefined;
    return (shapes.get(typename) ?? lazily(typename))(value);
  };
}

function objectShape(input: ShapeInput, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Shape {
  const keys: string[] = [];
  const shapes: Shape[] = [];
  for (const [key, field] of collectFields(input, type, sets)) {
    keys.push(key);
    if (field.name === '__typename') {
      shapes.push(() => type.name);
    } else {
      const definition = type.getFields()[field.name];
      if (!definition) throw new Unsupported(`The field ${field.name}`);
      shapes.push(shapeOf(input, definition.type, field.sets));
    }
  }
  const build = objectBuilder(keys, shapes);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw NOT_PLAIN;
    if ('__typename' in value && value.__typename !== type.name) throw NOT_PLAIN;
    return build(value as Data);
  };
}

/**
 * A function that makes an object with these keys. It is generated, for with its keys written out the engine gives all
 * its objects one layout from the start; keys are GraphQL names, letters, digits and underscores.
 */
function objectBuilder(keys: readonly string[], shapes: readonly Shape[]): (value: Data) => unknown {
  const names = keys.map((_, index) => `shape${index}`);
  const members = keys.map((key, index) => `${key}: shape${index}(value.${key})`);
  const body = `return (value) => ({ ${members.join(', ')} });`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- nothing but GraphQL names goes into it
  const make = new Function(...names, body) as (...given: readonly Shape[]) => (value: Data) => unknown;
  return make(...shapes);
}

interface CollectedField {
  readonly name: string;
  readonly sets: SelectionSetNode[];
}

/** CollectFields of the GraphQL specification (section 6.3.2) for one concrete type. */
function collectFields(
  input: ShapeInput,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fields = new Map<string, CollectedField>(),
): Map<string, CollectedField> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (!isIncluded(selection.directives, input.conditions)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (name === '__schema' || name === '__type') throw new Unsupported('Introspection');
      const key = safeKey(selection.alias?.value ?? name);
      const field = fields.get(key) ?? { name, sets: [] };
      if (selection.selectionSet) field.sets.push(selection.selectionSet);
      fields.set(key, field);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : input.fragments[selection.name.value];
      if (fragment && applies(input.schema, fragment.typeCondition?.name.value, type)) {
        collectFields(input, type, [fragment.selectionSet], fields);
      }
    }
  }
  return fields;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
