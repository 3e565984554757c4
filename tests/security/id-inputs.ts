import {
  getNamedType,
  isInputObjectType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export interface IdInput {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  /** From the argument inwards, e.g. `input.lines.productId`. */
  readonly path: string;
  /** The operation, with everything that its answer can show down to a depth. */
  readonly document: string;
  /** Its variables with the id there, and something plausible wherever else something is needed. */
  variables(id: string): Record<string, unknown>;
}

/** An id of the caller's own, for the inputs beside the one that is tried. */
export type OwnId = (operation: string, path: string) => string;

const OPERATIONS = ['query', 'mutation', 'subscription'] as const;
const DEPTH = 3;

/** Every input of the schema's operations that takes an id. */
export function idInputs(schema: GraphQLSchema, ownId: OwnId): IdInput[] {
  return OPERATIONS.flatMap((operation) => {
    const root = {
      query: schema.getQueryType(),
      mutation: schema.getMutationType(),
      subscription: schema.getSubscriptionType(),
    }[operation];
    return Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((argument) =>
        idPaths(argument.type, [argument.name]).map((path): IdInput => ({
          operation,
          field: field.name,
          path: path.join('.'),
          document: documentOf(operation, field),
          variables: (id) => variablesOf(field, path, id, (at) => ownId(field.name, at)),
        })),
      ),
    );
  });
}

/** Fields below the root that take an id: they would need a test of their own. */
export function nestedIdInputs(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
    )
    .filter(({ field }) => field.args.some((argument) => idPaths(argument.type, []).length > 0))
    .map(({ type, field }) => `${type.name}.${field.name}`);
}

function idPaths(type: GraphQLInputType, path: readonly string[]): (readonly string[])[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => idPaths(field.type, [...path, field.name]));
}

function documentOf(operation: string, field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${type.toString()}`);
  const given = field.args.map(({ name }) => `${name}: $${name}`);
  return `${operation} (${declared.join(', ')}) { ${field.name}(${given.join(', ')}) ${selectionOf(field.type, DEPTH)} }`;
}

/** All that can be seen: leaves, and objects down to the depth; lists short. */
function selectionOf(
  type: GraphQLOutputType,
  depth: number,
  besides: readonly GraphQLObjectType[] = [],
): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    const members = named.getTypes();
    return `{ __typename ${members.map((each) => `... on ${each.name} ${selectionOf(each, depth, members)}`).join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.every(({ type: of, name }) => name === 'first' || !isNonNullType(of)))
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 1)
    .map((field) => {
      const first = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
      const alias = isAmbiguous(field, besides) ? `${named.name.toLowerCase()}_${field.name}: ` : '';
      return `${alias}${field.name}${first} ${selectionOf(field.type, depth - 1)}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Two members of a union may answer one name only with one type. */
function isAmbiguous(
  { name, type }: GraphQLField<unknown, unknown>,
  members: readonly GraphQLObjectType[],
): boolean {
  return members.some((member) => (member.getFields()[name]?.type ?? type).toString() !== type.toString());
}

function variablesOf(
  field: GraphQLField<unknown, unknown>,
  path: readonly string[],
  id: string,
  ownId: (path: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(field.args.flatMap((argument) => entry(argument, [], path, id, ownId)));
}

function entry(
  input: GraphQLArgument | GraphQLInputField,
  above: readonly string[],
  path: readonly string[],
  id: string,
  ownId: (path: string) => string,
): [string, unknown][] {
  const at = [...above, input.name];
  const leadsThere = at.every((step, index) => step === path[index]);
  if (!leadsThere && !isNonNullType(input.type)) return [];
  return [[input.name, valueOf(input.type, at, path, id, ownId)]];
}

function valueOf(
  type: GraphQLInputType,
  at: readonly string[],
  path: readonly string[],
  id: string,
  ownId: (path: string) => string,
): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, at, path, id, ownId);
  if (isListType(type)) return [valueOf(type.ofType, at, path, id, ownId)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) => entry(field, at, path, id, ownId)),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const name = at.join('.');
  if (type.name === 'ID') return name === path.join('.') ? id : ownId(name);
  const samples: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Decimal: '1.00',
    CurrencyCode: 'USD',
  };
  return samples[type.name] ?? (type.name === 'DateTime' ? '2026-01-01T00:00:00Z' : 'a text');
}
