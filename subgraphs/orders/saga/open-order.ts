import { Combiner } from '../../../platform/async/combiner';
import { statement, type Transaction } from '../../../platform/database/transaction';
import { claimTogether, type ClaimInput } from '../../../platform/idempotency/idempotency';
import type { Money } from '../../../platform/money/money';
import type { OrderKind } from '../order';
import { originOf, type Origin } from '../order-audit';
import type { OrdersContext, OrdersServices } from '../orders.context';
import { answerReference, type AnswerReference } from '../first-answer';
import { oneByOneIfTogetherFails } from './one-by-one';
import { leaseMillis, recordIn, type StepName, type StepOrder } from './run-step';

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

/** A draft with who places it, and how long its first step belongs to the request. */
interface Opening {
  readonly draft: Draft;
  readonly actorId: string;
  readonly traceId: string;
  readonly origin: Origin;
  readonly leaseMillis: number;
}

const OPEN = statement(
  'order-open',
  `WITH opened AS (
     INSERT INTO orders (tenant_id, id, kind, step, due_at, currency, total, customer_name, created_by, step_actor,
                         trace_id, idempotency_key, origin)
     SELECT $1, id, kind, step, clock_timestamp() + lease * interval '1 millisecond', currency, total, customer_name,
            actor, actor, trace_id, key, origin
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::float[], $6::text[], $7::numeric[], $8::text[], $9::uuid[],
                   $10::text[], $11::text[], $19::jsonb[])
            AS draft (id, kind, step, lease, currency, total, customer_name, actor, trace_id, key, origin)
   )
   INSERT INTO order_line (tenant_id, order_id, position, product_id, name, quantity, unit_price, currency)
   SELECT $1, line.*
     FROM unnest($12::uuid[], $13::int[], $14::uuid[], $15::text[], $16::int[], $17::numeric[], $18::text[])
          AS line (order_id, position, product_id, name, quantity, unit_price, currency)`,
);

/** Orders recorded in one transaction, at most. */
const MOST = 64;

/** Records orders of one business together while an earlier record is on its way: one commit for all of them. */
export type OrderOpener = Combiner<Opening, Opened>;

export function orderOpener(services: () => OrdersServices): OrderOpener {
  return new Combiner({
    most: MOST,
    together: async (tenantId, openings) => {
      const open = (some: readonly Opening[]): Promise<Opened[]> =>
        recordIn(services(), tenantId, 'OPEN', (transaction) => openAll(transaction, some));
      return oneByOneIfTogetherFails(openings, open);
    },
  });
}

/**
 * Claims the idempotency key and records the order with its first step, in one transaction: from here on, whatever
 * happens, either a request or the recovery brings it to an end.
 */
export function openOrder(context: OrdersContext, draft: Draft): Promise<Opened> {
  const { tenantId, userId: actorId } = context.identity;
  const { traceId } = context.request;
  return context.services.opener.add(tenantId, {
    draft,
    actorId,
    traceId,
    origin: originOf(context.request),
    leaseMillis: leaseMillis(context),
  });
}

async function openAll(transaction: Transaction, openings: readonly Opening[]): Promise<Opened[]> {
  const claims = await claimAll(transaction, openings);
  const fresh = openings.filter((_opening, index) => claims[index]?.kind === 'new');
  if (fresh.length > 0) await insertAll(transaction, fresh);
  return claims;
}

/** In the order of the openings; one without a key is new. */
async function claimAll(transaction: Transaction, openings: readonly Opening[]): Promise<Opened[]> {
  const keyed = openings.flatMap(({ draft: { id, claim } }) =>
    claim === null ? [] : [{ ...claim, settled: { orderId: id } }],
  );
  const claims = await claimTogether(transaction, keyed);
  return openings.map(({ draft }): Opened => {
    const claimed = draft.claim === null ? ({ kind: 'new' } as const) : claims.shift();
    if (claimed == null) throw new Error('The key was given back while it was claimed');
    if (claimed.kind !== 'repeat') return claimed;
    return { kind: 'repeat', reference: answerReference.parse(claimed.result) };
  });
}

async function insertAll(transaction: Transaction, openings: readonly Opening[]): Promise<void> {
  const drafts = openings.map(({ draft }) => draft);
  const lines = drafts.flatMap(({ id, lines }) =>
    lines.map((line, index) => ({ id, position: index + 1, ...line })),
  );
  await transaction.query(OPEN, [
    transaction.tenantId,
    drafts.map(({ id }) => id),
    drafts.map(({ kind }) => kind),
    drafts.map(({ step }) => step),
    openings.map((opening) => opening.leaseMillis),
    drafts.map(({ total }) => total.currency),
    drafts.map(({ total }) => total.amount),
    drafts.map(({ customerName }) => customerName),
    openings.map(({ actorId }) => actorId),
    openings.map(({ traceId }) => traceId),
    drafts.map(({ claim }) => claim?.key ?? null),
    lines.map(({ id }) => id),
    lines.map(({ position }) => position),
    lines.map(({ productId }) => productId),
    lines.map(({ name }) => name),
    lines.map(({ quantity }) => quantity),
    lines.map(({ unitPrice }) => unitPrice.amount),
    lines.map(({ unitPrice }) => unitPrice.currency),
    openings.map(({ origin }) => JSON.stringify(origin)),
  ]);
}
