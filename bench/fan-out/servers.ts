import path from 'node:path';
import { ServerProcess } from '../support/server-process';

export const SERVERS = {
  bodega: 'bodega.ts',
  'graphql-ws': 'graphql-ws.ts',
  'bare sockets': 'bare-sockets.ts',
} as const;

export type ServerName = keyof typeof SERVERS;

/** Runs the work beside a fresh server. */
export async function withServer<T>(
  name: ServerName,
  work: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const file = path.join(__dirname, 'servers', SERVERS[name]);
  const server = await ServerProcess.start({ file, execArgv: ['--expose-gc'] });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** Begins to raise events; resolves when the server has accepted. */
export async function raiseEvents({ port }: ServerProcess, count: number, perSecond: number): Promise<void> {
  const query = 'mutation ($count: Int!, $perSecond: Int!) { raise(count: $count, perSecond: $perSecond) }';
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { count, perSecond } }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${answer}`);
}

/** Looks every few milliseconds; rejects after half a minute. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
