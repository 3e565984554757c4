import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { DependencyStatus } from '../../platform/subgraph/subgraph';

export type Variables = Readonly<Record<string, unknown>>;

/** What the engine knows of a request while it runs. */
export interface FetchContext extends RequestContext {
  /** Aborted when the client goes away: nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** One operation for one subgraph, as the query plan has it. */
export interface SourceRequest {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  /** The same operation, parsed: a subgraph in the process needs no text. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

export type SourceData = Record<string, unknown>;

/** An answer in the shape that GraphQL prescribes. The receiver owns `data` and may change it. */
export interface SourceResult {
  readonly data?: SourceData | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A subgraph as the engine sees it, wherever it runs. */
export interface SubgraphSource {
  readonly name: string;
  /**
   * Answers within 8 s and within the request's deadline. Rejects when the subgraph gave no usable answer; a refusal by
   * the subgraph itself is a result with `errors`.
   */
  fetch(request: SourceRequest, context: FetchContext): Promise<SourceResult>;
  /**
   * Opens a stream of events; a result instead of a stream is a refusal. The stream ends with a rejection when the
   * subgraph breaks off; `return()` takes effect at once.
   */
  subscribe(
    request: SourceRequest,
    context: FetchContext,
  ): Promise<AsyncIterableIterator<SourceResult> | SourceResult>;
  /** State of the subgraph and of what it depends on, by name. Never rejects. */
  health(): Promise<Record<string, DependencyStatus>>;
  /** Closes connections; what runs in the subgraph itself is not touched. */
  stop(): Promise<void>;
}

/** A subgraph as the supergraph names it. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

export type SourceFactory = (subgraph: SubgraphAddress) => SubgraphSource;

/** Milliseconds that one subgraph may take for one fetch; the client's own deadline is longer. */
export const FETCH_LIMIT_MILLIS = 8_000;

export function isStream(
  answer: AsyncIterableIterator<SourceResult> | SourceResult,
): answer is AsyncIterableIterator<SourceResult> {
  return Symbol.asyncIterator in answer;
}
