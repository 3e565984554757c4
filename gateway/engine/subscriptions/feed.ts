import { GraphQLError, type ExecutionResult } from 'graphql';
import { serviceUnavailable } from '../../../platform/graphql/errors';
import type { PreparedOperation } from '../prepared-operation';
import { isStream, type FetchContext, type SourceResult, type Variables } from '../source';
import { HydrationGroup, type HydrationObserver, type Present } from './hydration-group';
import type { SubscriptionPlan } from './subscription-plan';

export interface FeedOptions {
  readonly subgraph: string;
  readonly observer: HydrationObserver;
  readonly present: Present;
  /** Called once, when the feed must not be joined any more. */
  readonly onStop: () => void;
}

/** One stream of events from one subgraph, and the groups of subscribers that it feeds. */
export class Feed {
  readonly #groups = new Map<string, HydrationGroup>();
  #upstream: AsyncIterableIterator<SourceResult> | undefined;
  #began = false;
  #stopped = false;

  constructor(private readonly options: FeedOptions) {}

  /** Whether there was an event, which whoever joins now does not get. */
  get began(): boolean {
    return this.#began;
  }

  /** Resolves when the subgraph has accepted the subscription, with its refusal if it has not. */
  async open(
    operation: PreparedOperation,
    plan: SubscriptionPlan,
    variables: Variables,
    context: FetchContext,
  ): Promise<ExecutionResult | undefined> {
    // The stream outlives the subscriber for whom it was opened.
    const lasting = { ...context, signal: undefined };
    let answer;
    try {
      const source = operation.generation.sources.get(plan.subgraph);
      if (!source) throw new Error(`There is no subgraph ${plan.subgraph}`);
      answer = await source.subscribe(
        {
          kind: 'subscription',
          text: plan.text,
          document: plan.document,
          operationName: plan.operationName,
          variables,
        },
        lasting,
      );
    } catch (error) {
      this.#stop();
      return { errors: [this.#failure(error, context)] };
    }
    if (!isStream(answer)) {
      this.#stop();
      return {
        errors: (answer.errors ?? []).map(
          (error) => new GraphQLError(error.message, { path: error.path, extensions: error.extensions }),
        ),
      };
    }
    this.#upstream = answer;
    if (this.#stopped) void answer.return?.();
    else void this.#read(answer, plan, context);
    return undefined;
  }

  /** The group of those who see the same; it must be joined, or awaited, at once. */
  group(
    key: string,
    operation: PreparedOperation,
    plan: SubscriptionPlan,
    variables: Variables,
  ): HydrationGroup {
    let group = this.#groups.get(key);
    if (!group) {
      const { observer, present } = this.options;
      const onEmpty = (): void => {
        this.#groups.delete(key);
        if (this.#groups.size === 0) this.#stop();
      };
      group = new HydrationGroup({ operation, plan, variables, observer, present, onEmpty });
      this.#groups.set(key, group);
    }
    return group;
  }

  /** Ends every subscription of this feed at once with this error. */
  abandon(error: GraphQLError): void {
    for (const group of [...this.#groups.values()]) group.end(error);
    this.#stop();
  }

  async #read(
    upstream: AsyncIterableIterator<SourceResult>,
    plan: SubscriptionPlan,
    context: FetchContext,
  ): Promise<void> {
    try {
      for (;;) {
        const next: IteratorResult<SourceResult, unknown> = await upstream.next();
        if (next.done) break;
        this.#began = true;
        const event = next.value;
        const mark = event.data ? plan.markOf(event.data) : undefined;
        for (const group of [...this.#groups.values()]) group.event(event, mark);
      }
      this.#finish(undefined);
    } catch (error) {
      this.#finish(this.#failure(error, context));
    }
  }

  #finish(failure: GraphQLError | undefined): void {
    this.#leave();
    for (const group of [...this.#groups.values()]) group.finish(failure);
  }

  #failure(error: unknown, context: FetchContext): GraphQLError {
    if (error instanceof GraphQLError) return error;
    context.log.warn({ err: error, subgraph: this.options.subgraph }, 'a subscription broke off');
    return serviceUnavailable(`The ${this.options.subgraph} service`);
  }

  #leave(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.options.onStop();
  }

  #stop(): void {
    this.#leave();
    void this.#upstream?.return?.();
  }
}
