import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Sockets that are written to before others than writers have their turn: a few milliseconds. */
const AT_ONCE = 256;

/** Who waits until a socket takes more. */
export interface Waiter {
  resume(): void;
}

/**
 * Writers that have something to write. Each turn of the event loop serves some of them, the longest waiting first. The
 * more there is to do, the more frames a socket has gathered when its turn comes, and the less each of them costs.
 */
export class WriteTurns {
  #due: FrameWriter[] = [];
  #next = 0;

  add(writer: FrameWriter): void {
    if (this.#due.push(writer) === 1) setImmediate(this.#serve);
  }

  readonly #serve = (): void => {
    const end = Math.min(this.#next + AT_ONCE, this.#due.length);
    while (this.#next < end) this.#due[this.#next++]?.flush();
    if (this.#next < this.#due.length) return void setImmediate(this.#serve);
    this.#due = [];
    this.#next = 0;
  };
}

/**
 * Writes ready frames to a WebSocket's connection, between those that `ws` writes itself: RFC 6455, section 5.4 allows it
 * between whole messages, and `ws` fragments none. Frames are strings of bytes (latin1), which Node writes without a copy
 * on the heap.
 */
export class FrameWriter {
  #pending = '';
  #waiting: Waiter[] = [];

  /** @param connection the one below the socket. */
  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Duplex,
    private readonly turns: WriteTurns,
  ) {
    connection.on('drain', () => this.#drained());
  }

  /** Takes the frame in any case. False: the peer is behind, and `waiter` is told once when it is not any more. */
  add(frame: string, waiter: Waiter): boolean {
    if (this.#pending === '') this.turns.add(this);
    this.#pending += frame;
    if (this.#pending.length >= this.connection.writableHighWaterMark) this.flush();
    if (!this.connection.writableNeedDrain) return true;
    this.#waiting.push(waiter);
    return false;
  }

  /** Writes what there is, for whoever writes something by another way next. */
  flush(): void {
    if (this.#pending === '') return;
    const frames = this.#pending;
    this.#pending = '';
    // Nothing may follow a close frame.
    if (this.socket.readyState === this.socket.OPEN) this.connection.write(frames, 'latin1');
  }

  #drained(): void {
    this.flush();
    for (const waiter of this.#waiting.splice(0)) waiter.resume();
  }
}
