import { statement, type Transaction } from '../../platform/database/transaction';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import { badUserInput } from '../../platform/graphql/errors';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor';
import type { StockMovementKind, StockMovementsArgs } from './generated/resolver-types';
import type { InventoryContext } from './inventory.context';
import type { LocationOfStock } from './read-stock';

/** One line of the ledger. */
export interface Movement {
  readonly id: string;
  readonly productId: string;
  /** Lines of a product are numbered from 1. */
  readonly line: number;
  readonly location: LocationOfStock;
  readonly kind: StockMovementKind;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string | null;
  readonly orderId: string | null;
  readonly actorId: string | null;
  readonly createdAt: Date;
}

export interface MovementPageKey {
  readonly productId: string;
  readonly size: number;
  /** Only lines before this one. */
  readonly before: number;
}

/** The rows of the page and, where there is one, the row after it. */
export type MovementPage = readonly Movement[];

/** Behind every line that there can be. */
const NEWEST = 2_147_483_647;

const PAGES = statement(
  'movement-pages',
  `SELECT page, movement.id, product_id AS "productId", line, kind, quantity, on_hand_after AS "onHandAfter", reason,
          order_id AS "orderId", actor_id AS "actorId", movement.created_at AS "createdAt",
          jsonb_build_object('id', location.id, 'name', location.name, 'isDefault', is_default) AS location
     FROM unnest($1::uuid[], $2::int[], $3::int[]) WITH ORDINALITY AS wanted (product, size, before, page)
    CROSS JOIN LATERAL (
            SELECT * FROM stock_movement
             WHERE product_id = wanted.product AND line < wanted.before
             ORDER BY line DESC LIMIT wanted.size + 1) AS movement
     JOIN location ON location.id = movement.location_id
    ORDER BY page, line DESC`,
);

/** Pages of the ledgers of many products in one statement. */
export async function movementPages(
  transaction: Transaction,
  keys: readonly MovementPageKey[],
): Promise<MovementPage[]> {
  const rows = await transaction.query<Movement & { readonly page: string }>(PAGES, [
    keys.map((key) => key.productId),
    keys.map((key) => key.size),
    keys.map((key) => key.before),
  ]);
  const pages = keys.map((): Movement[] => []);
  for (const row of rows) pages[Number(row.page) - 1]?.push(row);
  return pages;
}

/** The ledger of one product, newest first. Throws BAD_USER_INPUT for a page that cannot be. */
export async function listMovements(
  context: InventoryContext,
  productId: string,
  args: StockMovementsArgs,
): Promise<Connection<Movement>> {
  const size = pageSize(args.first);
  const kind = `stock movements of ${productId}`;
  const before = args.after == null ? NEWEST : lineOf(kind, args.after);
  const rows = await context.loaders.movements.load({ productId, size, before });
  return connectionOf(rows, { size, after: args.after }, ({ line }) => encodeCursor(kind, [line]));
}

function lineOf(kind: string, cursor: string): number {
  const [line] = decodeCursor(kind, cursor);
  if (typeof line !== 'number') throw badUserInput('The cursor is not one that this list has given.');
  return line;
}
