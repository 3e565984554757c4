import type { ExecutionResult } from 'graphql';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';
import type { Identity } from '../../../platform/identity/identity';
import type { PreparedOperation } from '../prepared-operation';
import type { FetchContext, Variables } from '../source';
import { Feed } from './feed';
import type { HydrationObserver, Present, ResultStream } from './hydration-group';
import type { SubscriptionPolicies, SubscriptionPolicy } from './policy';
import { subscriptionPlan } from './subscription-plan';

interface OpenFeed {
  readonly feed: Feed;
  readonly generation: string;
  /** Settles when the subgraph has answered; its refusal, if it refused. */
  readonly opened: Promise<ExecutionResult | undefined>;
}

/**
 * Subscriptions over a supergraph: events from one subgraph, completed from the others. Subscribers who may see the same
 * share one stream from the subgraph and one hydration of each event.
 */
export class FederatedSubscriptions {
  readonly #feeds = new Map<string, OpenFeed>();
  #unshared = 0;

  constructor(
    private readonly policies: SubscriptionPolicies,
    private readonly observer: HydrationObserver,
    private readonly present: Present,
  ) {}

  /** Streams open to subgraphs. */
  get feeds(): number {
    return this.#feeds.size;
  }

  /**
   * Resolves to a stream once the subgraph has accepted, or to a result with its refusal. `variables` as the client gave
   * them, `coerced` with defaults applied.
   */
  async subscribe(
    operation: PreparedOperation,
    variables: Variables,
    coerced: Variables,
    context: FetchContext,
  ): Promise<ResultStream | ExecutionResult> {
    const plan = subscriptionPlan(operation, this.policies);
    const used = Object.fromEntries(
      plan.variableNames
        .filter((name) => variables[name] !== undefined)
        .map((name) => [name, variables[name]]),
    );
    // What is replayed is for one subscriber: who joins a replay in its middle would miss its beginning.
    const apart = plan.resumes(coerced) ? (this.#unshared += 1) : 0;
    const scope = identityScope(context.identity, plan.policy);
    const key = JSON.stringify([
      operation.generation.id,
      plan.subgraph,
      plan.text,
      canonical(used),
      scope,
      apart,
    ]);
    const groupKey = JSON.stringify([operation.name, groupId(operation), canonical(coerced)]);

    const existing = this.#feeds.get(key);
    const { feed, opened } = existing ?? this.#open(key, operation, plan, used, context);
    const stream = feed.join(groupKey, operation, plan, variables, context);
    const refusal = await opened;
    if (!refusal) return stream;
    await stream.return();
    return refusal;
  }

  /** Ends the subscriptions of every generation but this one; clients subscribe again and resume by cursor. */
  endOthers(generation: string): void {
    for (const open of [...this.#feeds.values()])
      if (open.generation !== generation) open.feed.abandon(schemaReload());
  }

  /** Ends everything, for a process that stops. */
  endAll(): void {
    for (const { feed } of [...this.#feeds.values()]) {
      feed.abandon(
        new PublicError(ErrorCode.SERVICE_UNAVAILABLE, 'The server is stopping. Subscribe again shortly.'),
      );
    }
  }

  #open(
    key: string,
    operation: PreparedOperation,
    plan: ReturnType<typeof subscriptionPlan>,
    used: Variables,
    context: FetchContext,
  ): OpenFeed {
    const feed = new Feed(plan.subgraph, this.observer, this.present, () => {
      if (this.#feeds.get(key)?.feed === feed) this.#feeds.delete(key);
    });
    const open = {
      feed,
      generation: operation.generation.id,
      opened: feed.open(operation, plan, used, context),
    };
    this.#feeds.set(key, open);
    return open;
  }
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
