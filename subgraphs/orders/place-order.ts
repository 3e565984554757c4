import { v7 as uuidv7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { claim, release, type ClaimInput } from '../../platform/idempotency/idempotency';
import {
  idempotencyConflict,
  type IdempotencyConflict,
} from '../../platform/idempotency/idempotency-conflict';
import { quantity, type ValidationError } from '../../platform/validation/validate';
import { answerReference, firstAnswer } from './first-answer';
import { OPERATIONS, type Order, type OrderKind } from './order';
import type { OrdersContext } from './orders.context';
import type { StockRefusal } from './peers/order-stock';
import { priceLines, type Priced, type RequestedLine } from './price-lines';
import { openOrder, type Draft } from './saga/open-order';
import { runStep } from './saga/run-step';
import { STEPS } from './saga/recipe';

const MAX_LINES = 100;

/** 1 to 100 lines of different products. */
export const orderLines: z.ZodType<RequestedLine[]> = z
  .array(
    z.object({
      productId: z.string().transform((id) => (isUuid(id) ? id.toLowerCase() : id)),
      quantity,
    }),
  )
  .min(1, 'An order needs at least one line.')
  .max(MAX_LINES, `An order has at most ${MAX_LINES} lines.`)
  .superRefine((lines, context) => {
    const seen = new Set<string>();
    for (const [index, { productId }] of lines.entries()) {
      const message = 'The product stands in an earlier line already: add the quantities up.';
      if (seen.has(productId)) context.addIssue({ code: 'custom', path: [index, 'productId'], message });
      seen.add(productId);
    }
  });

export type PlaceOrderResult = Order | StockRefusal | ValidationError | IdempotencyConflict;

export interface PlaceOrderInput {
  readonly kind: OrderKind;
  readonly lines: readonly RequestedLine[];
  readonly customerName: string | null;
  readonly idempotencyKey: string | null;
}

/**
 * Tries an order: prices its lines, records it, and runs its first step. With a key, a repetition gets the answer of the
 * first request, without a new effect and whatever the catalogue has become since; a refusal of the catalogue or of the
 * input leaves the key free.
 *
 * Rejects with SERVICE_UNAVAILABLE when the catalogue or inventory does not answer in time: then nothing was sold, or
 * what was taken goes back, and the same key may be used again.
 */
export async function placeOrder(context: OrdersContext, input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const claimInput = claimOf(context, input);
  const priced = await pricedOrRepeated(context, input, claimInput);
  if ('__typename' in priced) return priced;
  for (;;) {
    const draft = draftOf(input, priced, claimInput);
    const attempt = tryOrder(context, draft);
    context.services.attempts.set(draft.id, attempt);
    try {
      const answer = await attempt;
      if (answer !== null) return answer;
    } finally {
      context.services.attempts.delete(draft.id);
    }
  }
}

/** Null when the key was held by another attempt that is over and left no answer. */
async function tryOrder(context: OrdersContext, draft: Draft): Promise<PlaceOrderResult | null> {
  const opened = await openOrder(context, draft);
  if (opened.kind === 'conflict') return idempotencyConflict(draft.claim?.key ?? '');
  if (opened.kind === 'repeat') return firstAnswer(context, opened.reference);
  const settled = await runStep(context, STEPS[draft.step], draft);
  if (settled === null) throw undone();
  if (settled.__typename === 'Order') context.loaders.lines.prime(settled.id, [...draft.lines]);
  return settled;
}

type PricedOrder = Extract<Priced, { ok: true }>;

/** A first request's answer outlives what the catalogue refuses now, and a catalogue that cannot be asked. */
async function pricedOrRepeated(
  context: OrdersContext,
  input: PlaceOrderInput,
  claimInput: ClaimInput | null,
): Promise<PricedOrder | PlaceOrderResult> {
  let priced: Priced;
  try {
    priced = await priceLines(context, input.lines);
  } catch (error) {
    const repeated = await repeatOf(context, claimInput);
    if (repeated !== null) return repeated;
    throw error;
  }
  return priced.ok ? priced : ((await repeatOf(context, claimInput)) ?? priced.refusal);
}

/** The answer to an earlier request with the same key, if there was one. Leaves the key as it is. */
async function repeatOf(context: OrdersContext, input: ClaimInput | null): Promise<PlaceOrderResult | null> {
  if (input === null) return null;
  const claimed = await context.transaction(async (transaction) => {
    const result = await claim(transaction, input);
    if (result.kind === 'new') await release(transaction, input);
    return result;
  });
  if (claimed.kind === 'new') return null;
  if (claimed.kind === 'conflict') return idempotencyConflict(input.key);
  const answer = await firstAnswer(context, answerReference.parse(claimed.result));
  return answer ?? repeatOf(context, input);
}

function claimOf(context: OrdersContext, input: PlaceOrderInput): ClaimInput | null {
  const { kind, lines, customerName, idempotencyKey: key } = input;
  if (key === null) return null;
  return {
    actorId: context.identity.userId,
    operation: OPERATIONS[kind],
    key,
    input: { lines, customerName },
  };
}

function draftOf(input: PlaceOrderInput, priced: PricedOrder, claimInput: ClaimInput | null): Draft {
  const { kind, customerName } = input;
  const { lines, total } = priced;
  const step = kind === 'SALE' ? 'TAKE' : 'RESERVE';
  return { id: uuidv7(), kind, step, lines, total, customerName, claim: claimInput, reason: null };
}

function undone(): PublicError {
  const message = 'The order could not be finished in time and was undone. Try again.';
  return new PublicError(ErrorCode.SERVICE_UNAVAILABLE, message);
}
