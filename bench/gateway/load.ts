import { isDeepStrictEqual } from 'node:util';
import autocannon from 'autocannon';
import type { ServerProcess } from '../support/server-process';
import { expected, QUERY, VALUES } from './catalogue';

const CONNECTIONS = 50;
const PATH = '/graphql';
const HEADERS = { 'content-type': 'application/json' };

export interface Load {
  /** Of the gateway's process, all its threads. */
  readonly cpuMillis: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const bodyFor = (from: number): string => JSON.stringify({ query: QUERY, variables: { from } });

const requests = Array.from({ length: VALUES }, (_, from) => ({
  method: 'POST' as const,
  path: PATH,
  headers: HEADERS,
  body: bodyFor(from),
}));

/** For so long, or so many requests. */
export type Extent = { readonly duration: number } | { readonly amount: number };

/** As fast as it answers, by fifty connections that each wait for their answer. Throws when an answer is not a 200. */
export async function load(server: ServerProcess, varied: boolean, extent: Extent): Promise<Load> {
  let connection = 0;
  const before = await server.usage();
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}${PATH}`,
    method: 'POST',
    headers: HEADERS,
    body: bodyFor(0),
    connections: CONNECTIONS,
    ...extent,
    setupClient(client) {
      // Each begins elsewhere, or all would ask for the same at the same time and whoever shares requests would gain by it.
      const offset = Math.floor((connection++ * VALUES) / CONNECTIONS);
      if (varied) client.setRequests([...requests.slice(offset), ...requests.slice(0, offset)]);
    },
  });
  const after = await server.usage();
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0)
    throw new Error(`${failed} of ${result.requests.total} requests were not answered with 200`);
  return {
    cpuMillis: (after.cpuMicros - before.cpuMicros) / 1000 / result['2xx'],
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

/** What is fast must also be right. */
export async function checkAnswers(port: number): Promise<void> {
  for (const from of [0, 7, VALUES - 1]) {
    const url = `http://127.0.0.1:${port}${PATH}`;
    const response = await fetch(url, { method: 'POST', headers: HEADERS, body: bodyFor(from) });
    const answer: unknown = await response.json();
    if (!isDeepStrictEqual(answer, expected(from)))
      throw new Error(`A wrong answer: ${JSON.stringify(answer).slice(0, 300)}`);
  }
}
