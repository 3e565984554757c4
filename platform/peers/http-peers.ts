import type { RequestContext } from '../context';
import { remainingMillis } from '../context';
import { parseResponse, UnusableResponse } from '../http/graphql-response';
import { HttpTransport } from '../http/http-transport';
import type { InternalTokens } from '../identity/internal-token';
import { CallPolicy, type CircuitStateName } from '../resilience/call-policy';
import { Unreachable } from '../resilience/unreachable';
import { wireHeaders } from '../subgraph/wire';
import type { Logger } from 'pino';
import { answerOf, serviceIdentity } from './in-process-peers';
import type { PeerOperation, Peers } from './peers';

/** Of one attempt; the caller's own deadline bounds them all. */
const ATTEMPT_MILLIS = 2_500;
const TOTAL_MILLIS = 8_000;

interface Peer {
  readonly transport: HttpTransport;
  readonly policy: CallPolicy;
}

/**
 * Peers in other processes: HTTP with an internal token, up to three attempts for connection trouble and missed deadlines,
 * and a circuit breaker for each peer. Every operation sent here is idempotent, so an attempt whose answer was lost may be
 * sent again.
 */
export class HttpPeers implements Peers {
  readonly #peers: ReadonlyMap<string, Peer>;

  constructor(
    private readonly service: string,
    addresses: ReadonlyMap<string, string>,
    private readonly tokens: InternalTokens,
    log: Logger,
  ) {
    this.#peers = new Map(
      [...addresses].map(([name, url]) => [
        name,
        { transport: new HttpTransport(url), policy: policyFor(name, log) },
      ]),
    );
  }

  /** For readiness and metrics. */
  circuits(): Record<string, CircuitStateName> {
    return Object.fromEntries([...this.#peers].map(([name, { policy }]) => [name, policy.state]));
  }

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    const { subgraph, document } = operation;
    const peer = this.#peers.get(subgraph);
    if (!peer) throw new Error(`The ${this.service} service was given no address of ${subgraph}`);
    const caller = { ...context, identity: serviceIdentity(this.service, context.identity) };
    const body = JSON.stringify({ query: document, variables });
    const text = await peer.policy.execute(
      async (signal) => {
        const headers = wireHeaders(caller, subgraph, this.tokens);
        return peer.transport.post(body, headers, signal).catch(asUnreachable);
      },
      remainingMillis(context, TOTAL_MILLIS),
      { unattended: context.unattended === true },
    );
    return answerOf(operation, parseResponse(text));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#peers.values()].map(({ transport }) => transport.close()));
  }
}

function policyFor(name: string, log: Logger): CallPolicy {
  return new CallPolicy({
    what: `The ${name} service`,
    attemptMillis: ATTEMPT_MILLIS,
    onFailure: ({ error, attempt }) =>
      log.warn({ err: error, peer: name, attempt }, 'a call to a peer failed'),
    onStateChange: (state) => log.warn({ peer: name, state }, 'the circuit to a peer changed'),
  });
}

/** A page of a proxy, or half an answer: the peer itself has not spoken. */
function asUnreachable(error: unknown): never {
  if (error instanceof UnusableResponse) throw new Unreachable(error.message, { cause: error });
  throw error;
}
