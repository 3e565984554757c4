import type { GraphQLError } from 'graphql';
import type { SharedResult } from '../engine/subscriptions/shared-result';
import type { Sink, Subscription } from '../engine/subscriptions/subscription';
import { frameEnd, nextFrame } from './next-frame';
import type { WebSocketClient } from './websocket-client';

/**
 * One subscription of a WebSocket client. To graphql-ws it is an iteration without values, whose end and failure the
 * protocol tells to the client; the values go past it, as frames that all subscribers of an event share.
 */
export class Delivery implements Sink, AsyncIterableIterator<never> {
  readonly #end: string;
  #settle: { done(): void; fail(error: unknown): void } | undefined;

  constructor(
    private readonly subscription: Subscription,
    private readonly client: WebSocketClient,
    id: string,
  ) {
    this.#end = frameEnd(id);
  }

  get budget() {
    return this.client.budget;
  }

  write(result: SharedResult): boolean {
    // Credentials may end between two events of a subscription that they opened.
    return this.client.holds() && this.client.writer.add(nextFrame(result, this.#end), this);
  }

  resume(): void {
    this.subscription.resume();
  }

  end(failure: GraphQLError | undefined): void {
    if (failure) this.#settle?.fail(failure);
    else this.#settle?.done();
  }

  /** Begins the delivery; settles when the subscription has ended. */
  next(): Promise<IteratorResult<never>> {
    return new Promise((resolve, reject) => {
      this.#settle = { done: () => resolve({ done: true, value: undefined }), fail: reject };
      this.subscription.deliverTo(this);
    });
  }

  return(): Promise<IteratorResult<never>> {
    this.subscription.cancel();
    this.#settle?.done();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
