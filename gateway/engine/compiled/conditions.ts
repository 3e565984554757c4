import type { PlanNode } from '@apollo/query-planner';
import { Kind, visit, type DirectiveNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Variables } from '../source';
import { Unsupported } from './unsupported';

/** Values of the variables that `@skip` and `@include` depend on. */
export type Conditions = ReadonlyMap<string, boolean>;

/** Each combination of conditions has a shape of its own. */
const MAX_CONDITIONS = 6;

/** Reads the conditions of an operation from its variables; null when one of them is not a boolean. */
export function compileConditions(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: PlanNode | undefined,
): (variables: Variables) => Conditions | null {
  const names = new Set<string>(inPlan(plan));
  visit(document, {
    Directive(directive) {
      const condition = conditionOf(directive);
      if (condition && 'variable' in condition) names.add(condition.variable);
    },
  });
  if (names.size > MAX_CONDITIONS) throw new Unsupported('More conditions than are worth a shape each');
  const sources = [...names].map((name) => {
    const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    const fallback =
      definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
    return { name, fallback };
  });
  return (variables) => {
    const conditions = new Map<string, boolean>();
    for (const { name, fallback } of sources) {
      const value = Object.hasOwn(variables, name) ? (variables[name] ?? undefined) : fallback;
      if (typeof value !== 'boolean') return null;
      conditions.set(name, value);
    }
    return conditions;
  };
}

/** Whether a selection with these directives is part of the answer. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
): boolean {
  return (directives ?? []).every((directive) => {
    const condition = conditionOf(directive);
    if (!condition) return true;
    const value = 'variable' in condition ? conditions.get(condition.variable) : condition.value;
    return value === (directive.name.value === 'include');
  });
}

function conditionOf({
  name,
  arguments: given,
}: DirectiveNode): { variable: string } | { value: boolean } | undefined {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  const value = given?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return { variable: value.name.value };
  if (value?.kind === Kind.BOOLEAN) return { value: value.value };
  throw new Unsupported('A condition that is neither a variable nor a constant');
}

function inPlan(node: PlanNode | undefined): string[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(inPlan);
    case 'Flatten':
      return inPlan(node.node);
    case 'Condition':
      return [node.condition, ...inPlan(node.ifClause), ...inPlan(node.elseClause)];
    default:
      return [];
  }
}
