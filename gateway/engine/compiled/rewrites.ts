import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData, type Data } from './merge';
import { isOfType } from './types';
import { safeKey } from './unsupported';

type Change = (object: Data) => void;

const CONDITION = '... on ';

/**
 * The changes that a plan makes to what it sends or receives: a `__typename` that a subgraph knows under another name, a
 * key under which a field had to be fetched because its own was taken.
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  schema: GraphQLSchema,
): Change | undefined {
  if (!rewrites?.length) return undefined;
  const changes = rewrites.map((rewrite) => compileRewrite(rewrite, schema));
  return (object) => {
    for (const change of changes) change(object);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, schema: GraphQLSchema): Change {
  const [last, ...above] = rewrite.path.toReversed();
  if (last === undefined) return () => undefined;
  const key = safeKey(last);
  if (rewrite.kind === 'ValueSetter') {
    const value: unknown = rewrite.setValueTo;
    return compilePath(above.reverse(), schema, (object) => {
      object[key] = value;
    });
  }
  const renamed = safeKey(rewrite.renameKeyTo);
  return compilePath(above.reverse(), schema, (object) => {
    if (!object[key]) return;
    object[renamed] = object[key];
    object[key] = undefined;
  });
}

function compilePath(path: readonly string[], schema: GraphQLSchema, change: Change): Change {
  const [first, ...rest] = path;
  if (first === undefined) return change;
  const below = compilePath(rest, schema, change);
  if (first.startsWith(CONDITION)) {
    const condition = first.slice(CONDITION.length);
    return (object) => {
      // An object that does not say what it is has been asked for as what it must be.
      if (!object['__typename'] || isOfType(schema, object['__typename'], condition)) below(object);
    };
  }
  const everywhere = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(everywhere);
    else if (isData(value)) below(value);
  };
  return (object) => everywhere(object[first]);
}
