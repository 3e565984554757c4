import { statement, type Transaction } from '../../platform/database/transaction';
import type { JobStatus } from './jobs/job-events';

/** A job as everybody may see it: the API's `Enrichment`. */
export interface EnrichmentView {
  readonly id: string;
  readonly productId: string;
  readonly status: JobStatus;
  readonly description: string | null;
  readonly category: string | null;
  readonly keywords: string[];
  readonly confidence: number | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly fromCache: boolean;
  readonly attempts: number;
  readonly error: string | null;
  readonly durationMs: number | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly requestedAt: Date;
  readonly completedAt: Date | null;
  /** Not shown: when asking again may help, after a failure. */
  readonly retryAfterSeconds: number | null;
}

const COLUMNS = `id, product_id AS "productId", status, description, category, keywords, confidence, provider, model,
  from_cache AS "fromCache", attempts, error, duration_ms AS "durationMs", prompt_tokens AS "promptTokens",
  completion_tokens AS "completionTokens", requested_at AS "requestedAt", completed_at AS "completedAt",
  retry_after_seconds AS "retryAfterSeconds"`;

// One descent of the index for each product, however many jobs it has had.
const LATEST = statement(
  'enrichment-latest',
  `SELECT latest.* FROM unnest($1::uuid[]) AS asked (product_id)
    CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM job
       WHERE job.tenant_id = $2 AND job.product_id = asked.product_id
       ORDER BY requested_at DESC LIMIT 1) AS latest`,
);
const BY_ID = statement('enrichment-by-id', `SELECT ${COLUMNS} FROM job WHERE id = ANY($1::uuid[])`);

/** The newest enrichment of each of these products; those that never had one are left out. */
export function latestOf(transaction: Transaction, productIds: readonly string[]): Promise<EnrichmentView[]> {
  return transaction.query<EnrichmentView>(LATEST, [productIds, transaction.tenantId]);
}

export function enrichmentsById(transaction: Transaction, ids: readonly string[]): Promise<EnrichmentView[]> {
  return transaction.query<EnrichmentView>(BY_ID, [ids]);
}

/** The job as it was when it entered that state: what came later is taken away again. */
export function asOf(view: EnrichmentView, status: JobStatus): EnrichmentView {
  if (view.status === status || status === 'COMPLETED' || status === 'FAILED') return view;
  return {
    ...view,
    status,
    description: null,
    category: null,
    keywords: [],
    confidence: null,
    provider: null,
    model: null,
    fromCache: false,
    error: null,
    durationMs: null,
    completedAt: null,
  };
}
