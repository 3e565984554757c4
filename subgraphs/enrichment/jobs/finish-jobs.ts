import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../platform/database/database';
import { statement, type Transaction } from '../../../platform/database/transaction';
import type { NewEvent } from '../../../platform/events/event';
import type { Outbox } from '../../../platform/events/outbox';
import { addDeliveries, type CompletedEnrichment } from '../webhooks/add-deliveries';
import type { JobEnd, TakenJob } from './job';
import { addByTrace, changed } from './job-events';

export interface FinishedJob {
  readonly job: TakenJob;
  readonly end: JobEnd;
}

/*
 * Only whoever still holds the lease may end a job. One that goes back to the queue while a newer request for its product
 * waits there has nothing more to do.
 */
const FINISH = statement(
  'job-finish',
  `UPDATE job SET
     status = CASE WHEN ended.status = 'PENDING' AND newer.waits THEN 'FAILED' ELSE ended.status END,
     error = CASE WHEN ended.status = 'PENDING' AND newer.waits THEN 'A newer request took its place.' ELSE ended.error END,
     lease = NULL,
     takes = CASE WHEN ended.status = 'PENDING' THEN job.takes - 1 ELSE job.takes END,
     due_at = CASE WHEN ended.status = 'PENDING'
                   THEN clock_timestamp() + ended.retry_after_seconds * interval '1 second' ELSE job.due_at END,
     completed_at = CASE WHEN ended.status = 'PENDING' AND NOT newer.waits THEN NULL ELSE clock_timestamp() END,
     attempts = job.attempts + ended.attempts,
     description = ended.description, category = ended.category,
     keywords = coalesce(ended.keywords, '{}'), confidence = ended.confidence,
     provider = ended.provider, model = ended.model, from_cache = coalesce(ended.from_cache, false),
     retry_after_seconds = ended.retry_after_seconds, duration_ms = ended.duration_ms,
     prompt_tokens = coalesce(job.prompt_tokens, 0) + ended.prompt_tokens,
     completion_tokens = coalesce(job.completion_tokens, 0) + ended.completion_tokens
   FROM jsonb_to_recordset($1) AS ended (
          id uuid, lease uuid, product_id uuid, status text, error text, retry_after_seconds integer, attempts integer,
          description text, category text, keywords text[], confidence double precision, provider text, model text,
          from_cache boolean, duration_ms integer, prompt_tokens integer, completion_tokens integer)
   CROSS JOIN LATERAL (
     SELECT EXISTS (SELECT FROM job waiting
                     WHERE waiting.product_id = ended.product_id AND waiting.status = 'PENDING') AS waits) AS newer
   WHERE job.id = ended.id AND job.lease = ended.lease
   RETURNING job.id, job.status`,
);

const RECORD_CALLS = statement(
  'model-call-add',
  `INSERT INTO model_call (id, tenant_id, job_id, product_id, provider, model, prompt_version, route, outcome, error,
                           from_cache, prompt_tokens, completion_tokens, cost_usd, duration_ms)
   SELECT id, $1, job_id, product_id, provider, model, prompt_version, route, outcome, error,
          from_cache, prompt_tokens, completion_tokens, cost_usd, duration_ms
     FROM jsonb_to_recordset($2) AS call (
       id uuid, job_id uuid, product_id uuid, provider text, model text, prompt_version text, route text, outcome text,
       error text, from_cache boolean, prompt_tokens integer, completion_tokens integer, cost_usd numeric,
       duration_ms integer)`,
);

/**
 * Writes how jobs of one business ended, what was called for them, and the events that tell of it, in one transaction.
 * A job whose lease was lost keeps the state that somebody else gave it; its calls are recorded all the same, for they were paid.
 */
export async function finishJobs(
  database: Database,
  outbox: Outbox,
  tenantId: string,
  finished: readonly FinishedJob[],
): Promise<void> {
  await database.transaction(tenantId, async (transaction) => {
    const rows = await transaction.query<{ id: string; status: JobEnd['status'] }>(FINISH, [
      JSON.stringify(finished.map(rowOf)),
    ]);
    await recordCalls(transaction, finished);
    const statuses = new Map(rows.map((row) => [row.id, row.status]));
    const completed = finished.flatMap((entry) => completedBy(entry, statuses.get(entry.job.id)));
    await addDeliveries(transaction, completed);
    await addByTrace(
      outbox,
      transaction,
      finished.map((entry) => ({
        traceId: entry.job.traceId,
        events: eventsOf(entry, statuses.get(entry.job.id)),
      })),
    );
  });
}

function rowOf({ job, end }: FinishedJob): Record<string, unknown> {
  const asked = end.calls.filter((call) => !call.fromCache);
  const common = {
    id: job.id,
    lease: job.lease,
    product_id: job.productId,
    status: end.status,
    attempts: asked.length,
    duration_ms: Math.round(end.durationMs),
    prompt_tokens: asked.reduce((sum, call) => sum + call.promptTokens, 0),
    completion_tokens: asked.reduce((sum, call) => sum + call.completionTokens, 0),
  };
  if (end.status !== 'COMPLETED')
    return { ...common, error: end.error, retry_after_seconds: end.retryAfterSeconds };
  const { written, provider, model, fromCache } = end;
  return { ...common, ...written, provider, model, from_cache: fromCache };
}

async function recordCalls(transaction: Transaction, finished: readonly FinishedJob[]): Promise<void> {
  const calls = finished.flatMap(({ job, end }) =>
    end.calls.map((call) => ({
      id: uuidv7(),
      job_id: job.id,
      product_id: job.productId,
      provider: call.provider,
      model: call.model,
      prompt_version: call.promptVersion,
      route: call.route,
      outcome: call.outcome,
      error: call.error,
      from_cache: call.fromCache,
      prompt_tokens: call.promptTokens,
      completion_tokens: call.completionTokens,
      cost_usd: call.costUsd,
      duration_ms: Math.round(call.durationMs),
    })),
  );
  if (calls.length > 0) await transaction.query(RECORD_CALLS, [transaction.tenantId, JSON.stringify(calls)]);
}

function eventsOf({ job, end }: FinishedJob, status: JobEnd['status'] | undefined): NewEvent[] {
  if (status === undefined) return [];
  const told = completedBy({ job, end }, status).map(({ model: _model, ...payload }) => ({
    ...{ type: 'enrichment.completed', version: 1, aggregateId: job.productId },
    payload,
  }));
  return [...told, changed(job, status)];
}

/** The page that is there now; none where the job has not come to that end. */
function completedBy({ job, end }: FinishedJob, status: JobEnd['status'] | undefined): CompletedEnrichment[] {
  if (status !== 'COMPLETED' || end.status !== 'COMPLETED') return [];
  const { description, category, keywords } = end.written;
  const { provider, model } = end;
  return [{ jobId: job.id, productId: job.productId, description, category, keywords, provider, model }];
}
