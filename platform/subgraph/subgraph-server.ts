import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ErrorCode } from '../graphql/errors';
import { listen } from '../http/listen';
import type { InternalTokens } from '../identity/internal-token';
import { DocumentCache } from './document-cache';
import type { Subgraph } from './subgraph';
import { acceptSubscriptions } from './subgraph-subscriptions';
import { contextFromWire } from './wire';

export interface SubgraphServerOptions {
  readonly subgraph: Subgraph;
  readonly tokens: InternalTokens;
  readonly log: Logger;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface SubgraphServer {
  readonly port: number;
  /** Not ready at once; finishes the requests that run, at most 10 s; closes sockets with 1001. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const STOP_GRACE_MILLIS = 10_000;

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Puts a subgraph on the network for the gateway and its peers: queries and mutations over HTTP, subscriptions over
 * graphql-transport-ws on the same path. Everything but health answers 401 without an internal token, `_service` and
 * `_entities` included.
 */
export async function serveSubgraph(options: SubgraphServerOptions): Promise<SubgraphServer> {
  const documents = new DocumentCache(options.subgraph.schema);
  let draining = false;
  let stopped: Promise<void> | undefined;
  const server = createServer((request, response) => {
    void answer(request, response, options, documents, () => draining).catch((error: unknown) => {
      options.log.error({ err: error }, 'a request to the subgraph failed');
      if (response.headersSent) response.destroy();
      else send(response, 500, { errors: [{ message: 'Something went wrong on our side.' }] });
    });
  });
  // Longer than the gateway keeps an idle connection, or it would send on one that is just being closed.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 15_000;
  const subscriptions = acceptSubscriptions(server, options, documents);
  const port = await listen(server, options.host, options.port);
  return {
    port,
    stop() {
      draining = true;
      return (stopped ??= stop());
    },
  };

  async function stop(): Promise<void> {
    await subscriptions.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const forced = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MILLIS);
    await closed;
    clearTimeout(forced);
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { subgraph, tokens, log }: SubgraphServerOptions,
  documents: DocumentCache,
  draining: () => boolean,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health/live')
    return send(response, 200, { status: 'up' });
  if (request.method === 'GET' && request.url === '/health/ready') {
    const dependencies = await subgraph.health();
    const down = draining() || Object.values(dependencies).includes('down');
    return send(response, down ? 503 : 200, {
      status: draining() ? 'draining' : down ? 'down' : 'up',
      dependencies,
    });
  }
  let context;
  try {
    context = contextFromWire(request.headers, subgraph.name, tokens, log);
  } catch (error) {
    request.resume();
    return send(response, 401, { errors: [error as GraphQLError] });
  }
  if (request.method !== 'POST' || request.url !== '/graphql')
    return send(response, 404, { errors: [{ message: 'Not found' }] });
  const text = await readBody(request);
  if (text === null) return send(response, 413, { errors: [{ message: 'The request is too large' }] });
  const body = bodySchema.safeParse(parseJson(text));
  if (!body.success)
    return send(response, 400, { errors: [{ message: 'The request is not a GraphQL request' }] });
  const parsed = documents.get(body.data.query);
  if ('errors' in parsed) return send(response, 200, { errors: parsed.errors.map(invalid) });
  const result = await subgraph.execute(
    {
      document: parsed.document,
      operationName: body.data.operationName ?? undefined,
      variables: body.data.variables ?? undefined,
    },
    context,
  );
  send(response, 200, result);
}

/** A document that this subgraph does not know: the gateway runs another version of the schema. */
function invalid(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: ErrorCode.GRAPHQL_VALIDATION_FAILED } });
}

function send(response: ServerResponse, status: number, body: ExecutionResult | object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
