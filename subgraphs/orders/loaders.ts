import DataLoader from 'dataloader';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { RequestContext } from '../../platform/context';
import type { Transaction } from '../../platform/database/transaction';
import { OrderEntity } from './entities/order.entity';
import { OrderLineEntity } from './entities/order-line.entity';
import { orderLineOf, orderOf, type Order, type OrderLine } from './order';
import { isVisible, readable } from './visibility';

/** Reads of one request, batched: a list of any length costs one statement for each kind. */
export interface Loaders {
  /** By id; null where there is none that the caller may see, and for an id that could not be one. */
  readonly order: DataLoader<string, Order | null>;
  /** By the order's id, in the order of the input. */
  readonly lines: DataLoader<string, OrderLine[]>;
}

interface Reader {
  readonly request: RequestContext;
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export function createLoaders(reader: Reader): Loaders {
  return {
    order: new DataLoader(async (ids) => {
      const visible = readable(reader.request.identity);
      const possible = ids.filter((id) => isUuid(id));
      if (possible.length === 0 || visible === 'NONE') return ids.map(() => null);
      const rows = await reader.read(({ manager }) =>
        manager.findBy(OrderEntity, { id: In(possible), placed: true }),
      );
      const found = new Map(
        rows.filter((row) => isVisible(visible, row)).map((row) => [row.id, orderOf(row)]),
      );
      return ids.map((id) => found.get(id.toLowerCase()) ?? null);
    }),
    lines: new DataLoader(async (orderIds) => {
      const rows = await reader.read(({ manager }) =>
        manager.find(OrderLineEntity, { where: { orderId: In([...orderIds]) }, order: { position: 'ASC' } }),
      );
      const byOrder = new Map(orderIds.map((id): [string, OrderLine[]] => [id, []]));
      for (const row of rows) byOrder.get(row.orderId)?.push(orderLineOf(row));
      return orderIds.map((id) => byOrder.get(id) ?? []);
    }),
  };
}
