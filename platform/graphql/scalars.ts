import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { ErrorCode } from './errors';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

function refuse(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: ErrorCode.BAD_USER_INPUT } });
}

function stringOf(name: string, value: unknown): string {
  if (typeof value !== 'string') throw refuse(`${name} must be a string.`);
  return value;
}

function stringLiteral(name: string, node: ValueNode): string {
  if (node.kind !== Kind.STRING) throw refuse(`${name} must be a string.`);
  return node.value;
}

function instant(value: string): Date {
  const date = new Date(value);
  if (!RFC_3339.test(value) || Number.isNaN(date.getTime())) {
    throw refuse('DateTime must be an RFC 3339 instant, e.g. "2026-01-31T12:00:00Z".');
  }
  return date;
}

/** RFC 3339; a `Date` inside, UTC with milliseconds outside. */
const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : instant(stringOf('DateTime', value))).toISOString(),
  parseValue: (value) => instant(stringOf('DateTime', value)),
  parseLiteral: (node) => instant(stringLiteral('DateTime', node)),
});

/** A string throughout; what it may contain is a rule of the input it stands in, refused there beside its field. */
function stringScalar(name: string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => stringOf(name, value),
    parseValue: (value) => stringOf(name, value),
    parseLiteral: (node) => stringLiteral(name, node),
  });
}

/** Resolvers of the custom scalars, for the subgraphs that declare them. */
export const scalarResolvers = {
  DateTime,
  Decimal: stringScalar('Decimal'),
  CurrencyCode: stringScalar('CurrencyCode'),
};
