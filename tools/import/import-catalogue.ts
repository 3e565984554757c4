import { createHash, randomUUID } from 'node:crypto';
import { CreateProductDocument } from '../../schema/operations/generated/graphql';
import { ApiError, type ApiClient } from '../api-client';
import type { Row } from './rows';

const IN_FLIGHT = 8;
/** Part of every key: what an earlier run was answered says nothing about the catalogue now. */
const RUN = randomUUID();

export interface Refusal {
  readonly line: number;
  readonly sku: string;
  readonly reason: string;
}

export interface ImportSummary {
  readonly created: number;
  /** Products that the business had already, by SKU. They are left as they are. */
  readonly existing: number;
  /** In the order of the file. */
  readonly refused: readonly Refusal[];
}

type Outcome = 'created' | 'existing' | { readonly reason: string };

/**
 * Creates a product for each row, eight requests in flight. Safe to run again: a product whose SKU exists is
 * left alone, and the key of each row lets the client send it again when an answer was lost.
 * @throws ApiError when the API as a whole cannot be used (nothing answers, not logged in).
 */
export async function importCatalogue(
  rows: readonly Row[],
  api: ApiClient,
  onRow: () => void,
): Promise<ImportSummary> {
  let created = 0;
  let existing = 0;
  const refused: Refusal[] = [];
  // One iterator for all workers: each takes the next row that nobody has.
  const queue = rows.values();
  const work = async (): Promise<void> => {
    for (const row of queue) {
      const outcome = await importRow(row, api);
      if (outcome === 'created') created++;
      else if (outcome === 'existing') existing++;
      else refused.push({ line: row.line, sku: row.sku, reason: outcome.reason });
      onRow();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return { created, existing, refused: refused.sort((a, b) => a.line - b.line) };
}

async function importRow(row: Row, api: ApiClient): Promise<Outcome> {
  if (!row.input) return { reason: row.refusal ?? 'the row is not complete' };
  const idempotencyKey = createHash('sha256')
    .update(JSON.stringify([RUN, row.line, row.input]))
    .digest('hex');
  try {
    const { createProduct: result } = await api.request(CreateProductDocument, {
      input: { ...row.input, idempotencyKey },
    });
    switch (result?.__typename) {
      case 'Product':
        return 'created';
      case 'SkuTaken':
        return 'existing';
      case 'ValidationError':
        return { reason: result.fields.map((field) => field.message).join(' ') || result.message };
      case 'IdempotencyConflict':
        return { reason: result.message };
      default:
        return { reason: 'the API gave no answer' };
    }
  } catch (error) {
    if (error instanceof ApiError && !error.fatal) return { reason: error.message };
    throw error;
  }
}
