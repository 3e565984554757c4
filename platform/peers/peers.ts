import type { z } from 'zod';
import type { RequestContext } from '../context';

/** One operation that a subgraph sends to another: a document and the shape that the answer must have. */
export interface PeerOperation<Data> {
  readonly subgraph: string;
  /** The operation's text. Names its operation. */
  readonly document: string;
  readonly data: z.ZodType<Data>;
}

/**
 * How one subgraph asks another. The callee sees the caller's person and tenant plus the `internal` scope.
 * Rejects with SERVICE_UNAVAILABLE when the callee cannot be reached within the deadline or its circuit is open;
 * a timeout says nothing about whether the operation took effect, so every mutation sent here is idempotent.
 */
export interface Peers {
  request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data>;
}
