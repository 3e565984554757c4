import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  getOperationAST,
  isObjectType,
  Kind,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type ValueNode,
} from 'graphql';
import { badUserInput } from '../../../platform/graphql/errors';
import { documentOf } from '../apollo-executor';
import type { PreparedOperation } from '../prepared-operation';
import type { Variables } from '../source';
import { CAUTIOUS, type SubscriptionPolicies, type SubscriptionPolicy } from './policy';

/** Alias under which the policy's mark is fetched. */
const MARK_ALIAS = 'bodegaMark_';

export interface SubscriptionPlan {
  readonly policy: SubscriptionPolicy;
  /** The subgraph that has the events, and the operation that it is sent. */
  readonly subgraph: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableNames: readonly string[];
  /** Text of the fetch that an event answers. */
  readonly eventFetch: string;
  /** What is executed for each event: the fetch above, then the fetches that complete it. */
  readonly perEvent: QueryPlan;
  /** Whether the client gave a position to replay from. */
  resumes(variables: Variables): boolean;
  /** The variable that is this position and nothing else: without it the same operation begins live. */
  readonly positionVariable: string | undefined;
  /** The mark of an event, undefined when it has none. */
  markOf(data: Readonly<Record<string, unknown>>): unknown;
}

const plans = new WeakMap<PreparedOperation, SubscriptionPlan>();

/** Splits the planner's answer for a subscription into its events and what is done for each. */
export function subscriptionPlan(
  operation: PreparedOperation,
  policies: SubscriptionPolicies,
): SubscriptionPlan {
  let plan = plans.get(operation);
  if (!plan) plans.set(operation, (plan = build(operation, policies)));
  return plan;
}

function build(operation: PreparedOperation, policies: SubscriptionPolicies): SubscriptionPlan {
  const { node } = operation.plan;
  const original = node?.kind === 'Subscription' ? rootField(documentOf(node.primary)) : undefined;
  if (node?.kind !== 'Subscription' || !original) throw badUserInput('A subscription must select one field.');
  const policy = policies[original.name.value] ?? CAUTIOUS;
  const { primary, rest } = node;
  const rootKey = original.alias?.value ?? original.name.value;
  const document = marked(operation, primary, original, policy.mark);
  const after = original.arguments?.find((argument) => argument.name.value === 'after')?.value;
  return {
    policy,
    subgraph: primary.serviceName,
    text: print(document),
    document,
    operationName: primary.operationName,
    variableNames: primary.variableUsages ?? [],
    eventFetch: primary.operation,
    perEvent: { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary },
    positionVariable: positionVariable(operation, after),
    resumes(variables) {
      if (!after || after.kind === Kind.NULL) return false;
      return after.kind !== Kind.VARIABLE || (variables[after.name.value] ?? null) !== null;
    },
    markOf(data) {
      const event = data[rootKey];
      if (typeof event !== 'object' || event === null || !(MARK_ALIAS in event)) return undefined;
      return event[MARK_ALIAS];
    },
  };
}

function positionVariable(operation: PreparedOperation, after: ValueNode | undefined): string | undefined {
  if (after?.kind !== Kind.VARIABLE) return undefined;
  const name = after.name.value;
  const definition = operation.definition.variableDefinitions?.find(
    ({ variable }) => variable.name.value === name,
  );
  if (!definition || definition.defaultValue) return undefined;
  let uses = 0;
  visit(operation.document, {
    VariableDefinition: () => false,
    Variable: (variable) => {
      if (variable.name.value === name) uses += 1;
    },
  });
  return uses === 1 ? name : undefined;
}

function rootField(document: DocumentNode): FieldNode | undefined {
  return getOperationAST(document)?.selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD,
  );
}

/** The primary document with the mark added to its root field, where the type has such a field. */
function marked(
  operation: PreparedOperation,
  primary: FetchNode,
  root: FieldNode,
  mark: string | undefined,
): DocumentNode {
  const document = documentOf(primary);
  const field = operation.generation.schema.getSubscriptionType()?.getFields()[root.name.value];
  const type = field && 'ofType' in field.type ? field.type.ofType : field?.type;
  if (mark === undefined || !isObjectType(type) || !(mark in type.getFields()) || !root.selectionSet)
    return document;
  const markField: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: MARK_ALIAS },
    name: { kind: Kind.NAME, value: mark },
  };
  const withMark: FieldNode = {
    ...root,
    selectionSet: { ...root.selectionSet, selections: [...root.selectionSet.selections, markField] },
  };
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? { ...definition, selectionSet: { ...definition.selectionSet, selections: [withMark] } }
        : definition,
    ),
  };
}
