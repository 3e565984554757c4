import { parse, type DocumentNode, type ExecutionResult } from 'graphql';
import type { PushStream } from '../../platform/async/push-stream';
import { Engine } from '../engine/engine';
import type { Variables } from '../engine/source';
import { Subscription } from '../engine/subscriptions/subscription';
import { SUBSCRIPTION_POLICIES } from '../subscription-policies';
import { identityOf, silent, until } from './door';
import { readSubscription } from './read-subscription';
import { Shop } from './shop';

export const ALERTS = parse(
  'subscription($after: String) { stockAlert(after: $after) { id product { name } } }',
);
export const SCOPES = ['inventory:read'];

/** The shop behind an engine without a door: subscriptions as the engine has them. */
export class SubscribedShop {
  readonly shop = new Shop();
  /** Events that were completed from other subgraphs. */
  hydrations = 0;
  /** Subscribers who were ended because they were too far behind. */
  overflows = 0;
  readonly engine = new Engine({
    supergraphSdl: this.shop.supergraphSdl,
    sources: this.shop.sources,
    subscriptionPolicies: SUBSCRIPTION_POLICIES,
    observer: { hydrated: () => (this.hydrations += 1), overflowed: () => (this.overflows += 1) },
    log: silent,
  });

  /** Streams that are open to the subgraph of the events, in the order in which they were opened. */
  get streams(): readonly PushStream<unknown>[] {
    return [...this.shop.inventory.open];
  }

  /** Rejects when the subscription is refused. */
  async open(
    document: DocumentNode = ALERTS,
    identity = identityOf(1, SCOPES),
    variables: Variables = {},
  ): Promise<Subscription> {
    const answer = await this.engine.subscribe(this.engine.generation.operation(document), variables, {
      identity,
      traceId: '0'.repeat(32),
      clientAddress: null,
      deadline: Date.now() + 10_000,
      log: silent,
    });
    if (!(answer instanceof Subscription)) throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** Opens a subscription and reads it as a client does that is never behind. */
  async read(...given: Parameters<SubscribedShop['open']>): Promise<PushStream<ExecutionResult>> {
    return readSubscription(await this.open(...given));
  }

  async untilHydrated(count: number): Promise<void> {
    await until(() => this.hydrations === count, `${count} events are hydrated`);
  }
}

/** All results until the subscription ends, and what it ended with. */
export async function drain(
  subscription: Subscription,
): Promise<{ results: ExecutionResult[]; error: unknown }> {
  const results: ExecutionResult[] = [];
  try {
    for await (const result of readSubscription(subscription)) results.push(result);
    return { results, error: undefined };
  } catch (error) {
    return { results, error };
  }
}
