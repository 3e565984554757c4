import type { GraphQLError } from 'graphql';
import type { FetchContext } from '../source';
import { Backlog, type ByteBudget } from './backlog';
import type { SubscriptionPolicy } from './policy';
import type { SharedResult } from './shared-result';

/** Results that may wait for one subscriber. */
const CAPACITY = 128;

/** A client's side of a subscription: a socket, as a rule. Neither function may throw. */
export interface Sink {
  /** Takes the result in any case; false asks for no more before `resume` is called. */
  write(result: SharedResult): boolean;
  /** Called once, after all results, unless the subscription was cancelled. */
  end(failure: GraphQLError | undefined): void;
  /** Shared by all subscriptions of the client. */
  readonly budget: ByteBudget;
}

/** Those among whom a subscriber is. */
export interface Membership {
  readonly policy: SubscriptionPolicy;
  left(subscription: Subscription): void;
  /** The error for a subscriber who does not get what came behind this mark. */
  resync(lastMark: unknown): GraphQLError;
}

/**
 * One subscriber. Results go straight into the sink for as long as it takes them; while it does not, they wait in a
 * bounded backlog by the field's policy. Before there is a sink they wait too.
 */
export class Subscription {
  #sink: Sink | undefined;
  #backlog: Backlog<SharedResult> | undefined;
  /** Of what the sink got last. */
  #lastMark: unknown;
  #ending: { readonly failure: GraphQLError | undefined } | undefined;

  constructor(
    private membership: Membership,
    readonly context: FetchContext,
  ) {}

  get ended(): boolean {
    return this.#ending !== undefined;
  }

  push(result: SharedResult): void {
    if (this.#ending) return;
    if (!this.#sink || this.#backlog) {
      this.#backlog ??= this.#newBacklog();
      if (!this.#backlog.add(result)) this.#endBehind(this.#backlog);
    } else if (!this.#write(this.#sink, result)) {
      this.#backlog = this.#newBacklog();
    }
  }

  /** To be called once. */
  deliverTo(sink: Sink): void {
    this.#sink = sink;
    this.resume();
  }

  /** The sink takes results again. */
  resume(): void {
    if (!this.#sink) return;
    for (let next = this.#backlog?.shift(); next; next = this.#backlog?.shift()) {
      if (!this.#write(this.#sink, next)) return;
    }
    this.#backlog = undefined;
    if (this.#ending) this.#finish(this.#ending.failure);
  }

  /** What waits is still delivered; then the sink is told. */
  end(failure: GraphQLError | undefined): void {
    if (this.#ending) return;
    this.#ending = { failure };
    this.membership.left(this);
    if (!this.#backlog) this.#finish(failure);
  }

  /** The client has gone, or wants no more: the sink hears nothing any more. */
  cancel(): void {
    this.#sink = undefined;
    this.#backlog?.clear();
    this.#backlog = undefined;
    if (this.#ending) return;
    this.#ending = { failure: undefined };
    this.membership.left(this);
  }

  /** Joins others, who stand at the same event as those whom it leaves. */
  moveTo(membership: Membership): void {
    this.membership = membership;
  }

  #write(sink: Sink, result: SharedResult): boolean {
    this.#lastMark = result.mark ?? this.#lastMark;
    return sink.write(result);
  }

  /** What waits is given up, as the client resumes from what it has; who has nothing yet gets a first position. */
  #endBehind(backlog: Backlog<SharedResult>): void {
    const first = this.#lastMark === undefined ? backlog.shift() : undefined;
    backlog.clear();
    if (first) backlog.add(first);
    this.end(this.membership.resync(this.#lastMark ?? first?.mark));
  }

  #newBacklog(): Backlog<SharedResult> {
    return new Backlog(this.membership.policy.overflow, CAPACITY, this.#sink?.budget);
  }

  #finish(failure: GraphQLError | undefined): void {
    const sink = this.#sink;
    this.#sink = undefined;
    sink?.end(failure);
  }
}
