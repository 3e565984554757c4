import { once } from 'node:events';
import type { GraphQLFormattedError } from 'graphql';
import { WebSocket } from 'ws';

export interface Request {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: object;
  readonly extensions?: object;
}

export interface Outcome {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
  /** Of HTTP alone. */
  readonly status?: number;
  readonly headers?: Headers;
}

/** Sends one operation to the gateway at this address, with credentials as headers, and waits for its first result. */
export type Send = (url: string, request: Request, headers?: Record<string, string>) => Promise<Outcome>;

export const overHttp: Send = async (url, request, headers = {}) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  const body = (await response.json()) as Outcome;
  return { ...body, status: response.status, headers: response.headers };
};

export const overSse: Send = async (url, request, headers = {}) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(request),
  });
  const [, data = '{}'] = /event: next\ndata: (.*)\n/.exec(await response.text()) ?? [];
  return JSON.parse(data) as Outcome;
};

/** By one connection of its own, whose `connectionParams` are the headers. */
export const overWebSocket: Send = async (url, request, headers = {}) => {
  const socket = await openSocket(url, headers);
  try {
    return await askOn(socket, request);
  } finally {
    socket.close();
  }
};

export const TRANSPORTS: readonly (readonly [name: string, send: Send])[] = [
  ['HTTP', overHttp],
  ['server-sent events', overSse],
  ['a WebSocket', overWebSocket],
];

/** A connection that was acknowledged; rejects with the code when it is closed instead. */
export async function openSocket(url: string, connectionParams: object): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const closed = once(socket, 'close').then(([code]) => {
    throw new Error(`closed with ${code}`);
  });
  closed.catch(() => undefined);
  socket.send(JSON.stringify({ type: 'connection_init', payload: connectionParams }));
  await Promise.race([once(socket, 'message'), closed]);
  return socket;
}

let operations = 0;

/** The first result of one operation on an open connection. */
export async function askOn(socket: WebSocket, request: Request): Promise<Outcome> {
  const id = String((operations += 1));
  const answer = new Promise<Outcome>((resolve, reject) => {
    const closed = (code: number): void => reject(new Error(`closed with ${code}`));
    socket.once('close', closed);
    const listen = (data: Buffer): void => {
      const message = JSON.parse(data.toString('utf8')) as { id?: string; type: string; payload: unknown };
      if (message.id !== id) return;
      socket.off('message', listen).off('close', closed);
      resolve(
        message.type === 'error'
          ? { errors: message.payload as Outcome['errors'] & [] }
          : (message.payload as Outcome),
      );
    };
    socket.on('message', listen);
  });
  // The protocol demands a query, even where the extensions name a persisted one.
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: '', ...request } }));
  return answer;
}

/** The codes of the errors, in their order. */
export function codes({ errors = [] }: Outcome): unknown[] {
  return errors.map(({ extensions }) => extensions?.['code']);
}
