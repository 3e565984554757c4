import type { ExecutionResult } from 'graphql';
import { PushStream } from '../../platform/async/push-stream';
import { ByteBudget } from '../engine/subscriptions/backlog';
import type { Subscription } from '../engine/subscriptions/subscription';

/** Results as a client gets them that takes all at once; `return()` cancels the subscription. */
export function readSubscription(subscription: Subscription): PushStream<ExecutionResult> {
  const results: PushStream<ExecutionResult> = new PushStream({
    capacity: 100_000,
    onOverflow: (queue) => queue,
    onClose: () => subscription.cancel(),
  });
  subscription.deliverTo({
    budget: new ByteBudget(Infinity),
    write(result) {
      results.push(JSON.parse(String(result.json)));
      return true;
    },
    end: (failure) => results.end(failure && { error: failure }),
  });
  return results;
}
