import { STATUS_CODES, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, type Server as ProtocolServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { allowsOrigin } from './origins';

const MAX_FRAME_BYTES = 64 * 1024;
/** A peer that has not answered a ping when the next one is due is dead: gone within 24 s. */
const PING_MILLIS = 12_000;
/** How long a peer may take to close its side when the gateway stops. */
const CLOSE_GRACE_MILLIS = 2_000;

/** One connection, as the protocol's hooks see it. */
export interface Connection {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Aborted when the connection has ended. */
  readonly closed: AbortSignal;
}

export interface WebSocketTransportOptions<C extends Connection> {
  readonly http: HttpServer;
  readonly path: string;
  readonly protocol: ProtocolServer<C>;
  readonly connection: (base: Connection) => C;
  readonly allowedOrigins: readonly string[];
  readonly log: Logger;
}

export interface WebSocketTransport {
  /** Takes no new connection and closes the others with 1001; resolves when all are closed. */
  stop(): Promise<void>;
}

/** Sockets and frames below graphql-transport-ws: who may connect, how large a frame may be, who is still there. */
export function webSocketTransport<C extends Connection>(
  options: WebSocketTransportOptions<C>,
): WebSocketTransport {
  const { http, protocol, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, handleProtocols });
  const awaited = new WeakSet<WebSocket>();
  let stopping = false;

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // The peer may reset while it is being refused.
    socket.on('error', () => undefined);
    const path = request.url?.split('?', 1)[0];
    if (path !== options.path) return refuse(socket, 404);
    if (stopping) return refuse(socket, 503);
    if (!allowsOrigin(request, options.allowedOrigins)) return refuse(socket, 403);
    sockets.handleUpgrade(request, socket, head, (accepted) => serve(accepted, request));
  };

  const serve = (socket: WebSocket, request: IncomingMessage): void => {
    const closed = new AbortController();
    const connection = options.connection({ socket, request, closed: closed.signal });
    socket.on('pong', () => awaited.delete(socket));
    // ws closes the connection itself, with 1009 for a frame that is too large, 1002 or 1007 for a malformed one.
    socket.on('error', (error) => log.debug({ err: error }, 'a WebSocket connection failed'));
    const ended = protocol.opened(
      {
        protocol: socket.protocol,
        // Settles when the frame has left the process: a slow peer holds up its own subscriptions and no memory.
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState === socket.OPEN) socket.send(data, () => resolve());
            else resolve();
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => {
            handle(Buffer.isBuffer(data) ? data.toString('utf8') : '').catch((error: unknown) => {
              log.error({ err: error }, 'a WebSocket message failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      closed.abort();
      void ended(code, String(reason));
    });
  };

  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (awaited.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        awaited.add(socket);
        socket.ping();
      }
    }
  }, PING_MILLIS);
  pings.unref();
  http.on('upgrade', upgrade);

  return {
    async stop() {
      stopping = true;
      clearInterval(pings);
      const closing = [...sockets.clients].map(
        (socket) => new Promise((resolve) => socket.once('close', resolve)),
      );
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      const forced = setTimeout(
        () => sockets.clients.forEach((socket) => socket.terminate()),
        CLOSE_GRACE_MILLIS,
      );
      await Promise.all(closing);
      clearTimeout(forced);
      http.off('upgrade', upgrade);
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
