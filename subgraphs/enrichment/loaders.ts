import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import { enrichmentsById, latestOf, type EnrichmentView } from './enrichment-view';

type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** Reads of one request, batched: a list of any length costs one statement. */
export interface Loaders {
  /** The newest enrichment by product id; null when there never was one, and for an id that could not be one. */
  readonly latest: DataLoader<string, EnrichmentView | null>;
  /** Whether a product is marked as confidential. */
  readonly confidential: DataLoader<string, boolean>;
  /** By its own id, likewise. */
  readonly enrichment: DataLoader<string, EnrichmentView | null>;
}

const CONFIDENTIAL = statement(
  'confidential-of',
  'SELECT product_id AS id FROM confidential_product WHERE product_id = ANY($1::uuid[])',
);

export function createLoaders(read: Read): Loaders {
  return {
    latest: byUuid(read, latestOf, (view) => view.productId),
    confidential: new DataLoader(async (ids) => {
      const marked = await read((transaction) =>
        transaction.query<{ id: string }>(CONFIDENTIAL, [ids.filter(isUuid)]),
      );
      const found = new Set(marked.map(({ id }) => id));
      return ids.map((id) => found.has(id.toLowerCase()));
    }),
    enrichment: byUuid(read, enrichmentsById, (view) => view.id),
  };
}

function byUuid(
  read: Read,
  load: (transaction: Transaction, ids: readonly string[]) => Promise<EnrichmentView[]>,
  keyOf: (view: EnrichmentView) => string,
): DataLoader<string, EnrichmentView | null> {
  return new DataLoader(async (ids) => {
    const possible = ids.filter(isUuid);
    if (possible.length === 0) return ids.map(() => null);
    const views = await read((transaction) => load(transaction, possible));
    const found = new Map(views.map((view) => [keyOf(view), view]));
    return ids.map((id) => found.get(id.toLowerCase()) ?? null);
  });
}
