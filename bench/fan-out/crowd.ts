import { createConnection, type Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { ServerProcess } from '../support/server-process';

/** Connections that are opened at the same time. */
const AT_ONCE = 100;
const NEXT = Buffer.from('"type":"next"');
const END_OF_HEADERS = '\r\n\r\n';

/** A client that spends on a frame hardly more than finding its end, so that the server is what is measured. */
export class LeanClient {
  received = 0;
  /** Set when the server has ended the subscription: what it said. */
  ended: string | undefined;
  onNext: ((client: LeanClient, frame: Buffer) => void) | undefined;
  #rest: Buffer = Buffer.alloc(0);
  #open = false;

  private constructor(
    private readonly socket: Socket,
    private readonly onAcknowledged: () => void,
  ) {
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => undefined);
  }

  /** Resolves when the server has acknowledged; subscribes then, unless there is no document. */
  static async connect(port: number, user: string, document: string | undefined): Promise<LeanClient> {
    const socket = createConnection(port, '127.0.0.1').setNoDelay(true);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('The server has closed a connection')));
      const client = new LeanClient(socket, () => {
        const payload = { query: document };
        if (document !== undefined) client.#send({ id: randomUUID(), type: 'subscribe', payload });
        resolve(client);
      });
      socket.write(
        `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n` +
          `Sec-WebSocket-Protocol: graphql-transport-ws${END_OF_HEADERS}`,
      );
      client.#send({ type: 'connection_init', payload: { 'x-api-key': user } });
    });
  }

  pause(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  #send(message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    const header = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    this.socket.write(Buffer.concat([header, payload]));
  }

  #read(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#open) {
      const end = data.indexOf(END_OF_HEADERS);
      if (end < 0) return void (this.#rest = data);
      this.#open = true;
      data = data.subarray(end + END_OF_HEADERS.length);
    }
    let at = 0;
    while (data.length - at >= 2) {
      let length = (data[at + 1] ?? 0) & 0x7f;
      let start = at + 2;
      if (length === 126) {
        if (data.length < at + 4) break;
        length = data.readUInt16BE(at + 2);
        start = at + 4;
      }
      if (data.length < start + length) break;
      this.#frame((data[at] ?? 0) & 0x0f, data.subarray(start, start + length));
      at = start + length;
    }
    this.#rest = data.subarray(at);
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === 9) {
      this.socket.write(Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload]));
    } else if (opcode === 1 && payload.indexOf(NEXT) >= 0) {
      this.received += 1;
      this.onNext?.(this, payload);
    } else if (opcode === 1 && payload.includes('"connection_ack"')) {
      this.onAcknowledged();
    } else if (opcode === 1) {
      this.ended = String(payload);
    }
  }
}

/** Connects so many clients, ten by a person. */
export async function connectAll(
  { port }: ServerProcess,
  size: number,
  document: string | undefined,
): Promise<LeanClient[]> {
  const clients: LeanClient[] = [];
  while (clients.length < size) {
    const some = Array.from({ length: Math.min(AT_ONCE, size - clients.length) }, (_, index) =>
      LeanClient.connect(port, `user-${Math.floor((clients.length + index) / 10)}`, document),
    );
    clients.push(...(await Promise.all(some)));
  }
  return clients;
}
