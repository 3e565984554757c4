import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../gateway/testing/random';

/** Up: what a client asks. Down: what it is answered. */
export type Direction = 'up' | 'down';

/** What happens to the bytes of one direction. */
export interface Faults {
  /** Each piece waits this long, at most. */
  readonly delayMillis: number;
  /** One piece in so many ends its connection with a reset on both sides, instead of arriving. 0: none. */
  readonly cutOneIn: number;
  /** One piece in so many is lost, with all that follows it on its connection, which stays open. 0: none. */
  readonly swallowOneIn: number;
  /** Nothing moves until it ends. */
  readonly paused: boolean;
}

const NONE: Faults = { delayMillis: 0, cutOneIn: 0, swallowOneIn: 0, paused: false };

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  readonly swallowed: Set<Direction>;
}

/** Stands between two processes and is the network on a bad day, the same day for the same seed. */
export class TcpProxy {
  /** How often each fault has struck. */
  readonly struck = { cut: 0, swallowed: 0, refused: 0 };
  readonly #faults: Record<Direction, Faults> = { up: NONE, down: NONE };
  readonly #links = new Set<Link>();
  readonly #random: Random;
  #refusing = false;
  #goOn: () => void = () => undefined;
  #pause: Promise<void> = Promise.resolve();

  private constructor(
    private readonly listener: Server,
    private readonly targetPort: number,
    seed: number,
  ) {
    this.#random = new Random(seed);
    listener.on('connection', (client) => this.#accept(client));
  }

  /** Listens on a free port of 127.0.0.1 for connections to another one. */
  static async start(targetPort: number, seed: number): Promise<TcpProxy> {
    const listener = createServer({ allowHalfOpen: true });
    const proxy = new TcpProxy(listener, targetPort, seed);
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  set(direction: Direction | 'both', faults: Partial<Faults>): void {
    for (const each of direction === 'both' ? (['up', 'down'] as const) : [direction])
      this.#faults[each] = { ...this.#faults[each], ...faults };
    if (this.#isPaused('up') || this.#isPaused('down'))
      this.#pause = new Promise((resolve) => (this.#goOn = resolve));
  }

  /** New connections are reset at once, and those that there are as well. */
  refuse(): void {
    this.#refusing = true;
    this.cutAll();
  }

  cutAll(): void {
    for (const link of this.#links) reset(link);
  }

  /** All faults end. A connection that has lost something is reset, for it would never make sense again. */
  heal(): void {
    this.#refusing = false;
    this.#faults.up = this.#faults.down = NONE;
    this.#goOn();
    for (const link of this.#links) if (link.swallowed.size > 0) reset(link);
  }

  async close(): Promise<void> {
    this.heal();
    this.cutAll();
    const closed = once(this.listener, 'close');
    this.listener.close();
    await closed;
  }

  #accept(client: Socket): void {
    if (this.#refusing) {
      this.struck.refused += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const link: Link = { client, server, swallowed: new Set() };
    this.#links.add(link);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // Either side's trouble is the other's, too.
      socket.on('error', () => reset(link));
      socket.on('close', () => this.#links.delete(link));
    }
    this.#pass('up', client, server, link);
    this.#pass('down', server, client, link);
  }

  /** Piece after piece: a delayed one holds up those behind it, as in a stream. */
  #pass(direction: Direction, from: Socket, to: Socket, link: Link): void {
    let last = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      from.pause();
      last = last.then(async () => {
        await this.#move(direction, piece, to, link);
        from.resume();
      });
    });
    from.on('end', () => {
      last = last.then(() => {
        if (!link.swallowed.has(direction)) to.end();
      });
    });
  }

  async #move(direction: Direction, piece: Buffer, to: Socket, link: Link): Promise<void> {
    const { delayMillis, cutOneIn, swallowOneIn } = this.#faults[direction];
    if (cutOneIn > 0 && this.#random.oneIn(cutOneIn)) {
      this.struck.cut += 1;
      reset(link);
    } else if (swallowOneIn > 0 && !link.swallowed.has(direction) && this.#random.oneIn(swallowOneIn)) {
      this.struck.swallowed += 1;
      link.swallowed.add(direction);
    }
    if (delayMillis > 0) await sleep(this.#random.below(delayMillis + 1));
    while (this.#isPaused(direction)) await this.#pause;
    if (link.swallowed.has(direction) || to.destroyed) return;
    if (!to.write(piece)) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => undefined);
  }

  #isPaused(direction: Direction): boolean {
    return this.#faults[direction].paused;
  }
}

function reset({ client, server }: Link): void {
  for (const socket of [client, server]) if (!socket.destroyed) socket.resetAndDestroy();
}
