import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '../../platform/database/transaction';
import { enrichmentsById, latestOf, type EnrichmentView } from './enrichment-view';

type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** Reads of one request, batched: a list of any length costs one statement. */
export interface Loaders {
  /** The newest enrichment by product id; null when there never was one, and for an id that could not be one. */
  readonly latest: DataLoader<string, EnrichmentView | null>;
  /** By its own id, likewise. */
  readonly enrichment: DataLoader<string, EnrichmentView | null>;
}

export function createLoaders(read: Read): Loaders {
  return {
    latest: byUuid(read, latestOf, (view) => view.productId),
    enrichment: byUuid(read, enrichmentsById, (view) => view.id),
  };
}

function byUuid(
  read: Read,
  load: (transaction: Transaction, ids: readonly string[]) => Promise<EnrichmentView[]>,
  keyOf: (view: EnrichmentView) => string,
): DataLoader<string, EnrichmentView | null> {
  return new DataLoader(async (ids) => {
    const possible = ids.filter((id) => isUuid(id));
    if (possible.length === 0) return ids.map(() => null);
    const views = await read((transaction) => load(transaction, possible));
    const found = new Map(views.map((view) => [keyOf(view), view]));
    return ids.map((id) => found.get(id.toLowerCase()) ?? null);
  });
}
