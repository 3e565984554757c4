import type { ExecutionResult } from 'graphql';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import type { Identity } from '../../../platform/identity/identity';
import type { PreparedOperation } from '../prepared-operation';
import type { FetchContext, Variables } from '../source';
import { Feed } from './feed';
import type { HydrationGroup, HydrationObserver, Present } from './hydration-group';
import type { SubscriptionPolicies, SubscriptionPolicy } from './policy';
import type { Subscription } from './subscription';
import { subscriptionPlan, type SubscriptionPlan } from './subscription-plan';

interface OpenFeed {
  readonly feed: Feed;
  readonly generation: string;
  /** Settles when the subgraph has answered; its refusal, if it refused. */
  readonly opened: Promise<ExecutionResult | undefined>;
}

/** One subscriber's wish, with what it may share. */
interface Request {
  readonly operation: PreparedOperation;
  readonly plan: SubscriptionPlan;
  readonly variables: Variables;
  readonly coerced: Variables;
  readonly context: FetchContext;
}

/**
 * Subscriptions over a supergraph: events from one subgraph, completed from the others. Subscribers who may see the same
 * share one stream from the subgraph, one hydration of each event and one text of its result.
 */
export class FederatedSubscriptions {
  readonly #open = new Set<OpenFeed>();
  /** Those that may still be joined. */
  readonly #joinable = new Map<string, OpenFeed>();

  constructor(
    private readonly policies: SubscriptionPolicies,
    private readonly observer: HydrationObserver,
    private readonly present: Present,
  ) {}

  /** Streams open to subgraphs. */
  get feeds(): number {
    return this.#open.size;
  }

  /**
   * Resolves to a subscription once the subgraph has accepted, or to a result with its refusal. `variables` as the client
   * gave them, `coerced` with defaults applied.
   */
  async subscribe(
    operation: PreparedOperation,
    variables: Variables,
    coerced: Variables,
    context: FetchContext,
  ): Promise<Subscription | ExecutionResult> {
    const plan = subscriptionPlan(operation, this.policies);
    const { opened, subscription } = this.#join({ operation, plan, variables, coerced, context });
    const refusal = await opened;
    if (!refusal) return subscription;
    subscription.cancel();
    return refusal;
  }

  /** Ends the subscriptions of every generation but this one; clients subscribe again and resume by cursor. */
  endOthers(generation: string): void {
    for (const open of [...this.#open]) if (open.generation !== generation) open.feed.abandon(schemaReload());
  }

  /** Ends everything, for a process that stops. */
  endAll(): void {
    for (const { feed } of [...this.#open]) {
      feed.abandon(
        new PublicError(ErrorCode.SERVICE_UNAVAILABLE, 'The server is stopping. Subscribe again shortly.'),
      );
    }
  }

  #join(request: Request): { opened: OpenFeed['opened']; subscription: Subscription } {
    const { plan, coerced, context } = request;
    const { positionVariable } = plan;
    if (!plan.resumes(coerced)) {
      const { opened, group } = this.#group(live(request, positionVariable), false);
      return { opened, subscription: group.join(context) };
    }
    const replay = this.#group(request, true);
    const subscription = replay.group.join(context);
    // What is replayed ends in what is live: from an event on that both have, there is only one of them.
    if (positionVariable !== undefined && plan.policy.overflow === 'resync') {
      const { group } = this.#group(live(request, positionVariable), false);
      replay.group.handOverTo(group, coerced[positionVariable], context);
    }
    return { opened: replay.opened, subscription };
  }

  #group(request: Request, replays: boolean): { opened: OpenFeed['opened']; group: HydrationGroup } {
    const { operation, plan, variables, coerced } = request;
    const used = Object.fromEntries(
      plan.variableNames
        .filter((name) => variables[name] !== undefined)
        .map((name) => [name, variables[name]]),
    );
    const scope = identityScope(request.context.identity, plan.policy);
    const key = canonical([operation.generation.id, plan.subgraph, plan.text, used, scope, replays]);
    const known = this.#joinable.get(key);
    // Who joins a replay in its middle would miss its beginning.
    const joinable = known && !(replays && known.feed.began) ? known : undefined;
    const { feed, opened } = joinable ?? this.#openFeed(key, request, used);
    const group = feed.group(
      canonical([operation.name, groupId(operation), coerced]),
      operation,
      plan,
      variables,
    );
    return { opened, group };
  }

  #openFeed(key: string, { operation, plan, context }: Request, used: Variables): OpenFeed {
    const feed = new Feed({
      subgraph: plan.subgraph,
      observer: this.observer,
      present: this.present,
      onStop: () => {
        this.#open.delete(open);
        if (this.#joinable.get(key) === open) this.#joinable.delete(key);
      },
    });
    const open: OpenFeed = {
      feed,
      generation: operation.generation.id,
      opened: Promise.resolve().then(() => feed.open(operation, plan, used, context)),
    };
    this.#open.add(open);
    this.#joinable.set(key, open);
    return open;
  }
}

/** The same without a position: from now on. */
function live(request: Request, positionVariable: string | undefined): Request {
  if (positionVariable === undefined) return request;
  const { [positionVariable]: _, ...variables } = request.variables;
  const { [positionVariable]: __, ...coerced } = request.coerced;
  return { ...request, variables, coerced };
}

export function schemaReload(): PublicError {
  return new PublicError(
    ErrorCode.SUBSCRIPTION_SCHEMA_RELOAD,
    'The schema was replaced. Subscribe again, from the last cursor where there is one.',
  );
}

function identityScope(identity: Identity | null, policy: SubscriptionPolicy): unknown {
  if (!identity) return null;
  const shared = [identity.tenantId, [...identity.scopes].sort()];
  return policy.sharedBy === 'business'
    ? shared
    : [...shared, identity.role, identity.userId, identity.apiKeyId];
}

const groupIds = new WeakMap<object, number>();
let lastGroupId = 0;

/** Equal for equal documents: the document store hands out one parsed document for one text. */
function groupId(operation: PreparedOperation): number {
  let id = groupIds.get(operation.document);
  if (id === undefined) groupIds.set(operation.document, (id = lastGroupId += 1));
  return id;
}

/** The same text for the same values whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
