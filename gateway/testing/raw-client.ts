import { once } from 'node:events';
import type { WebSocket } from 'ws';
import type { Door } from './door';

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: Record<string, unknown> | readonly Record<string, unknown>[];
}

/** Speaks graphql-transport-ws message by message, as no library would. */
export class RawClient {
  readonly messages: Message[] = [];
  readonly closed: Promise<number>;
  #arrived: (() => void) | undefined;

  private constructor(readonly socket: WebSocket) {
    this.closed = once(socket, 'close').then(([code]) => code as number);
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()));
      this.#arrived?.();
    });
  }

  /** Connected, and let in with these connection parameters. */
  static async open(door: Door, payload: Record<string, unknown> = {}): Promise<RawClient> {
    const client = new RawClient(await door.socket());
    client.send({ type: 'connection_init', payload });
    await client.next((message) => message.type === 'connection_ack');
    return client;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: unknown): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The next message that is wanted; those before it are dropped. */
  async next(wanted: (message: Message) => boolean = () => true): Promise<Message> {
    for (;;) {
      for (let message = this.messages.shift(); message; message = this.messages.shift())
        if (wanted(message)) return message;
      await this.some();
    }
  }

  /** Resolves with the next message to arrive. */
  async some(): Promise<void> {
    await new Promise<void>((resolve) => (this.#arrived = resolve));
  }

  /** The answer to a query that was sent later than everything else; messages before it are kept. */
  async alive(): Promise<unknown> {
    this.subscribe('alive', '{ product(id: 1) { name } }');
    const completed = (): boolean =>
      this.messages.some(({ id, type }) => id === 'alive' && type === 'complete');
    while (!completed()) await this.some();
    const answer = this.messages.find(({ id }) => id === 'alive')?.payload;
    const others = this.messages.filter(({ id }) => id !== 'alive');
    this.messages.splice(0, Infinity, ...others);
    return answer;
  }
}
