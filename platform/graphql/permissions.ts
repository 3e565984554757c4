import './shield-compat';
import {
  defaultFieldResolver,
  getDirectiveValues,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { IMiddlewareFunction } from 'graphql-middleware';
import { rule, shield } from 'graphql-shield';
import type { RequestContext } from '../context';
import { satisfies } from '../identity/identity';
import { forbidden, unauthenticated } from './errors';

/** The part of every resolver's context that permissions look at. */
export interface GuardedContext {
  readonly request: RequestContext;
}

/** What a field demands: null when it is open, otherwise alternatives of scopes (none: any valid identity will do). */
export function requirementOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): string[][] | null {
  if (!field.astNode) return null;
  const scoped = schema.getDirective('requiresScopes');
  const values = scoped && getDirectiveValues(scoped, field.astNode);
  if (values) return values['scopes'] as string[][];
  return field.astNode.directives?.some(({ name }) => name.value === 'authenticated') ? [] : null;
}

// Caching the verdict per context would freeze it for the life of a subscription.
const permits = (alternatives: string[][]) =>
  rule(`permits ${JSON.stringify(alternatives)}`, { cache: 'no_cache' })(
    (_parent, _args, context: GuardedContext) => {
      const { identity } = context.request;
      if (identity === null) return unauthenticated();
      return alternatives.length === 0 || satisfies(identity, alternatives) || forbidden();
    },
  );
type Rule = ReturnType<typeof permits>;

/**
 * Guards a subgraph's schema with graphql-shield rules made from `@authenticated` and `@requiresScopes` in its SDL, so that
 * a permission is written in one place. A refused field is an error at its path; its siblings are answered.
 *
 * Only fields that demand something are wrapped: shield alone would make every other field of their types asynchronous. A
 * subscription is guarded when it is opened and again for each event.
 */
export function guard(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  // One rule for each distinct demand: shield refuses two of one name.
  const known = new Map<string, Rule>();
  const rules = Object.fromEntries(types.map((type) => [type.name, rulesOf(schema, type, known)]));
  const guarded = Object.fromEntries(
    Object.entries(rules).filter(([, fields]) => Object.keys(fields).length > 0),
  );
  const middleware = shield(guarded, { allowExternalErrors: true }).generate(schema);
  for (const [typeName, fieldRules] of Object.entries(guarded)) {
    const type = types.find(({ name }) => name === typeName);
    const wrappers: unknown = Reflect.get(middleware, typeName);
    if (!type || typeof wrappers !== 'object' || wrappers === null)
      throw new Error(`No permissions were made for type ${typeName}`);
    for (const name of Object.keys(fieldRules))
      wrap(type.getFields()[name], Reflect.get(wrappers, name) as IMiddlewareFunction);
  }
}

function rulesOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  known: Map<string, Rule>,
): Record<string, Rule> {
  const rules: Record<string, Rule> = {};
  for (const field of Object.values(type.getFields())) {
    const alternatives = requirementOf(schema, field);
    if (alternatives === null) continue;
    const key = JSON.stringify(alternatives);
    const rule = known.get(key) ?? permits(alternatives);
    known.set(key, rule);
    rules[field.name] = rule;
  }
  return rules;
}

type Resolver = GraphQLFieldResolver<unknown, GuardedContext>;

function wrap(
  field: GraphQLField<unknown, GuardedContext> | undefined,
  middleware: IMiddlewareFunction,
): void {
  if (!field || typeof middleware !== 'function') throw new Error('A permission has no field');
  const behind =
    (resolver: Resolver): Resolver =>
    (parent, args, context, info) =>
      middleware(() => resolver(parent, args, context, info), parent, args, context, info) as unknown;
  field.resolve = behind(field.resolve ?? defaultFieldResolver);
  if (field.subscribe) field.subscribe = behind(field.subscribe);
}
