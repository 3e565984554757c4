import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/transaction';
import { Location } from './entities/location.entity';
import { StockAlert } from './entities/stock-alert.entity';
import { parseId } from './identifiers';
import { movementPages, type MovementPage, type MovementPageKey } from './list-movements';
import { readStock, type StockKey, type StockOfProduct } from './read-stock';

/** Runs reads of the caller's business, in one snapshot. */
export type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** Reads of one operation, batched: a list of any length costs one statement for each kind. */
export interface Loaders {
  /** Null for a product whose stock was never opened, and for an id that could not be one. */
  readonly stock: DataLoader<StockKey, StockOfProduct | null, string>;
  readonly movements: DataLoader<MovementPageKey, MovementPage, string>;
  readonly location: DataLoader<string, Location | null>;
  readonly alert: DataLoader<string, StockAlert | null>;
}

export function createLoaders(read: Read): Loaders {
  return {
    stock: new DataLoader((keys) => read((transaction) => readStock(transaction, keys)), {
      cacheKeyFn: ({ productId, withLocations }) => `${productId} ${withLocations}`,
    }),
    movements: new DataLoader((keys) => read((transaction) => movementPages(transaction, keys)), {
      cacheKeyFn: ({ productId, size, before }) => `${productId} ${size} ${before}`,
    }),
    location: byId(read, Location),
    alert: byId(read, StockAlert),
  };
}

function byId<Row extends { id: string }>(read: Read, entity: new () => Row): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const stored = ids.map(parseId);
    const possible = stored.filter((id) => id !== null);
    const rows =
      possible.length === 0
        ? []
        : await read(({ manager }) =>
            manager.getRepository<{ id: string }>(entity).findBy({ id: In(possible) }),
          );
    const found = new Map(rows.map((row) => [row.id, row as Row]));
    return stored.map((id) => (id === null ? null : (found.get(id) ?? null)));
  });
}
