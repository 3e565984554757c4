import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import { statement } from '../../platform/database/transaction';
import { Pause } from '../../platform/async/pause';
import { backOff } from '../../platform/resilience/back-off';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { withDeadline } from '../../platform/resilience/deadline';
import { ORDER_COLUMNS, type OrderEntity } from './entities/order.entity';
import { orderOf, type Order } from './order';
import type { OrdersContext } from './orders.context';
import { stockRefusal, type StockRefusal } from './peers/order-stock';
import { releaseStockStep } from './saga/release-stock';
import { sendStep, type StepName } from './saga/run-step';

/** What an idempotency key stands for: an order, whose state is the answer, or the refusal that was given. */
export const answerReference = z.union([
  z.object({ orderId: z.uuid() }),
  z.object({ refusal: stockRefusal }),
]);
export type AnswerReference = z.infer<typeof answerReference>;

interface AttemptRow extends OrderEntity {
  readonly step: StepName | null;
  readonly key: string | null;
}

const FIND = statement(
  'order-find-attempt',
  `SELECT ${ORDER_COLUMNS}, o.step, o.idempotency_key AS key FROM orders o WHERE o.id = $1`,
);

/** Below this, there is no time left to do anything with an answer. */
const MARGIN_MILLIS = 500;

/**
 * What the first request with a key was answered: its order as it is now, or its refusal. While it is still on its way,
 * waits for it, as long as this request may last; then SERVICE_UNAVAILABLE. Null when the key must be asked again: the
 * first attempt was refused or undone while this one waited.
 */
export async function firstAnswer(
  context: OrdersContext,
  reference: AnswerReference,
): Promise<Order | StockRefusal | null> {
  if ('refusal' in reference) return reference.refusal;
  const { orderId } = reference;
  for (let look = 1; ; look++) {
    const [row] = await context.read((transaction) => transaction.query<AttemptRow>(FIND, [orderId]));
    if (row?.placed === true) return orderOf(row);
    if (row === undefined || row.key === null) return null;
    const millis = remainingMillis(context.request, Infinity) - MARGIN_MILLIS;
    if (millis <= 0) throw stillRunning();
    const running = context.services.attempts.get(orderId);
    if (running !== undefined) await settled(running, millis);
    else if (row.step === 'RELEASE' && look === 1) await hurry(context, orderId);
    else await new Pause().wait(Math.min(millis, backOff(look, 20, 250)));
  }
}

/** The attempt is being undone: no need to wait until the recovery comes by. */
async function hurry(context: OrdersContext, id: string): Promise<void> {
  const order = { id, lines: [], claim: null, reason: null };
  await sendStep(context, releaseStockStep, order).catch((error: unknown) => {
    context.request.log.info({ err: error, orderId: id }, 'the first attempt is not undone yet');
  });
}

async function settled(running: Promise<unknown>, millis: number): Promise<void> {
  // However it ended: what is recorded of it counts.
  await withDeadline(running, millis, 'The first request').catch(() => undefined);
}

function stillRunning(): PublicError {
  const message = 'The first request with this idempotency key has not ended yet. Try again shortly.';
  return new PublicError(ErrorCode.SERVICE_UNAVAILABLE, message);
}
