import { STATUS_CODES, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, type PingMessage, type Server as ProtocolServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { FrameWriter, WriteTurns } from './frame-writer';
import { Heartbeat } from './heartbeat';
import { allowsOrigin } from './origins';

const MAX_FRAME_BYTES = 64 * 1024;
/** Of answers to a client that does not read them; above it the client is not read either. */
const MAX_BUFFERED_BYTES = 256 * 1024;
/** How long a peer may take to close its side when the gateway stops. */
const CLOSE_GRACE_MILLIS = 2_000;

/** One connection, as the protocol's hooks see it. */
export interface Connection {
  readonly socket: WebSocket;
  readonly writer: FrameWriter;
  /** Sends a message of the protocol; resolves when it has left the process, or never will. */
  send(message: string): Promise<void>;
  readonly request: IncomingMessage;
  /** Aborted when the connection has ended. */
  readonly closed: AbortSignal;
}

export interface WebSocketTransportOptions<C extends Connection> {
  readonly http: HttpServer;
  readonly path: string;
  readonly protocol: ProtocolServer<C>;
  readonly connection: (base: Connection) => C;
  /** Answers a ping of the protocol, which is not one of WebSocket's own. */
  readonly onPing: (connection: C, payload: PingMessage['payload']) => Promise<void>;
  readonly allowedOrigins: readonly string[];
  /** From one ping of a socket to the next. */
  readonly pingMillis?: number;
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
  const turns = new WriteTurns();
  const heartbeat = new Heartbeat(options.pingMillis);
  let stopping = false;

  const upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer): void => {
    // The peer may reset while it is being refused.
    duplex.on('error', () => undefined);
    const path = request.url?.split('?', 1)[0];
    if (path !== options.path) return refuse(duplex, 404);
    if (stopping) return refuse(duplex, 503);
    if (!allowsOrigin(request, options.allowedOrigins)) return refuse(duplex, 403);
    sockets.handleUpgrade(request, duplex, head, (socket) => serve(socket, duplex, request));
  };

  const serve = (socket: WebSocket, duplex: Duplex, request: IncomingMessage): void => {
    const closed = new AbortController();
    const writer = new FrameWriter(socket, duplex, turns);
    const pauseWhenBehind = (): void => {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.pause();
    };
    const send = (message: string): Promise<void> =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        writer.flush();
        socket.send(message, () => resolve());
        pauseWhenBehind();
      });
    const connection = options.connection({ socket, writer, send, request, closed: closed.signal });
    duplex.on('drain', () => socket.resume());
    // ws answers pings by itself, whether or not the peer reads.
    socket.on('ping', pauseWhenBehind);
    heartbeat.watch(socket);
    // ws closes the connection itself, with 1009 for a frame that is too large, 1002 or 1007 for a malformed one.
    socket.on('error', (error) => log.debug({ err: error }, 'a WebSocket connection failed'));
    const ended = protocol.opened(
      {
        protocol: socket.protocol,
        // A slow peer holds up its own operations and no memory.
        send,
        close: (code, reason) => {
          writer.flush();
          socket.close(code, reason);
        },
        onPing: (payload) => options.onPing(connection, payload),
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
  http.on('upgrade', upgrade);

  return {
    async stop() {
      stopping = true;
      heartbeat.stop();
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
