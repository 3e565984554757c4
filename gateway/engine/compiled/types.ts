import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether an object of this `__typename` is of the type in a condition, by the supergraph's types. */
export function isOfType(schema: GraphQLSchema, typename: unknown, condition: string | undefined): boolean {
  if (condition === undefined || typeof typename !== 'string') return false;
  if (typename === condition) return true;
  const type = schema.getType(typename);
  const abstract = schema.getType(condition);
  return (
    isAbstractType(abstract) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(abstract, type)
  );
}
