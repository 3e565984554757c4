import { remainingMillis } from '../../platform/context';
import { Pause } from '../../platform/async/pause';
import type { EnrichmentContext } from './enrichment.context';
import { enrichmentsById, type EnrichmentView } from './enrichment-view';
import { findProduct, notFound, type ProductNotFound } from './find-product';
import { addJob } from './jobs/add-job';

export interface EnrichmentUnavailable {
  readonly __typename: 'EnrichmentUnavailable';
  readonly message: string;
  readonly retryAfterSeconds: number;
}

export type EnrichProductResult =
  (EnrichmentView & { readonly __typename: 'Enrichment' }) | ProductNotFound | EnrichmentUnavailable;

/** Longest wait for a result; what the client's own deadline leaves when that is less. */
const WAIT_MILLIS = 8_000;
/** Left of the request's deadline for the answer itself. */
const ANSWER_MILLIS = 250;
/** A change may be missed while the bus is away: the table is looked at this often. */
const POLL_MILLIS = 1_000;

/**
 * Asks for a fresh enrichment of a product as it is now. The request is stored before the answer, and carried out whatever
 * becomes of this process; with `wait` the answer is the result, or EnrichmentUnavailable when there is none in time: then the
 * product is written all the same, later.
 */
export async function enrichProduct(
  context: EnrichmentContext,
  productId: string,
  wait: boolean,
): Promise<EnrichProductResult> {
  const { services, request, identity } = context;
  const item = await findProduct(context, productId);
  // An archived product is not for sale any more: nobody reads its page.
  if (item?.status !== 'ACTIVE') return notFound(productId);
  const origin = { actorId: identity.userId, traceId: request.traceId };
  const { productId: id, status: _status, ...input } = item;
  const changed = new Pause();
  let jobId: string | undefined;
  // Heard before it is asked for, so that the end cannot come in between.
  const stopListening = wait
    ? services.changes.listen((change) => change.jobId === jobId && changed.wake())
    : () => undefined;
  try {
    const [view] = await context.transaction(async (transaction) => {
      jobId = await addJob(transaction, services.outbox, { ...origin, productId: id, input });
      transaction.onCommit(() => services.worker.wake(wait));
      return enrichmentsById(transaction, [jobId]);
    });
    if (view === undefined) throw new Error('The request is not there right after it was stored');
    return wait ? await result(context, view, changed) : { __typename: 'Enrichment', ...view };
  } finally {
    stopListening();
  }
}

async function result(
  context: EnrichmentContext,
  asked: EnrichmentView,
  changed: Pause,
): Promise<EnrichProductResult> {
  const deadline = Date.now() + remainingMillis(context.request, WAIT_MILLIS) - ANSWER_MILLIS;
  const { writer } = context.services;
  for (let view = asked; ;) {
    if (view.status === 'COMPLETED') return { __typename: 'Enrichment', ...view };
    if (view.status === 'FAILED') return failed(view);
    const unavailableMillis = writer.unavailableForMillis();
    if (unavailableMillis > 0) {
      return unavailable(
        'No model can be reached at the moment. The product is written when one is back.',
        unavailableMillis,
      );
    }
    const left = deadline - Date.now();
    if (left <= 0)
      return unavailable(
        'The model needs longer than this request can wait. The result appears when it is done.',
        5_000,
      );
    await changed.wait(Math.min(left, POLL_MILLIS));
    const [now] = await context.read((transaction) => enrichmentsById(transaction, [asked.id]));
    if (now === undefined) return notFound(asked.productId);
    view = now;
  }
}

/** A failure that time can mend is no result. */
function failed(view: EnrichmentView): EnrichProductResult {
  if (view.retryAfterSeconds === null) return { __typename: 'Enrichment', ...view };
  return unavailable(view.error ?? 'The model cannot be reached.', view.retryAfterSeconds * 1000);
}

function unavailable(message: string, retryAfterMillis: number): EnrichmentUnavailable {
  const retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMillis / 1000));
  return { __typename: 'EnrichmentUnavailable', message, retryAfterSeconds };
}
