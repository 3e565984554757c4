/** How the page stands with the API: `lost` once that has lasted long enough to be worth saying. */
export type ConnectionStatus = 'connected' | 'lost';

/** A socket that is replaced at once, as at the end of a token, is nobody's concern. */
const UNNOTICED_MILLIS = 1_500;

/** What is known of the connection, from the socket of the subscriptions and from the browser. */
export class Connection {
  #status: ConnectionStatus = 'connected';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get status(): ConnectionStatus {
    return this.#status;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly up = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#set('connected');
  };

  readonly down = (): void => {
    this.#timer ??= setTimeout(() => this.#set('lost'), UNNOTICED_MILLIS);
  };

  #set(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
