import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context';

export const SUBGRAPHS = ['products', 'inventory', 'orders', 'auth', 'enrichment'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** State of one dependency for readiness; `degraded` still serves. */
export type DependencyStatus = 'up' | 'degraded' | 'down';

/**
 * A started subgraph, wherever it runs. Embedded, the gateway calls `execute` and `subscribe` directly, with the
 * identity as an object; distributed, an HTTP server in front of it turns internal tokens into the same calls.
 */
export interface Subgraph {
  readonly name: SubgraphName;
  /** Federation subgraph schema, guarded by the permissions of its SDL. */
  readonly schema: GraphQLSchema;
  /** Executes a query or mutation. The document must already be valid against `schema`. */
  execute(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult>;
  /** Opens a subscription; answers an ExecutionResult with errors when it is refused. `return()` takes effect at once. */
  subscribe(
    request: SubgraphRequest,
    context: RequestContext,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  health(): Promise<Record<string, DependencyStatus>>;
  /** Finishes what runs, closes its pools. */
  stop(): Promise<void>;
}
