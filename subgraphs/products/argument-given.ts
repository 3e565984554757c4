import { Kind, type GraphQLResolveInfo } from 'graphql';

/** Whether the caller gave the argument, be it null: after execution began, a default looks like a given value. */
export function argumentGiven(info: GraphQLResolveInfo, name: string): boolean {
  const value = info.fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return false;
  return value.kind !== Kind.VARIABLE || Object.hasOwn(info.variableValues, value.name.value);
}
