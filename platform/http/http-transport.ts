import { Pool, errors as undiciErrors, type Dispatcher } from 'undici';
import { UnusableResponse } from './graphql-response';

const CONNECTIONS = 64;
const CONNECT_TIMEOUT_MILLIS = 2_000;
/** Shorter than any subgraph's own, or a request would be sent on a connection that is just being closed. */
const KEEP_ALIVE_MILLIS = 30_000;
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/** A pool of connections to one server that answers GraphQL requests. */
export class HttpTransport {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(url: string) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MILLIS,
      connect: { timeout: CONNECT_TIMEOUT_MILLIS },
      // The caller's signal is the deadline of the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** The response's text; throws UnusableResponse, or undici's error when there is no response before the signal. */
  async post(body: string, headers: Record<string, string>, signal: AbortSignal): Promise<string> {
    const response = await this.#pool.request({
      path: this.#path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...headers,
      },
      body,
      signal,
    });
    const text = await bounded(response);
    if (!isGraphQL(response)) throw new UnusableResponse(`The response has status ${response.statusCode}`);
    return text;
  }

  /** The text at another path of the same server, whatever its status. */
  async get(path: string, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string }> {
    const response = await this.#pool.request({ path, method: 'GET', signal });
    return { status: response.statusCode, text: await bounded(response) };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** Whether it was a connection that died, not an answer that displeased: a query may be sent once more. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof undiciErrors.SocketError) return true;
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

async function bounded({ body, headers }: Dispatcher.ResponseData): Promise<string> {
  if (Number(headers['content-length'] ?? 0) > MAX_RESPONSE_BYTES) {
    body.destroy();
    throw new UnusableResponse('The response is too large');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the connection: nothing more of it is read.
    if (size > MAX_RESPONSE_BYTES) throw new UnusableResponse('The response is too large');
    chunks.push(chunk);
  }
  return (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '';
}

/** GraphQL over HTTP: only the newer media type promises a GraphQL answer whatever the status. */
function isGraphQL({ statusCode, headers }: Dispatcher.ResponseData): boolean {
  const type = String(headers['content-type'] ?? '');
  if (statusCode === 401 || statusCode === 403) return false;
  if (type.startsWith('application/graphql-response+json')) return true;
  return type.startsWith('application/json') && statusCode < 500;
}
