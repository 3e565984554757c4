import type { GraphQLError } from 'graphql';
import { type ExecutionResult } from 'graphql';
import { PushStream } from '../../../platform/async/push-stream';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import { executePlan } from '../execute-plan';
import type { PreparedOperation } from '../prepared-operation';
import { FETCH_LIMIT_MILLIS, type FetchContext, type SourceResult, type Variables } from '../source';
import { makeRoom } from './policy';
import type { SubscriptionPlan } from './subscription-plan';

/** Events that are hydrated at the same time; they are still delivered in order. */
const CONCURRENT = 16;
/** Events that may wait for hydration, and results that may wait for one subscriber. */
const CAPACITY = 128;

export type ResultStream = PushStream<ExecutionResult>;

interface Event {
  readonly result: SourceResult;
  readonly mark: unknown;
}

/** Makes of a result what subscribers may see. */
export type Present = (result: ExecutionResult, context: FetchContext) => ExecutionResult;

/** Told how often work was really done. */
export interface HydrationObserver {
  hydrated(): void;
  overflowed(): void;
}

/**
 * All subscribers who must see the same for an event: the same document and variables by identities that may share. Each
 * event is completed from the other subgraphs once, in order, and the result goes to all of them.
 */
export class HydrationGroup {
  readonly #streams = new Map<ResultStream, FetchContext>();
  /** Marks of the results that wait for a subscriber. */
  readonly #marks = new WeakMap<ExecutionResult, unknown>();
  #pending: Event[] = [];
  #running = 0;
  #tail: Promise<void> = Promise.resolve();
  #lastMark: unknown;
  #ending: { failure: GraphQLError | undefined } | undefined;

  constructor(
    private readonly operation: PreparedOperation,
    private readonly plan: SubscriptionPlan,
    private readonly variables: Variables,
    private readonly observer: HydrationObserver,
    private readonly present: Present,
    private readonly onEmpty: () => void,
  ) {}

  join(context: FetchContext): ResultStream {
    const stream: ResultStream = new PushStream({
      capacity: CAPACITY,
      onOverflow: (queue, value) => {
        const kept = makeRoom(this.plan.policy, queue, value, (result) => this.#marks.get(result));
        if (kept) return kept;
        const last = queue.at(-1);
        stream.end({ error: this.#resync(last && this.#marks.get(last)) });
        return queue;
      },
      onClose: () => {
        this.#streams.delete(stream);
        if (this.#streams.size === 0) this.onEmpty();
      },
    });
    this.#streams.set(stream, context);
    return stream;
  }

  event(result: SourceResult, mark: unknown): void {
    if (this.#ending) return;
    const event = { result, mark };
    const pending = this.#pending.length < CAPACITY ? [...this.#pending, event] : this.#makeRoom(event);
    if (!pending) return this.end(this.#resync(this.#lastMark));
    this.#pending = pending;
    this.#advance();
  }

  /** Ends every stream, with the failure if there is one, after the events that came before. */
  finish(failure: GraphQLError | undefined): void {
    this.#ending ??= { failure };
    this.#settle();
  }

  /** Ends every stream now. */
  end(failure: GraphQLError | undefined): void {
    this.#ending ??= { failure };
    this.#pending = [];
    for (const stream of [...this.#streams.keys()]) stream.end(failure && { error: failure });
  }

  #makeRoom(event: Event): Event[] | null {
    return makeRoom(this.plan.policy, this.#pending, event, ({ mark }) => mark);
  }

  #advance(): void {
    while (this.#running < CONCURRENT) {
      const event = this.#pending.shift();
      if (!event) break;
      this.#running += 1;
      const hydrated = this.#hydrate(event.result);
      this.#tail = this.#tail.then(async () => {
        this.#publish(await hydrated, event.mark);
        this.#running -= 1;
        this.#advance();
      });
    }
    this.#settle();
  }

  #publish(result: ExecutionResult, mark: unknown): void {
    this.#marks.set(result, mark);
    this.#lastMark = mark;
    for (const stream of [...this.#streams.keys()]) stream.push(result);
  }

  #settle(): void {
    if (this.#ending && this.#running === 0 && this.#pending.length === 0) this.end(this.#ending.failure);
  }

  async #hydrate(event: SourceResult): Promise<ExecutionResult> {
    // Any subscriber's context will do: the group exists because they may see the same.
    const [first] = this.#streams.values();
    if (!first) return {};
    const context = { ...first, signal: undefined, deadline: Date.now() + FETCH_LIMIT_MILLIS };
    this.observer.hydrated();
    try {
      const result = await executePlan(
        this.operation,
        this.plan.perEvent,
        this.variables,
        context,
        (operation) =>
          // Hydration writes into the event, and every group hydrates the same one.
          operation === this.plan.eventFetch ? { ...event, data: structuredClone(event.data) } : undefined,
      );
      return this.present(result, context);
    } catch (error) {
      context.log.error({ err: error }, 'an event could not be completed');
      return {
        errors: [new PublicError(ErrorCode.INTERNAL_SERVER_ERROR, 'The event could not be completed.')],
      };
    }
  }

  #resync(lastMark: unknown): PublicError {
    this.observer.overflowed();
    return new PublicError(
      ErrorCode.RESYNC,
      'This subscription fell too far behind. Subscribe again, from the cursor where there is one.',
      typeof lastMark === 'string' ? { cursor: lastMark } : {},
    );
  }
}
