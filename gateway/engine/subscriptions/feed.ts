import { GraphQLError, type ExecutionResult } from 'graphql';
import { serviceUnavailable } from '../../../platform/graphql/errors';
import type { PreparedOperation } from '../prepared-operation';
import { isStream, type FetchContext, type SourceResult, type Variables } from '../source';
import { HydrationGroup, type HydrationObserver, type Present, type ResultStream } from './hydration-group';
import type { SubscriptionPlan } from './subscription-plan';

/** One stream of events from one subgraph, and the groups of subscribers that it feeds. */
export class Feed {
  readonly #groups = new Map<string, HydrationGroup>();
  #upstream: AsyncIterableIterator<SourceResult> | undefined;
  #stopped = false;

  constructor(
    private readonly subgraph: string,
    private readonly observer: HydrationObserver,
    private readonly present: Present,
    /** Called once, when the feed must not be joined any more. */
    private readonly onStop: () => void,
  ) {}

  /** Resolves when the subgraph has accepted the subscription, with its refusal if it has not. */
  async open(
    operation: PreparedOperation,
    plan: SubscriptionPlan,
    variables: Variables,
    context: FetchContext,
  ): Promise<ExecutionResult | undefined> {
    const source = operation.generation.sources.get(plan.subgraph);
    if (!source) throw new Error(`There is no subgraph ${plan.subgraph}`);
    // The stream outlives the subscriber for whom it was opened.
    const lasting = { ...context, signal: undefined };
    let answer;
    try {
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

  join(
    key: string,
    operation: PreparedOperation,
    plan: SubscriptionPlan,
    variables: Variables,
    context: FetchContext,
  ): ResultStream {
    let group = this.#groups.get(key);
    if (!group) {
      group = new HydrationGroup(operation, plan, variables, this.observer, this.present, () => {
        this.#groups.delete(key);
        if (this.#groups.size === 0) this.#stop();
      });
      this.#groups.set(key, group);
    }
    return group.join(context);
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
    context.log.warn({ err: error, subgraph: this.subgraph }, 'a subscription broke off');
    return serviceUnavailable(`The ${this.subgraph} service`);
  }

  #leave(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.onStop();
  }

  #stop(): void {
    this.#leave();
    void this.#upstream?.return?.();
  }
}
