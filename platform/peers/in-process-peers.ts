import { parse, validate, type DocumentNode } from 'graphql';
import type { RequestContext } from '../context';
import { INTERNAL_SCOPE, type Identity } from '../identity/identity';
import { ErrorCode, PublicError, serviceUnavailable } from '../graphql/errors';
import type { Subgraph } from '../subgraph/subgraph';
import type { PeerOperation, Peers } from './peers';

/** The identity with which `service` asks another subgraph for the person of the context. */
export function serviceIdentity(service: string, identity: Identity | null): Identity {
  if (identity === null) throw new Error('A subgraph asks another only on behalf of a business');
  return { ...identity, service, scopes: [...identity.scopes, INTERNAL_SCOPE] };
}

/** Peers in the same process: no HTTP, each document parsed and validated once. */
export class InProcessPeers implements Peers {
  readonly #documents = new Map<string, DocumentNode>();

  constructor(
    private readonly service: string,
    /** Looked up at the time of the call: subgraphs of one process start one after the other. */
    private readonly find: (subgraph: string) => Subgraph | undefined,
  ) {}

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    const subgraph = this.find(operation.subgraph);
    if (!subgraph) throw serviceUnavailable(`The ${operation.subgraph} service`);
    const result = await subgraph.execute(
      { document: this.#document(operation, subgraph), variables },
      { ...context, identity: serviceIdentity(this.service, context.identity) },
    );
    return answerOf(operation, result);
  }

  #document<Data>(operation: PeerOperation<Data>, subgraph: Subgraph): DocumentNode {
    const known = this.#documents.get(operation.document);
    if (known) return known;
    const document = parse(operation.document);
    const [error] = validate(subgraph.schema, document);
    if (error) throw error;
    this.#documents.set(operation.document, document);
    return document;
  }
}

/** The parsed answer of a peer; an error in it keeps its code. */
export function answerOf<Data>(
  operation: PeerOperation<Data>,
  result: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  },
): Data {
  const [error] = result.errors ?? [];
  if (error) {
    if (error.extensions?.['code'] === ErrorCode.SERVICE_UNAVAILABLE)
      throw serviceUnavailable(`The ${operation.subgraph} service`);
    throw new PublicError(ErrorCode.INTERNAL_SERVER_ERROR, `${operation.subgraph}: ${error.message}`);
  }
  return operation.data.parse(result.data);
}
