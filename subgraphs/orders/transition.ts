import { validate as isUuid } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { ORDER_COLUMNS, type OrderEntity } from './entities/order.entity';
import { orderOf, type Order, type OrderStatus } from './order';
import { originOf } from './order-audit';
import type { OrdersContext } from './orders.context';
import { STEPS } from './saga/recipe';
import { leaseMillis, record, runStep, type StepName } from './saga/run-step';
import { changeable, isVisible } from './visibility';

export interface OrderNotFound {
  readonly __typename: 'OrderNotFound';
  readonly message: string;
  readonly orderId: string;
}

export interface InvalidOrderTransition {
  readonly __typename: 'InvalidOrderTransition';
  readonly message: string;
  readonly order: Order;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
}

export type TransitionResult = Order | OrderNotFound | InvalidOrderTransition;

/** What a person wants to become of a purchase that waits, and the step that leads there. */
export interface Transition {
  readonly to: Extract<OrderStatus, 'COMPLETED' | 'CANCELLED'>;
  readonly step: Extract<StepName, 'CONFIRM' | 'RELEASE'>;
  readonly reason: string | null;
}

interface OrderInStep extends OrderEntity {
  readonly step: StepName | null;
}

const LOCK = statement(
  'order-lock',
  `SELECT ${ORDER_COLUMNS}, o.step FROM orders o WHERE o.id = $1 AND o.placed FOR UPDATE`,
);
const BEGIN = statement(
  'order-begin-step',
  `UPDATE orders
      SET step = $2, cancel_reason = $3, step_actor = $4, trace_id = $5, origin = $7, attempts = 0, updated_at = now(),
          due_at = clock_timestamp() + $6 * interval '1 millisecond'
    WHERE id = $1`,
);

/** Rounds of "somebody else was faster, look again"; each of them ended a step, and an order has two. */
const MAX_ROUNDS = 5;

/**
 * Leads an order to a state, once: an order that is there already is answered as it is, one that has ended otherwise is
 * an InvalidOrderTransition. While somebody else's step is on its way, it is finished first, for it was recorded first.
 * Rejects with SERVICE_UNAVAILABLE when inventory does not answer in time: the step stands, and the recovery finishes it.
 */
export async function transition(
  context: OrdersContext,
  id: string,
  wanted: Transition,
): Promise<TransitionResult> {
  if (!isUuid(id)) return notFound(id);
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const found = await record(context, wanted.step, (transaction) =>
      begin(context, transaction, id, wanted),
    );
    if (found === null) return notFound(id);
    if (found.order.status === wanted.to) return found.order;
    if (found.step === null) return invalid(found.order, wanted.to);
    const { cancelReason: reason } = found.order;
    const settled = await runStep(context, STEPS[found.step], {
      id: found.order.id,
      lines: [],
      claim: null,
      reason,
    });
    // An order that this very step ended: without looking again, unless it ended otherwise than was wanted.
    if (settled?.__typename === 'Order' && settled.status === wanted.to) return settled;
  }
  throw new PublicError(
    ErrorCode.SERVICE_UNAVAILABLE,
    'The order is being changed by others. Try again shortly.',
  );
}

/** The order, and the step to run now: the wanted one, or the one that somebody else has begun. Null step: it has ended. */
async function begin(
  context: OrdersContext,
  transaction: Transaction,
  id: string,
  wanted: Transition,
): Promise<{ order: Order; step: 'CONFIRM' | 'RELEASE' | null } | null> {
  const [row] = await transaction.query<OrderInStep>(LOCK, [id]);
  if (row === undefined || !isVisible(changeable(context.identity), row)) return null;
  const order = orderOf(row);
  if (row.step === 'CONFIRM' || row.step === 'RELEASE') return { order, step: row.step };
  if (row.step !== 'AWAIT') return { order, step: null };
  const { step, reason } = wanted;
  const { userId } = context.identity;
  await transaction.query(BEGIN, [
    row.id,
    step,
    reason,
    userId,
    context.request.traceId,
    leaseMillis(context),
    JSON.stringify(originOf(context.request)),
  ]);
  return { order: { ...order, cancelReason: reason }, step };
}

function notFound(orderId: string): OrderNotFound {
  return { __typename: 'OrderNotFound', message: 'There is no such order.', orderId };
}

function invalid(order: Order, to: OrderStatus): InvalidOrderTransition {
  const message = `An order that is ${order.status} cannot become ${to}.`;
  return { __typename: 'InvalidOrderTransition', message, order, from: order.status, to };
}
