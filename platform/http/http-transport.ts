import type { IncomingHttpHeaders } from 'node:http';
import { Pool, errors as undiciErrors, type Dispatcher } from 'undici';
import { DeadlineExceeded } from '../resilience/deadline';
import { UnusableResponse } from './graphql-response';

const CONNECTIONS = 64;
const CONNECT_TIMEOUT_MILLIS = 2_000;
/** Shorter than any subgraph's own, or a request would be sent on a connection that is just being closed. */
const KEEP_ALIVE_MILLIS = 30_000;
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/** A request on its way. */
export interface Exchange {
  /** The response's text; rejects with UnusableResponse, DeadlineExceeded, the reason of `cancel`, or undici's error. */
  readonly promise: Promise<string>;
  /** Rejects at once and closes the connection, if it still runs. */
  readonly cancel: (reason: Error) => void;
}

/** A pool of connections to one server that answers GraphQL requests. */
export class HttpTransport {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(
    url: string,
    /** Names the server in errors. */
    private readonly name = 'The server',
  ) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MILLIS,
      connect: { timeout: CONNECT_TIMEOUT_MILLIS },
      // An exchange has one deadline, for all of it.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** @param millis until the whole response must be there. */
  send(body: string, headers: Readonly<Record<string, string>>, millis: number): Exchange {
    const response = new TextResponse(this.name, millis, checkGraphQL);
    this.#pool.dispatch(
      {
        path: this.#path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json;q=0.9',
          ...headers,
        },
        body,
      },
      response,
    );
    return response;
  }

  /** As `send`, until a signal. */
  async post(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string> {
    return untilAborted(this.send(body, headers, NEVER), signal);
  }

  /** The text at another path of the same server, whatever its status. */
  async get(path: string, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string }> {
    const response = new TextResponse(this.name, NEVER, () => undefined);
    this.#pool.dispatch({ path, method: 'GET' }, response);
    const text = await untilAborted(response, signal);
    return { status: response.status, text };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

const NEVER = Infinity;

/** Whether it was a connection that died, not an answer that displeased: a query may be sent once more. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof undiciErrors.SocketError) return true;
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

/** Throws what is wrong with a response as its head shows it. */
type Check = (status: number, headers: IncomingHttpHeaders) => void;

/**
 * Gathers a response as text, at most 10 MB of it. undici's own `request` makes a stream and a signal for each, which cost
 * more than the exchange itself.
 */
class TextResponse implements Dispatcher.DispatchHandler, Exchange {
  readonly promise: Promise<string>;
  status = 0;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #failure: Error | undefined;
  #resolve: (text: string) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(
    what: string,
    millis: number,
    private readonly check: Check,
  ) {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (millis !== NEVER)
      this.#timer = setTimeout(() => this.cancel(new DeadlineExceeded(what, millis)), millis);
  }

  readonly cancel = (reason: Error): void => {
    if (this.#failure) return;
    this.#failure = reason;
    clearTimeout(this.#timer);
    this.#reject(reason);
    this.#controller?.abort(reason);
  };

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while it waited for a connection.
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // An informational response: the real one follows.
    if (status < 200) return;
    this.status = status;
    try {
      if (Number(headers['content-length'] ?? 0) > MAX_RESPONSE_BYTES) throw tooLarge();
      this.check(status, headers);
    } catch (error) {
      this.cancel(error as Error);
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MAX_RESPONSE_BYTES) this.cancel(tooLarge());
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#resolve(whole.toString('utf8'));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.cancel(error);
  }
}

function tooLarge(): UnusableResponse {
  return new UnusableResponse('The response is too large');
}

/** GraphQL over HTTP: only the newer media type promises a GraphQL answer whatever the status. */
function checkGraphQL(status: number, headers: IncomingHttpHeaders): void {
  const type = headers['content-type'] ?? '';
  const refused = status === 401 || status === 403;
  const usual = type.startsWith('application/json') && status < 500;
  if (refused || !(usual || type.startsWith('application/graphql-response+json')))
    throw new UnusableResponse(`The response has status ${status}`);
}

/** The exchange's own outcome; a signal that is aborted cancels it. */
export async function untilAborted(exchange: Exchange, signal: AbortSignal): Promise<string> {
  const abort = (): void => exchange.cancel(new Error('Nobody waits any more', { cause: signal.reason }));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await exchange.promise;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
