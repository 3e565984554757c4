import { remainingMillis } from '../../../platform/context';
import type { Transaction } from '../../../platform/database/transaction';
import { serviceUnavailable } from '../../../platform/graphql/errors';
import type { ClaimPlace } from '../../../platform/idempotency/idempotency';
import type { PeerOperation } from '../../../platform/peers/peers';
import { DeadlineExceeded, withDeadline } from '../../../platform/resilience/deadline';
import type { Order, OrderLine } from '../order';
import type { OrdersContext, OrdersServices } from '../orders.context';
import type { StockRefusal } from '../peers/order-stock';

/** What the recovery and the reading side know of a step; `AWAIT` waits for a person and sends nothing. */
export type StepName = 'TAKE' | 'RESERVE' | 'AWAIT' | 'CONFIRM' | 'RELEASE';

/** Called with a name at each moment at which a process can die, e.g. `TAKE sent`. For tests of crashes. */
export type Failpoint = (name: string) => Promise<void> | void;

/** What a step needs to know of its order. */
export interface StepOrder {
  readonly id: string;
  /** Known while the order is being placed, which is when they are needed. */
  readonly lines: readonly OrderLine[];
  /** Where its idempotency key is kept, if it has one. */
  readonly claim: ClaimPlace | null;
  /** Why it is cancelled, for the ledger. */
  readonly reason: string | null;
}

/** How a step ended: the order as it is now, a refusal, or null when another process decided otherwise. */
export type Settled = Order | StockRefusal | null;

/** One request to inventory, what its answer means for the order, and the compensation. */
export interface Step<Answer> {
  readonly name: StepName;
  /** Sends the request; idempotent by order. */
  send(context: OrdersContext, order: StepOrder): Promise<Answer>;
  /** Records the answer. */
  settle(context: OrdersContext, order: StepOrder, answer: Answer): Promise<Settled>;
  /**
   * Records what is to be done when nobody knows whether the request, or the record of its answer, took effect. Answers
   * the order when it turns out to have ended after all.
   */
  compensate(context: OrdersContext, order: StepOrder): Promise<Order | null>;
}

/** Longest wait for inventory, whatever the request's deadline. */
const ANSWER_MILLIS = 6_000;
/** Kept of the request's time to record the answer, or that there was none. */
const RECORD_MILLIS = 1_500;
/** After the request's deadline, so that the recovery disturbs nobody who is still at work. */
const LEASE_MILLIS = 2_000;

/** Sends a step that is recorded, and records the outcome. Without compensation: the recovery comes again by itself. */
export async function sendStep<Answer>(
  context: OrdersContext,
  step: Step<Answer>,
  order: StepOrder,
): Promise<Settled> {
  const { failpoint } = context.services;
  await failpoint(`${step.name} recorded`);
  const answer = await step.send(context, order);
  await failpoint(`${step.name} answered`);
  return step.settle(context, order, answer);
}

/**
 * Runs a step that is recorded for the person who waits for it. When sending or recording fails, the compensation is recorded
 * and the error thrown; when even that cannot be recorded, the recovery finds the step overdue and compensates then.
 */
export async function runStep<Answer>(
  context: OrdersContext,
  step: Step<Answer>,
  order: StepOrder,
): Promise<Settled> {
  try {
    return await sendStep(context, step, order);
  } catch (error) {
    await context.services.failpoint(`${step.name} failed`);
    const ended = await step.compensate(context, order).catch((cause: unknown) => {
      const about = { err: cause, orderId: order.id, step: step.name };
      context.request.log.warn(about, 'compensation is left to the recovery');
      return null;
    });
    if (ended !== null) return ended;
    throw error;
  }
}

/** A change of the order's state, with the moments at which a crash could hit it. */
export function record<T>(
  context: OrdersContext,
  name: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return recordIn(context.services, context.identity.tenantId, name, work);
}

/** The same for several orders of a business at once. */
export async function recordIn<T>(
  { database, failpoint }: OrdersServices,
  tenantId: string,
  name: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const result = await database.transaction(tenantId, async (transaction) => {
    const written = await work(transaction);
    await failpoint(`${name} before commit`);
    return written;
  });
  await failpoint(`${name} after commit`);
  return result;
}

/** Asks inventory, leaving time to record the answer. Rejects with SERVICE_UNAVAILABLE when none came in time. */
export async function askInventory<Result>(
  context: OrdersContext,
  operation: PeerOperation<{ result: Result }>,
  variables: Record<string, unknown>,
): Promise<Result> {
  const { request, services } = context;
  const millis = Math.min(ANSWER_MILLIS, remainingMillis(request, Infinity) - RECORD_MILLIS);
  if (millis <= 0) throw serviceUnavailable('The inventory service');
  const asked = services.peers.request({ ...request, deadline: Date.now() + millis }, operation, variables);
  try {
    return (await withDeadline(asked, millis, 'The inventory service')).result;
  } catch (error) {
    throw error instanceof DeadlineExceeded ? serviceUnavailable('The inventory service') : error;
  }
}

/** Milliseconds for which a step that this request records belongs to it. */
export function leaseMillis(context: OrdersContext): number {
  return remainingMillis(context.request, 10_000) + LEASE_MILLIS;
}
