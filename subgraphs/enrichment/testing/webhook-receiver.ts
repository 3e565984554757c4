import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedMessage {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reaction = (response: ServerResponse) => void;

export const status =
  (code: number, headers: Record<string, string> = {}): Reaction =>
  (response) =>
    response.writeHead(code, headers).end('noted');

/** A business's own server on a socket, which answers message by message as it is told to. */
export class WebhookReceiver {
  readonly messages: ReceivedMessage[] = [];
  readonly #server: Server;
  #script: Reaction[] = [];
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      response.on('error', () => undefined);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        this.messages.push({ path: request.url ?? '', headers: request.headers, body });
        (this.#script.shift() ?? status(204))(response);
        for (const wake of this.#waiting.splice(0)) wake();
      });
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks?shop=1`;
  }

  /** Begins anew: these for the next messages, then 204. */
  play(...script: Reaction[]): void {
    this.messages.length = 0;
    this.#script = script;
  }

  /** Resolves when it has had so many messages since the script began. */
  async until(count: number): Promise<readonly ReceivedMessage[]> {
    while (this.messages.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.messages;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** What a receiver's library computes, written from the specification and not from our code. */
export function expectedSignature(secret: string, { headers, body }: ReceivedMessage): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}
