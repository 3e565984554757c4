import type { WebSocket } from 'ws';

/** A peer that has not answered a ping when the next one is due is dead: gone within 24 s. */
const PING_SECONDS = 12;

/** Pings sockets, a share of them each second, and ends those that do not answer. */
export class Heartbeat {
  readonly #shares = Array.from({ length: PING_SECONDS }, () => new Set<WebSocket>());
  readonly #awaited = new WeakSet<WebSocket>();
  readonly #timer: NodeJS.Timeout;
  #joined = 0;

  /** @param pingMillis from one ping of a socket to the next. */
  constructor(pingMillis = PING_SECONDS * 1_000) {
    let turn = 0;
    this.#timer = setInterval(() => {
      turn = (turn + 1) % PING_SECONDS;
      for (const socket of this.#shares[turn] ?? []) this.#ping(socket);
    }, pingMillis / PING_SECONDS);
    this.#timer.unref();
  }

  watch(socket: WebSocket): void {
    const share = this.#shares[(this.#joined += 1) % PING_SECONDS];
    share?.add(socket);
    socket.on('pong', () => this.#awaited.delete(socket));
    socket.once('close', () => share?.delete(socket));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #ping(socket: WebSocket): void {
    // Also one that does not answer a close: ws itself would wait for it longer.
    if (this.#awaited.has(socket)) return socket.terminate();
    this.#awaited.add(socket);
    if (socket.readyState === socket.OPEN) socket.ping();
  }
}
