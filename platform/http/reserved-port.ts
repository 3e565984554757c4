import { createServer, type Server, type Socket } from 'node:net';
import { listen } from './listen';

const BODY = JSON.stringify({
  status: 'down',
  dependencies: {},
  errors: [{ message: 'Bodega is starting.', extensions: { code: 'SERVICE_UNAVAILABLE' } }],
});
const STARTING = [
  'HTTP/1.1 503 Service Unavailable',
  'content-type: application/json',
  `content-length: ${Buffer.byteLength(BODY)}`,
  'retry-after: 1',
  'connection: close',
  '',
  BODY,
].join('\r\n');
/** For a client that does not close the connection after its answer. */
const LINGER_MILLIS = 1_000;

/**
 * A port that this process listens on before it can serve: one that is taken is known before anything else has started.
 * Whoever comes meanwhile is told to come again (503), in a form that probes and GraphQL clients understand.
 */
export class ReservedPort {
  #server: Server | undefined;

  private constructor(
    server: Server,
    readonly host: string,
    /** The one that was given, where any free one was asked for. */
    readonly port: number,
  ) {
    this.#server = server;
  }

  /** @throws ListenError when it cannot be listened on. */
  static async at(host: string, port: number): Promise<ReservedPort> {
    const server = createServer(sayStarting);
    return new ReservedPort(server, host, await listen(server, host, port));
  }

  /** From now on the other server takes what arrives: it listens on the same socket, so that nobody is refused in between. */
  async handOver(server: Server): Promise<void> {
    const reserved = this.#server;
    if (reserved === undefined) throw new Error('The port was given away before');
    this.#server = undefined;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(reserved, () => {
        server.off('error', reject);
        resolve();
      });
    });
  }

  /** Gives it back, unless it was handed over. */
  async release(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await new Promise((resolve) => server.close(resolve));
  }
}

function sayStarting(socket: Socket): void {
  socket.on('error', () => socket.destroy());
  // What was sent must be read, or the answer may be lost with it.
  socket.resume();
  socket.end(STARTING);
  setTimeout(() => socket.destroy(), LINGER_MILLIS).unref();
}
