import type { QueryPlan } from '@apollo/query-planner';
import type { ExecutionResult } from 'graphql';
import { executeByApollo, type Answered } from './apollo-executor';
import { compilePlan, type Execute } from './compiled/compiled-plan';
import { Unsupported } from './compiled/unsupported';
import type { PreparedOperation } from './prepared-operation';
import type { FetchContext, Variables } from './source';

const executors = new WeakMap<QueryPlan, Execute>();

/**
 * Executes a plan: compiled where the compiled executor knows all of it, by Apollo's executor otherwise. Never rejects
 * because of a subgraph: what failed is null in `data` and explained in `errors`.
 */
export function executePlan(
  operation: PreparedOperation,
  plan: QueryPlan,
  variables: Variables,
  context: FetchContext,
  answered?: Answered,
): Promise<ExecutionResult> {
  let execute = executors.get(plan);
  if (!execute) executors.set(plan, (execute = executorOf(operation, plan)));
  return execute(variables, context, answered);
}

function executorOf(operation: PreparedOperation, plan: QueryPlan): Execute {
  try {
    return compilePlan(operation, plan);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return (variables, context, answered) => executeByApollo(operation, plan, variables, context, answered);
  }
}
