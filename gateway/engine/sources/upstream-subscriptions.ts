import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { PushStream } from '../../../platform/async/push-stream';
import type { SourceRequest, SourceResult } from '../source';
import { checkResponse } from '../../../platform/http/graphql-response';

const MAX_FRAME_BYTES = 1024 * 1024;
const CONNECT_TIMEOUT_MILLIS = 3_000;
const IDLE_CLOSE_MILLIS = 5_000;
const PING_MILLIS = 10_000;
const PONG_MILLIS = 5_000;
/** Events that may wait for the engine, which reads as fast as they come. */
const CAPACITY = 1_024;

class UpstreamSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols, { maxPayload: MAX_FRAME_BYTES, handshakeTimeout: CONNECT_TIMEOUT_MILLIS });
  }
}

/** One connection to a subgraph, opened with the first subscription, that carries the operations of many identities. */
export class UpstreamSubscriptions {
  readonly #client: Client;

  constructor(url: string) {
    let overdue: NodeJS.Timeout | undefined;
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: UpstreamSocket,
      // Who subscribes knows how to resume; a reconnect in secret would lose events.
      retryAttempts: 0,
      connectionAckWaitTimeout: CONNECT_TIMEOUT_MILLIS,
      lazyCloseTimeout: IDLE_CLOSE_MILLIS,
      keepAlive: PING_MILLIS,
      on: {
        ping: (received) => {
          if (!received) overdue = setTimeout(() => this.#client.terminate(), PONG_MILLIS);
        },
        pong: (received) => {
          if (received) clearTimeout(overdue);
        },
        closed: () => clearTimeout(overdue),
      },
    });
  }

  /** @param extensions travel with the operation: the identity on whose behalf it is made. */
  open(
    { text, operationName, variables }: SourceRequest,
    extensions: Record<string, string>,
  ): PushStream<SourceResult> {
    let began = false;
    let close = (): void => undefined;
    const stream: PushStream<SourceResult> = new PushStream({
      capacity: CAPACITY,
      onOverflow: (queue) => {
        stream.end({ error: new Error('The engine does not keep up with the events') });
        return queue;
      },
      onClose: () => close(),
    });
    close = this.#client.subscribe<Record<string, unknown>>(
      { query: text, operationName, variables: { ...variables }, extensions },
      {
        next: (value) => {
          try {
            const result = checkResponse(value);
            const [refusal] = result.errors ?? [];
            // An answer without data before the first event: the subgraph has refused.
            if (!began && refusal && !result.data) stream.end({ error: toGraphQLError(refusal) });
            else stream.push(result);
            began = true;
          } catch (error) {
            stream.end({ error });
          }
        },
        error: (error) => stream.end({ error: failureOf(error) }),
        complete: () => stream.end(),
      },
    );
    return stream;
  }

  async stop(): Promise<void> {
    await this.#client.dispose();
  }
}

/** graphql-ws rejects with the subgraph's errors, or with whatever ended the connection. */
function failureOf(reason: unknown): unknown {
  if (!Array.isArray(reason)) return new Error('The connection to the subgraph was lost', { cause: reason });
  const [first] = reason as GraphQLFormattedError[];
  return first ? toGraphQLError(first) : new Error('The subgraph refused without a reason');
}

function toGraphQLError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
