import type { ServiceMap } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError, parse, type DocumentNode, type ExecutionResult } from 'graphql';
import { visibleErrors } from './error-paths';
import { failedResult, fetchFailure } from './failed-fetch';
import { narrowFragments } from './narrow-fragments';
import type { PreparedOperation } from './prepared-operation';
import type { FetchContext, SourceResult, SubgraphSource, Variables } from './source';

/** Answers a fetch in place of its subgraph; undefined leaves it to the subgraph. */
export type Answered = (operation: string) => SourceResult | undefined;

/**
 * Executes a plan with Apollo's own executor: the complete path, and the measure of every faster one. Never rejects
 * because of a subgraph: what failed is null in `data` and explained in `errors`.
 */
export async function executeByApollo(
  operation: PreparedOperation,
  plan: QueryPlan,
  variables: Variables,
  context: FetchContext,
  answered?: Answered,
): Promise<ExecutionResult> {
  const { generation } = operation;
  const fetches = fetchesOf(plan);
  const services: ServiceMap = {};
  for (const [name, source] of generation.sources) {
    services[name] = {
      process: async ({ request }) => {
        const text = request.query ?? '';
        const ready = answered?.(text);
        const { data, errors } =
          ready ?? (await ask(source, fetches.get(text), request.variables ?? {}, context));
        return { data, ...(errors && { errors: errors.map(toGraphQLError) }) };
      },
    };
  }
  try {
    const result = await apolloGateway().executeQueryPlan(
      plan,
      services,
      requestContext(operation, variables, context),
      narrowFragments(operation),
      generation.supergraphSchema,
      generation.api,
    );
    return withVisibleErrors(result, operation);
  } catch (error) {
    // It asserts what a subgraph's answer looks like, and throws away everything else with it.
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { errors: [new GraphQLError('The plan could not be executed', { originalError })] };
  }
}

/** Loaded when the first operation needs it, for it takes half a second: a start does not wait for that. */
function apolloGateway(): typeof import('@apollo/gateway') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() leaves CommonJS, where tsx does not follow
  return require('@apollo/gateway') as typeof import('@apollo/gateway');
}

async function ask(
  source: SubgraphSource,
  planned: PlannedFetch | undefined,
  variables: Variables,
  context: FetchContext,
): Promise<SourceResult> {
  if (!planned) throw new Error(`The plan has no such fetch from ${source.name}`);
  const { node, document } = planned;
  try {
    return await source.fetch(
      {
        kind: node.operationKind,
        text: node.operation,
        document,
        operationName: node.operationName,
        variables,
      },
      context,
    );
  } catch (error) {
    if (!(error instanceof GraphQLError))
      context.log.error({ err: error, subgraph: source.name }, 'fetch failed');
    return failedResult(node, document, variables, fetchFailure(error, source.name));
  }
}

interface PlannedFetch {
  readonly node: FetchNode;
  readonly document: DocumentNode;
}

const planned = new WeakMap<QueryPlan, ReadonlyMap<string, PlannedFetch>>();

/** The fetches of a plan by their text, which is all that Apollo's executor tells about them. */
function fetchesOf(plan: QueryPlan): ReadonlyMap<string, PlannedFetch> {
  const known = planned.get(plan);
  if (known) return known;
  const fetches = new Map<string, PlannedFetch>();
  const visit = (node: PlanNode | undefined): void => {
    switch (node?.kind) {
      case 'Sequence':
      case 'Parallel':
        return node.nodes.forEach(visit);
      case 'Flatten':
        return visit(node.node);
      case 'Condition':
        visit(node.ifClause);
        return visit(node.elseClause);
      case 'Fetch':
        fetches.set(node.operation, { node, document: documentOf(node) });
        return;
      default:
        return;
    }
  };
  if (plan.node?.kind !== 'Subscription') visit(plan.node);
  planned.set(plan, fetches);
  return fetches;
}

export function documentOf(node: FetchNode): DocumentNode {
  return node.operationDocumentNode ?? parse(node.operation, { noLocation: true });
}

function toGraphQLError(error: { message: string } & Partial<GraphQLError>): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(error.message, { path: error.path, extensions: error.extensions });
}

/** The part of Apollo Server's request context that the executor reads. */
function requestContext(
  operation: PreparedOperation,
  variables: Variables,
  context: FetchContext,
): GatewayGraphQLRequestContext {
  const read: Pick<
    GatewayGraphQLRequestContext,
    'request' | 'document' | 'context' | 'metrics' | 'schema' | 'logger'
  > = {
    request: { variables: { ...variables } },
    document: operation.document,
    context: {},
    metrics: {},
    schema: operation.generation.schema,
    logger: context.log,
  };
  return read as GatewayGraphQLRequestContext;
}

/** A null where the schema allows none reaches Apollo's `extensions` only; a client looks for it in `errors`. */
function withVisibleErrors(result: GatewayExecutionResult, operation: PreparedOperation): ExecutionResult {
  const found: unknown = result.extensions?.['valueCompletion'];
  const completion = Array.isArray(found) ? found.filter((error) => error instanceof GraphQLError) : [];
  const errors = visibleErrors([...(result.errors ?? []), ...completion].map(toGraphQLError), operation);
  return { ...(result.data !== undefined && { data: result.data }), ...(errors.length > 0 && { errors }) };
}
