import type { ExecutionResult, GraphQLError } from 'graphql';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import { executePlan } from '../execute-plan';
import type { PreparedOperation } from '../prepared-operation';
import { FETCH_LIMIT_MILLIS, type FetchContext, type SourceResult, type Variables } from '../source';
import { Backlog, type Waiting } from './backlog';
import { Handover } from './handover';
import type { SubscriptionPolicy } from './policy';
import { RecentResults } from './recent-results';
import { SharedResult } from './shared-result';
import { Subscription, type Membership } from './subscription';
import type { SubscriptionPlan } from './subscription-plan';

/** Events that are hydrated at the same time; they are still delivered in order. */
const CONCURRENT = 16;
/** Events that may wait for hydration. */
const CAPACITY = 1_024;

interface Event extends Waiting {
  readonly result: SourceResult;
}

/** Makes of a result what subscribers may see. */
export type Present = (result: ExecutionResult, context: FetchContext) => ExecutionResult;

/** Told how often work was really done. */
export interface HydrationObserver {
  hydrated(): void;
  overflowed(): void;
}

export interface HydrationGroupOptions {
  readonly operation: PreparedOperation;
  readonly plan: SubscriptionPlan;
  readonly variables: Variables;
  readonly observer: HydrationObserver;
  readonly present: Present;
  /** Called when nobody is in it any more. */
  readonly onEmpty: () => void;
}

/**
 * All subscribers who must see the same for an event: the same document and variables by identities that may share. Each
 * event is completed from the other subgraphs and written as JSON once, in order, and the result goes to all of them.
 */
export class HydrationGroup implements Membership {
  readonly policy: SubscriptionPolicy;
  readonly #subscriptions = new Set<Subscription>();
  readonly #pending: Backlog<Event>;
  #running = 0;
  #tail: Promise<void> = Promise.resolve();
  #lastMark: unknown;
  #ending: { failure: GraphQLError | undefined } | undefined;
  /** For those who replay and will join this group, while there are any. */
  #recent: RecentResults | undefined;
  readonly #awaiting = new Map<() => void, FetchContext>();
  /** When this group is a replay. */
  #handover: Handover | undefined;

  constructor(private readonly options: HydrationGroupOptions) {
    this.policy = options.plan.policy;
    this.#pending = new Backlog(this.policy.overflow, CAPACITY, undefined);
  }

  join(context: FetchContext): Subscription {
    const subscription = new Subscription(this, context);
    this.#subscriptions.add(subscription);
    return subscription;
  }

  /** Brings the subscribers over to the live group when that is possible without a gap or a repeat. */
  handOverTo(live: HydrationGroup, after: unknown, context: FetchContext): void {
    this.#handover ??= new Handover(this, live, after, context);
  }

  /** Goes on without subscribers, remembers what it publishes, and calls `published` each time, until it is released. */
  await(published: () => void, context: FetchContext): () => void {
    this.#recent ??= new RecentResults();
    this.#awaiting.set(published, context);
    return () => {
      if (!this.#awaiting.delete(published)) return;
      if (this.#awaiting.size === 0) this.#recent = undefined;
      this.#leaveIfEmpty();
    };
  }

  /** What was published behind the result with this mark; undefined when that is not known. */
  publishedBehind(mark: unknown): readonly SharedResult[] | undefined {
    return this.#ending ? undefined : this.#recent?.behind(mark);
  }

  /** All subscribers join the other group, after these results that they have not had. */
  moveTo(other: HydrationGroup, missed: readonly SharedResult[]): void {
    for (const subscription of [...this.#subscriptions]) {
      this.#subscriptions.delete(subscription);
      subscription.moveTo(other);
      other.#subscriptions.add(subscription);
      for (const result of missed) subscription.push(result);
    }
    this.#leaveIfEmpty();
  }

  event(result: SourceResult, mark: unknown): void {
    if (this.#ending) return;
    if (!this.#pending.add({ result, mark, bytes: 0 })) return this.end(this.resync(this.#lastMark));
    this.#advance();
  }

  /** Ends every subscription, with the failure if there is one, after the events that came before. */
  finish(failure: GraphQLError | undefined): void {
    this.#ending ??= { failure };
    this.#settle();
  }

  /** Ends every subscription now. */
  end(failure: GraphQLError | undefined): void {
    this.#ending ??= { failure };
    this.#pending.clear();
    for (const subscription of [...this.#subscriptions]) subscription.end(failure);
  }

  left(subscription: Subscription): void {
    this.#subscriptions.delete(subscription);
    this.#leaveIfEmpty();
  }

  resync(lastMark: unknown): PublicError {
    this.options.observer.overflowed();
    return new PublicError(
      ErrorCode.RESYNC,
      'This subscription fell too far behind. Subscribe again, from the cursor where there is one.',
      typeof lastMark === 'string' && this.policy.overflow === 'resync' ? { cursor: lastMark } : {},
    );
  }

  #leaveIfEmpty(): void {
    if (this.#subscriptions.size > 0 || this.#awaiting.size > 0) return;
    this.#handover?.stop();
    this.options.onEmpty();
  }

  #advance(): void {
    while (this.#running < CONCURRENT) {
      const event = this.#pending.shift();
      if (!event) break;
      this.#running += 1;
      const hydrated = this.#hydrate(event);
      this.#tail = this.#tail.then(async () => {
        const result = await hydrated;
        this.#running -= 1;
        if (result) this.#publish(result);
        this.#advance();
      });
    }
    this.#settle();
  }

  #publish(result: SharedResult): void {
    this.#lastMark = result.mark ?? this.#lastMark;
    this.#recent?.add(result);
    for (const subscription of this.#subscriptions) subscription.push(result);
    this.#handover?.published(result.mark);
    for (const published of [...this.#awaiting.keys()]) published();
  }

  #settle(): void {
    if (this.#ending && this.#running === 0 && this.#pending.size === 0) this.end(this.#ending.failure);
  }

  async #hydrate({ result: event, mark }: Event): Promise<SharedResult | undefined> {
    const { operation, plan, variables, observer, present } = this.options;
    // Anybody's context will do: the group exists because they may see the same.
    const [first] = this.#subscriptions;
    const [awaiting] = this.#awaiting.values();
    const given = first?.context ?? awaiting;
    if (!given) return undefined;
    const context = { ...given, signal: undefined, deadline: Date.now() + FETCH_LIMIT_MILLIS };
    observer.hydrated();
    try {
      const result = await executePlan(operation, plan.perEvent, variables, context, (fetch) =>
        // Hydration writes into the event, and every group hydrates the same one.
        fetch === plan.eventFetch ? { ...event, data: structuredClone(event.data) } : undefined,
      );
      return new SharedResult(present(result, context), mark);
    } catch (error) {
      context.log.error({ err: error }, 'an event could not be completed');
      const failure = new PublicError(ErrorCode.INTERNAL_SERVER_ERROR, 'The event could not be completed.');
      return new SharedResult({ errors: [failure] }, mark);
    }
  }
}
