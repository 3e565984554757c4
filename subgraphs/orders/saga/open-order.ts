import { statement } from '../../../platform/database/transaction';
import { claim, type ClaimInput } from '../../../platform/idempotency/idempotency';
import type { Money } from '../../../platform/money/money';
import type { OrderKind } from '../order';
import type { OrdersContext } from '../orders.context';
import { answerReference, type AnswerReference } from '../first-answer';
import { leaseMillis, record, type StepName, type StepOrder } from './run-step';

/** An order that is about to be tried: priced, and not yet seen by anybody. */
export interface Draft extends StepOrder {
  readonly claim: ClaimInput | null;
  readonly kind: OrderKind;
  /** The step that is sent first. */
  readonly step: Extract<StepName, 'TAKE' | 'RESERVE'>;
  readonly total: Money;
  readonly customerName: string | null;
}

export type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeat'; readonly reference: AnswerReference }
  | { readonly kind: 'conflict' };

const OPEN = statement(
  'order-open',
  `WITH opened AS (
     INSERT INTO orders (id, tenant_id, kind, step, due_at, currency, total, customer_name, created_by, step_actor,
                         trace_id, idempotency_key)
     VALUES ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 millisecond', $6, $7, $8, $9, $9, $10, $11)
   )
   INSERT INTO order_line (order_id, tenant_id, position, product_id, name, quantity, unit_price, currency)
   SELECT $1, $2, line.position, line.product_id, line.name, line.quantity, line.unit_price, $6
     FROM unnest($12::uuid[], $13::text[], $14::int[], $15::numeric[])
          WITH ORDINALITY AS line (product_id, name, quantity, unit_price, position)`,
);

/**
 * Claims the idempotency key and records the order with its first step, in one transaction: from here on, whatever
 * happens, either a request or the recovery brings it to an end.
 */
export function openOrder(context: OrdersContext, draft: Draft): Promise<Opened> {
  const { tenantId, userId } = context.identity;
  return record(context, 'OPEN', async (transaction) => {
    if (draft.claim !== null) {
      const claimed = await claim(transaction, draft.claim, { orderId: draft.id });
      if (claimed.kind === 'conflict') return claimed;
      if (claimed.kind === 'repeat')
        return { kind: 'repeat', reference: answerReference.parse(claimed.result) };
    }
    await transaction.query(OPEN, [
      draft.id,
      tenantId,
      draft.kind,
      draft.step,
      leaseMillis(context),
      draft.total.currency,
      draft.total.amount,
      draft.customerName,
      userId,
      context.request.traceId,
      draft.claim?.key ?? null,
      draft.lines.map(({ productId }) => productId),
      draft.lines.map(({ name }) => name),
      draft.lines.map(({ quantity }) => quantity),
      draft.lines.map(({ unitPrice }) => unitPrice.amount),
    ]);
    return { kind: 'new' };
  });
}
