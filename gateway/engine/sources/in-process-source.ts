import { remainingMillis } from '../../../platform/context';
import { withDeadline } from '../../../platform/resilience/deadline';
import type { DependencyStatus, Subgraph } from '../../../platform/subgraph/subgraph';
import {
  FETCH_LIMIT_MILLIS,
  type FetchContext,
  type SourceRequest,
  type SourceResult,
  type SubgraphSource,
} from '../source';

/** A subgraph in this process: no HTTP, nothing parsed or validated again, the identity handed over as an object. */
export class InProcessSource implements SubgraphSource {
  constructor(
    private readonly subgraph: Pick<Subgraph, 'execute' | 'subscribe' | 'health'> & { readonly name: string },
  ) {}

  get name(): string {
    return this.subgraph.name;
  }

  async fetch(request: SourceRequest, context: FetchContext): Promise<SourceResult> {
    // The subgraph has deadlines of its own; this one holds even when it forgets them.
    const millis = remainingMillis(context, FETCH_LIMIT_MILLIS);
    return withDeadline(this.subgraph.execute(subgraphRequest(request), context), millis, this.name);
  }

  async subscribe(
    request: SourceRequest,
    context: FetchContext,
  ): Promise<AsyncIterableIterator<SourceResult> | SourceResult> {
    return this.subgraph.subscribe(subgraphRequest(request), context);
  }

  async health(): Promise<Record<string, DependencyStatus>> {
    try {
      return await this.subgraph.health();
    } catch {
      return { [this.name]: 'down' };
    }
  }

  async stop(): Promise<void> {}
}

function subgraphRequest({ document, operationName, variables }: SourceRequest) {
  return { document, variables, ...(operationName !== undefined && { operationName }) };
}
