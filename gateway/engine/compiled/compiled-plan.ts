import type { PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import { OperationTypeNode, type ExecutionResult } from 'graphql';
import { executeByApollo, type Answered } from '../apollo-executor';
import { visibleErrors } from '../error-paths';
import type { PreparedOperation } from '../prepared-operation';
import type { FetchContext, Variables } from '../source';
import { compileConditions, type Conditions } from './conditions';
import { compileFetch, type Run, type Step } from './fetch';
import { mend } from './mend';
import { compileShape, NOT_PLAIN, type Shape } from './shape';
import { Unsupported } from './unsupported';

export type Execute = (
  variables: Variables,
  context: FetchContext,
  answered?: Answered,
) => Promise<ExecutionResult>;

/**
 * A plan as functions made once for it: same data, same errors, same paths as Apollo's executor, without building the
 * operation anew and interpreting it field by field for each request. Throws Unsupported for what it does not know.
 */
export function compilePlan(operation: PreparedOperation, plan: QueryPlan): Execute {
  const { generation, definition, document, context: operationContext } = operation;
  const node = plan.node?.kind === 'Subscription' ? undefined : plan.node;
  const root = generation.schema.getRootType(definition.operation);
  if (!root) throw new Unsupported('An operation without a root type');
  const conditionsOf = compileConditions(document, definition, node);
  const step = node && compileNode(operation, node, []);
  const shapes = new Map<string, Shape | null>();
  const shapeFor = (conditions: Conditions): Shape | null => {
    const key = [...conditions.values()].join();
    let shape = shapes.get(key);
    if (shape === undefined) {
      const input = { schema: generation.schema, fragments: operationContext.fragments, conditions };
      shapes.set(key, (shape = known(() => compileShape(input, root, definition.selectionSet))));
    }
    return shape;
  };

  return async (variables, context, answered) => {
    const conditions = conditionsOf(variables);
    const shape = conditions && shapeFor(conditions);
    if (!shape) return executeByApollo(operation, plan, variables, context, answered);
    const run: Run = { data: {}, errors: [], variables, context, answered };
    await step?.(run);
    const data = shaped(shape, run.data);
    if (data === null) return completed(operation, run);
    if (run.errors.length === 0) return { data };
    return { data, errors: visibleErrors(run.errors, operation) };
  };
}

/** Null when the compiler meets something that it does not know. */
function known<T>(compile: () => T): T | null {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

function shaped(shape: Shape, data: unknown): Record<string, unknown> | null {
  try {
    return shape(data) as Record<string, unknown>;
  } catch (error) {
    // Shapes of abstract types are compiled when the first object of a type arrives.
    if (error === NOT_PLAIN || error instanceof Unsupported) return null;
    throw error;
  }
}

/** Data that is not plainly valid, made into an answer by Apollo's executor; nothing is fetched again. */
async function completed(operation: PreparedOperation, run: Run): Promise<ExecutionResult> {
  const mended = mend(operation, run.data);
  const gathered = { data: mended.data };
  const [subgraph] = operation.generation.subgraphs;
  const plan: QueryPlan = {
    kind: 'QueryPlan',
    node: {
      kind: 'Fetch',
      serviceName: subgraph?.name ?? '',
      operation: '{__typename}',
      operationName: undefined,
      operationKind: OperationTypeNode.QUERY,
    },
  };
  const result = await executeByApollo(operation, plan, run.variables, run.context, () => gathered);
  // As Apollo has it: a null is told of only when no subgraph's error explains it.
  const completion = run.errors.length === 0 ? (result.errors ?? []) : [];
  const errors = visibleErrors([...run.errors, ...mended.errors, ...completion], operation);
  return { ...result, ...(errors.length > 0 && { errors }) };
}

function compileNode(operation: PreparedOperation, node: PlanNode, path: ResponsePath): Step {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(operation, child, path));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(operation, child, path));
      return async (run) => {
        await Promise.all(steps.map(async (step) => step(run)));
      };
    }
    case 'Flatten':
      return compileNode(operation, node.node, [...path, ...node.path]);
    case 'Condition':
      return compileCondition(operation, node, path);
    case 'Fetch': {
      const { generation } = operation;
      const source = generation.sources.get(node.serviceName);
      if (!source) throw new Unsupported('A fetch from an unknown subgraph');
      return compileFetch(node, path, source, generation.supergraphSchema);
    }
    default:
      throw new Unsupported(`A plan with ${node.kind}`);
  }
}

function compileCondition(
  operation: PreparedOperation,
  node: Extract<PlanNode, { kind: 'Condition' }>,
  path: ResponsePath,
): Step {
  const ifStep = node.ifClause && compileNode(operation, node.ifClause, path);
  const elseStep = node.elseClause && compileNode(operation, node.elseClause, path);
  const conditionsOf = compileConditions(operation.document, operation.definition, node);
  return (run) => (conditionsOf(run.variables)?.get(node.condition) ? ifStep?.(run) : elseStep?.(run));
}
